import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Overlay } from '@ziping/report'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type JudgedWorkspace, lintWorkspace } from '../packages/cli/src/lint/lint-workspace.ts'
import { createStyle } from '../packages/cli/src/print/style.ts'

// A keystroke is judged within its pause only because what it leaves alone is the same object as before: whatever was
// worked out from that still holds. One step that makes a new award, and everything is worked out anew.
const sample = path.resolve(import.meta.dirname, '../content/samples/nantong-org')
const root = mkdtempSync(path.join(tmpdir(), 'ziping-warm-'))
const chapter = 'report/01-领导.md'
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** As the language server calls it. */
function judge(overlay: Overlay): Promise<JudgedWorkspace> {
  const context = {
    cwd: root,
    calledFrom: root,
    env: { ZIPING_CACHE: '' },
    language: 'zh-CN' as const,
    style: createStyle(false),
    columns: 100,
    isScreen: false,
    interrupted: () => new Promise<void>(() => undefined),
    input: async () => new Uint8Array(),
    out: () => undefined,
    note: () => undefined,
  }
  const invocation = { positionals: [], options: {} }
  const choices = { severities: {}, allowTeamRules: false }
  return lintWorkspace(root, choices, { invocation, context }, overlay)
}

let before: JudgedWorkspace
let after: JudgedWorkspace

beforeAll(async () => {
  cpSync(sample, root, { recursive: true, filter: (name) => path.basename(name) !== 'dist' })
  const text = readFileSync(path.join(root, chapter), 'utf8')
  before = await judge(new Map([[chapter, text]]))
  after = await judge(new Map([[chapter, text.replace('\n## 1.2', '甲\n## 1.2')]]))
})

describe('a keystroke in one chapter leaves alone', () => {
  it('the award, the data and the form', () => {
    for (const part of ['award', 'indicators', 'evidence', 'applicant', 'form'] as const)
      expect(after.subject[part], part).toBe(before.subject[part])
  })

  it('the other files and what was gathered from them', () => {
    const renewed = after.subject.views.filter((view) => !before.subject.views.includes(view))
    expect(renewed.map(({ file }) => file)).toEqual([chapter])
    const documents = after.subject.report.documents.filter(
      (one) => !before.subject.report.documents.includes(one),
    )
    expect(documents.map(({ parsed }) => parsed.file)).toEqual([chapter])
  })

  it('the sections of the other files', () => {
    const renewed = after.subject.report.sections.filter(
      (section) => !before.subject.report.sections.includes(section),
    )
    expect(new Set(renewed.map(({ file }) => file))).toEqual(new Set([chapter]))
  })
})
