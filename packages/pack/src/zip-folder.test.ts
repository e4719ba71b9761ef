import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { fingerprint } from './stage.ts'
import { fitsZip, zipFiles } from './zip-folder.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'ziping-zip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function fileOf(name: string, content: string) {
  writeFileSync(path.join(folder, name), content)
  return { path: name, title: name, ...(await fingerprint(path.join(folder, name))) }
}

it('writes a zip that others open, the same each time, with no day of today in it', async () => {
  const one = await fileOf('申报表.docx', '内容'.repeat(1000))
  const empty = await fileOf('空.txt', '')
  const files = [
    { file: one, name: '申报表.docx' },
    { file: empty, name: '证实性材料（扫描件）/01 空.txt' },
  ]
  const target = path.join(folder, 'a.zip')
  await zipFiles(target, folder, files)
  const opened = unzipSync(readFileSync(target))
  expect(Object.keys(opened)).toEqual(['申报表.docx', '证实性材料（扫描件）/01 空.txt'])
  expect(strFromU8(opened['申报表.docx'] ?? new Uint8Array())).toBe('内容'.repeat(1000))
  await zipFiles(path.join(folder, 'b.zip'), folder, files)
  expect(readFileSync(path.join(folder, 'b.zip')).equals(readFileSync(target))).toBe(true)
  // In each entry's head: 1 January 1980, midnight.
  const heads = readFileSync(target).toString('latin1').split('PK\u0003\u0004').slice(1)
  expect(heads.map((head) => Buffer.from(head.slice(6, 10), 'latin1').toString('hex'))).toEqual([
    '00002100',
    '00002100',
  ])
})

it('does not try what the plain format cannot hold', () => {
  const file = { path: 'a', title: 'a', sha256: '', crc32: 0 }
  expect(fitsZip([{ ...file, bytes: 1_000_000_000 }])).toBe(true)
  expect(fitsZip(Array.from({ length: 5 }, () => ({ ...file, bytes: 1_000_000_000 })))).toBe(false)
})
