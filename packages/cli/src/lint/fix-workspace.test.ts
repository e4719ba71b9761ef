import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Finding, placeOfFile, type TextEdit } from '@ziping/diagnostics'
import type { Overlay } from '@ziping/report'
import { afterAll, describe, expect, it } from 'vitest'
import { fixWorkspace } from './fix-workspace.ts'
import type { LintedWorkspace } from './lint-workspace.ts'
import { SourceTexts } from './source-texts.ts'

const root = mkdtempSync(path.join(tmpdir(), 'ziping fix '))
afterAll(() => rmSync(root, { recursive: true }))

/** A linter with the edits it would make to a text; each array of edits is one finding. */
function linter(
  file: string,
  edits: (text: string) => readonly (readonly Omit<TextEdit, 'file'>[])[],
): (overlay: Overlay) => Promise<Pick<LintedWorkspace, 'root' | 'findings' | 'sources'>> {
  return async (overlay) => {
    const sources = new SourceTexts(root, overlay)
    const findings = edits(sources.find(file)?.text ?? '').map(
      (fix): Finding => ({
        rule: 'example',
        messageId: 'example',
        severity: 'warning',
        place: placeOfFile(file),
        words: { 'zh-CN': { message: '例', advice: '' }, en: { message: 'e.g.', advice: '' } },
        fix: fix.map((edit) => ({ ...edit, file })),
      }),
    )
    return { root, findings, sources }
  }
}

/** Replaces every occurrence, one finding each. */
function replacing(from: string, to: string) {
  return (text: string): readonly (readonly Omit<TextEdit, 'file'>[])[] =>
    [...text.matchAll(new RegExp(from, 'gu'))].map((match) => [
      { start: match.index, end: match.index + match[0].length, text: to },
    ])
}

async function fixed(
  bytes: string | Uint8Array,
  edits: (text: string) => readonly (readonly Omit<TextEdit, 'file'>[])[],
): Promise<{ readonly bytes: Buffer; readonly count: number | undefined; readonly left: number }> {
  const file = path.join(root, '1.md')
  writeFileSync(file, bytes)
  const { fixes, linted } = await fixWorkspace(linter('1.md', edits), () => true)
  return { bytes: readFileSync(file), count: fixes.get('1.md'), left: linted.findings.length }
}

describe('fixWorkspace', () => {
  it('mends and leaves every other byte alone: mark, line ends, noncharacters', async () => {
    const before = '\uFEFF一，，\r\n二\uFDD0…，，\r\n\r\n末行没有换行'
    const after = await fixed(before, replacing('，，', '，'))
    expect(after.bytes.toString()).toBe('\uFEFF一，\r\n二\uFDD0…，\r\n\r\n末行没有换行')
    expect(after).toMatchObject({ count: 2, left: 0 })
  })

  it('does not touch what is no text', async () => {
    const bytes = Buffer.from('一，，\0')
    expect((await fixed(bytes, replacing('，，', '，'))).bytes).toEqual(bytes)
  })

  it('writes new lines the way the file does', async () => {
    const after = await fixed('一##\r\n二', replacing('##', '\n'))
    expect(after.bytes.toString()).toBe('一\r\n\r\n二')
  })

  it('repeats until nothing changes', async () => {
    const after = await fixed('，，，，', replacing('，，', '，'))
    expect(after.bytes.toString()).toBe('，')
  })

  it('stops after five rounds where fixes call each other', async () => {
    const after = await fixed('甲', (text) => [
      [{ start: 0, end: 1, text: text === '甲' ? '乙' : '甲' }],
    ])
    expect(after.bytes.toString()).toBe('乙')
    expect(after.left).toBe(1)
  })

  it('makes all edits of a fix or none', async () => {
    const after = await fixed('甲乙丙', (text) =>
      text === '甲乙丙'
        ? [
            [{ start: 0, end: 1, text: 'A' }],
            [
              { start: 0, end: 2, text: 'X' },
              { start: 2, end: 3, text: 'Y' },
            ],
          ]
        : [],
    )
    expect(after.bytes.toString()).toBe('A乙丙')
  })

  it('does not write what needs no mending, and keeps permissions', async () => {
    const file = path.join(root, '1.md')
    writeFileSync(file, '，，')
    chmodSync(file, 0o640)
    const before = statSync(file).ino
    await fixWorkspace(
      linter('1.md', () => []),
      () => true,
    )
    expect(statSync(file).ino).toBe(before)
    await fixWorkspace(linter('1.md', replacing('，，', '，')), () => true)
    expect(statSync(file).mode & 0o777).toBe(0o640)
  })

  it('leaves files alone that were not asked for', async () => {
    const file = path.join(root, '1.md')
    writeFileSync(file, '，，')
    const { fixes } = await fixWorkspace(linter('1.md', replacing('，，', '，')), () => false)
    expect(fixes.size).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe('，，')
  })
})
