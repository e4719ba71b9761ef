import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { Finding, TextEdit } from '@ziping/diagnostics'
import { applyEdits } from '@ziping/lint'
import type { Overlay } from '@ziping/report'
import { writeWhole } from '../write-output.ts'
import type { LintedWorkspace } from './lint-workspace.ts'

/** One fix may uncover another; what is still moving after this many rounds is left alone. */
const mostRounds = 5

/** As much of a workspace as fixes need. */
type Linted = Pick<LintedWorkspace, 'root' | 'findings' | 'sources'>

/** A workspace after its safe fixes, and how many were made in which file. */
export interface FixedWorkspace<Kind extends Linted> {
  readonly linted: Kind
  readonly fixes: ReadonlyMap<string, number>
}

/** Makes all safe fixes in the files asked for, on disk only once nothing changes any more. */
export async function fixWorkspace<Kind extends Linted>(
  lint: (overlay: Overlay) => Promise<Kind>,
  isAsked: (file: string) => boolean,
): Promise<FixedWorkspace<Kind>> {
  const files = new Map<string, EditedFile>()
  const overlay = new Map<string, string>()
  const fixes = new Map<string, number>()
  let linted = await lint(overlay)
  for (let round = 0; round < mostRounds; round++) {
    const chosen = compatibleFixes(linted.findings, isAsked)
    if (chosen.length === 0) break
    for (const { place } of chosen) fixes.set(place.file, (fixes.get(place.file) ?? 0) + 1)
    for (const [name, edits] of editsByFile(chosen)) {
      const source = linted.sources.find(name)
      if (source === undefined) continue
      const file = files.get(name) ?? openFile(linted.root, name)
      const fitting = edits.map((edit) => ({ ...edit, text: file.fitting(edit.text) }))
      files.set(name, { ...file, text: applyEdits(file.text, fitting) })
      overlay.set(name, applyEdits(source.text, fitting))
    }
    linted = await lint(overlay)
  }
  for (const { absolute, mark, text } of files.values()) writeWhole(absolute, mark + text)
  return { linted, fixes }
}

/** Fixes that can be made together: all edits of one, or none. */
function compatibleFixes(
  findings: readonly Finding[],
  isAsked: (file: string) => boolean,
): readonly Finding[] {
  const taken: TextEdit[] = []
  return findings.filter(({ fix = [] }) => {
    const free = fix.every((edit) => isAsked(edit.file) && !taken.some((one) => touches(one, edit)))
    if (fix.length === 0 || !free) return false
    taken.push(...fix)
    return true
  })
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.file === b.file && a.start <= b.end && b.start <= a.end
}

function editsByFile(findings: readonly Finding[]): ReadonlyMap<string, readonly TextEdit[]> {
  const grouped = new Map<string, TextEdit[]>()
  for (const edit of findings.flatMap((finding) => finding.fix ?? []))
    grouped.set(edit.file, [...(grouped.get(edit.file) ?? []), edit])
  return grouped
}

/** A file as its bytes say: the parser's text lacks the byte-order mark and has stand-ins for some characters. */
interface EditedFile {
  readonly absolute: string
  readonly mark: string
  readonly text: string
  /** New text with the file's own ends of lines. */
  fitting(text: string): string
}

function openFile(root: string, name: string): EditedFile {
  const absolute = realpathSync(onDisk(root, name))
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(absolute))
  const mark = whole.startsWith('\uFEFF') ? '\uFEFF' : ''
  const windows = whole.includes('\r\n')
  return {
    absolute,
    mark,
    text: whole.slice(mark.length),
    fitting: (text) => (windows ? text.replace(/\r?\n/g, '\r\n') : text),
  }
}

/** macOS keeps names decomposed. */
function onDisk(root: string, name: string): string {
  const usual = path.join(root, name)
  return existsSync(usual) ? usual : path.join(root, name.normalize('NFD'))
}
