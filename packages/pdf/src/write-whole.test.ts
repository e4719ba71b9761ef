import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeWhole } from './write-whole.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-write-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('makes folders, replaces files and keeps their permissions', async () => {
  const file = path.join(folder, 'dist', '申报书.pdf')
  await writeWhole(file, Buffer.from('one'))
  chmodSync(file, 0o640)
  await writeWhole(file, Buffer.from('two'))
  expect(readFileSync(file, 'utf8')).toBe('two')
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o640)
  expect(readdirSync(path.dirname(file))).toEqual(['申报书.pdf'])
})

it('leaves what was there where it cannot write', async () => {
  const inTheWay = path.join(folder, 'book.pdf')
  mkdirSync(path.join(inTheWay, 'inside'), { recursive: true })
  await expect(writeWhole(inTheWay, Buffer.from('x'))).rejects.toMatchObject({
    code: 'output/not-written',
    words: { 'zh-CN': { message: expect.stringContaining('原有文件没有改动') } },
  })
  expect(readdirSync(folder)).toEqual(['book.pdf'])
  writeFileSync(path.join(folder, 'file'), 'x')
  await expect(
    writeWhole(path.join(folder, 'file', 'a.pdf'), Buffer.from('x')),
  ).rejects.toMatchObject({
    code: 'output/not-written',
  })
})
