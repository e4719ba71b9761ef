import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStage, recoverFolder, removeStage, replaceFolder } from './replace-folder.ts'

let dist = ''
let target = ''
beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'ziping-dist-'))
  target = path.join(dist, '申报包')
})
afterEach(() => rmSync(dist, { recursive: true, force: true }))

function fill(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'manifest.json'), text)
}

const textIn = (folder: string): string => readFileSync(path.join(folder, 'manifest.json'), 'utf8')

it('puts the new folder in the place of the old one and leaves nothing else', () => {
  fill(target, 'old')
  const stage = openStage(target)
  fill(stage, 'new')
  expect(textIn(target)).toBe('old')
  replaceFolder(stage, target)
  expect(textIn(target)).toBe('new')
  expect(readdirSync(dist)).toEqual(['申报包'])
})

it('puts back the last parcel where a run was killed between its two renames', () => {
  fill(path.join(dist, '.申报包.previous'), 'old')
  recoverFolder(target)
  expect(textIn(target)).toBe('old')
})

it('keeps the new parcel where a run was killed before it took the old one away', () => {
  fill(target, 'new')
  fill(path.join(dist, '.申报包.previous'), 'old')
  recoverFolder(target)
  expect(textIn(target)).toBe('new')
})

it('takes away what dead runs had begun, and nothing of those that live', () => {
  const own = openStage(target)
  const dead = own.replace(/\d+$/, '4194304') // no system gives so high a number
  const living = own.replace(/\d+$/, String(process.ppid))
  for (const folder of [dead, living]) fill(folder, '')
  recoverFolder(target)
  expect([dead, living, own].map((folder) => existsSync(folder))).toEqual([false, true, true])
  removeStage(own)
  expect(existsSync(own)).toBe(false)
})

it('keeps the old folder and says why where the new one cannot be put in its place', () => {
  fill(target, 'old')
  expect(() => replaceFolder(path.join(dist, 'no such stage'), target)).toThrow(
    expect.objectContaining({
      code: 'pack/not-written',
      words: expect.objectContaining({
        'zh-CN': expect.objectContaining({ message: expect.stringContaining('没有改动') }),
      }),
    }),
  )
  expect(textIn(target)).toBe('old')
})

it('says why where there is no room for a stage', () => {
  const file = path.join(dist, 'a file')
  writeFileSync(file, '')
  expect(() => openStage(path.join(file, '申报包'))).toThrow(
    expect.objectContaining({ code: 'pack/not-written' }),
  )
})
