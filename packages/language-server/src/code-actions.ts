import type { Finding } from '@ziping/diagnostics'
import { applyEdits } from '@ziping/lint'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  type TextEdit,
} from 'vscode-languageserver/node'
import { diagnosticOf } from './finding-to-diagnostic.ts'
import { skeletonFor } from './skeleton-action.ts'
import { editOf, lineAround, rangeOfPlace } from './spots.ts'
import { typedValuesAt } from './typed-value.ts'
import { say, type View } from './view.ts'
import { waiverFor } from './waiver-action.ts'

export const actionKinds: string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.SourceFixAll,
]

/** What can be done about the findings of a range, and about a typed number in it. */
export function actionsAt(view: View, { range, context }: CodeActionParams): CodeAction[] {
  const here = view.linted.findings.filter(
    ({ place }) => place.file === view.file && touches(rangeOfPlace(place), range),
  )
  const all = [
    ...here.flatMap((finding) => forFinding(view, finding)),
    ...tyingActions(view, range),
    ...fixAll(view, here.some(isFixable)),
  ]
  const { only } = context
  // Who asks for everything would be shown fix-all twice, for here it is a quick fix as well.
  const isAsked = ({ kind = '' }: CodeAction): boolean =>
    only === undefined
      ? kind !== CodeActionKind.SourceFixAll || !here.some(isFixable)
      : only.some((one) => isKind(kind, one))
  // Several findings may ask for the same chapter.
  const once = new Map(all.map((action) => [`${action.kind} ${action.title}`, action]))
  return [...once.values()].filter(isAsked)
}

function forFinding(view: View, finding: Finding): readonly CodeAction[] {
  const diagnostics = [diagnosticOf(finding, view.language, view.uriOf)]
  const base = { kind: CodeActionKind.QuickFix, diagnostics }
  const { advice, message } = finding.words[view.language]
  const actions: CodeAction[] = []
  const edits = editsOf(view, finding)
  if (edits !== undefined) {
    const title = say(view, '改正：', 'Mend: ') + (advice === '' ? message : advice)
    actions.push({ ...base, title, isPreferred: true, edit: { changes: edits } })
  }
  const skeleton = skeletonFor(view, finding)
  if (skeleton !== undefined) actions.push({ ...base, ...skeleton })
  const waiver = waiverFor(view, finding)
  if (waiver !== undefined) actions.push({ ...base, ...waiver })
  return actions
}

/** The edits of a safe fix, by URI; nothing where one of its files cannot be read. */
function editsOf(view: View, { fix = [] }: Finding): Record<string, TextEdit[]> | undefined {
  if (fix.length === 0) return undefined
  const changes: Record<string, TextEdit[]> = {}
  for (const edit of fix) {
    const source = view.linted.sources.find(edit.file)
    if (source === undefined) return undefined
    const uri = view.uriOf(edit.file)
    changes[uri] = [...(changes[uri] ?? []), editOf(source, edit)]
  }
  return changes
}

/** Makes all fixes of a file that do not meet. */
function fixAll(view: View, isOffered: boolean): readonly CodeAction[] {
  const taken: { readonly start: number; readonly end: number }[] = []
  for (const { fix = [] } of view.linted.findings) {
    const isHere = fix.length > 0 && fix.every(({ file }) => file === view.file)
    const isFree = fix.every(
      (edit) => !taken.some((one) => one.start <= edit.end && edit.start <= one.end),
    )
    if (isHere && isFree) taken.push(...fix)
  }
  const source = view.linted.sources.find(view.file)
  const edits = view.linted.findings
    .flatMap(({ fix = [] }) => fix)
    .filter((edit) => taken.includes(edit))
  if (source === undefined || edits.length === 0 || applyEdits(source.text, edits) === source.text)
    return []
  const action = {
    title: say(
      view,
      '改正本文件中可以放心改的全部问题',
      'Mend everything in this file that is safe to mend',
    ),
    edit: { changes: { [view.uriOf(view.file)]: edits.map((edit) => editOf(source, edit)) } },
  }
  const whole = { ...action, kind: CodeActionKind.SourceFixAll }
  return isOffered ? [{ ...action, kind: CodeActionKind.QuickFix }, whole] : [whole]
}

/** A typed number that the data know: tied to its source, or printed from there. */
function tyingActions(view: View, range: Range): readonly CodeAction[] {
  if (!view.file.endsWith('.md') || range.start.line !== range.end.line) return []
  const { before, after } = lineAround(view.source, range.start)
  const line = range.start.line
  const values = typedValuesAt(
    view.linted,
    before + after,
    range.start.character,
    range.end.character,
  )
  return values.flatMap(({ start, end, text, indicator, year }) => {
    const place = { start: { line, character: start }, end: { line, character: end } }
    const what = `${indicator.name} ${year}`
    const change = (title: string, newText: string): CodeAction => ({
      title,
      kind: CodeActionKind.RefactorRewrite,
      edit: { changes: { [view.uriOf(view.file)]: [{ range: place, newText }] } },
    })
    return [
      change(
        say(view, `把“${text}”与指标“${what}”连起来`, `Tie “${text}” to ${what}`),
        `[${text}](#${indicator.id}.${year})`,
      ),
      change(
        say(view, `改为引用指标“${what}”`, `Print ${what} from the data`),
        `:指标[${indicator.id}.${year}]`,
      ),
    ]
  })
}

function isFixable({ fix = [] }: Finding): boolean {
  return fix.length > 0
}

function isKind(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`)
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}
