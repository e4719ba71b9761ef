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

it('says what is more than a volume takes, scans and pictures apart', () => {
  expect(told({ 'a.pdf': 440, 'b.jpg': 340 })).toEqual([])
  expect(told({ 'a.pdf': 300, 'b.pdf': 200, 'c.jpg': 400 })).toEqual([
    '证实性材料里的图片共 400 MB，超过一册装得下的 350 MB',
    '证实性材料里的 PDF 共 500 MB，超过一册装得下的 450 MB',
  ])
})
