import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readEvidence, readWorkspace } from '@ziping/report'
import { afterAll, expect, it } from 'vitest'
import { evidenceTooMuch } from './evidence-size.ts'

const root = mkdtempSync(path.join(tmpdir(), 'ziping-evidence-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Files of that size take no room on the disk. */
function told(files: Readonly<Record<string, number>>): readonly string[] {
  mkdirSync(path.join(root, 'evidence'), { recursive: true })
  writeFileSync(path.join(root, 'ziping.yaml'), 'award: demo\n')
  const names = Object.keys(files)
  const index = names.map((file, number) => `e${number}: { title: 材料, file: ${file} }\n`)
  writeFileSync(path.join(root, 'evidence/evidence.yaml'), index.join(''))
  for (const [file, megabytes] of Object.entries(files)) {
    writeFileSync(path.join(root, 'evidence', file), '')
    truncateSync(path.join(root, 'evidence', file), megabytes * 1024 * 1024)
  }
  const workspace = readWorkspace(root)
  const evidence = readEvidence(workspace.evidence)
  return evidenceTooMuch({ workspace, evidence }).map(({ words }) => words['zh-CN'].message)
}

it('takes a gigabyte of scans and photographs', () => {
  expect(told({ 'a.pdf': 199, 'b.pdf': 199, 'c.pdf': 199, 'd.jpg': 199, 'e.jpg': 199 })).toEqual([])
})

it('says what is more than can be packed, in one file and in all', () => {
  expect(told({ 'a.pdf': 200, 'b.jpg': 201 })).toEqual(['b.jpg 有 201 MB，一个文件最多 200 MB'])
  const many = Object.fromEntries(
    Array.from({ length: 11 }, (_, index) => [`${index}.pdf`, 190] as const),
  )
  expect(told(many)).toEqual(['证实性材料共 2090 MB，超过能打包的 2048 MB'])
})
