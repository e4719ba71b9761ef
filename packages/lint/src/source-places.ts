import type { Place } from '@ziping/diagnostics'
import { SourceText, type Span, type Workspace } from '@ziping/report'
import type { Label, Standing } from './text-index.ts'

const known = new WeakMap<Workspace, Map<string, SourceText>>()

/** The text of a document, with its lines counted once for all rules. */
export function sourceOf(workspace: Workspace, file: string): SourceText {
  const sources = known.get(workspace) ?? new Map<string, SourceText>()
  known.set(workspace, sources)
  const source =
    sources.get(file) ??
    new SourceText(file, workspace.documents.find(({ path }) => path === file)?.text ?? '')
  sources.set(file, source)
  return source
}

export function placeIn(workspace: Workspace, file: string, span: Span): Place {
  return sourceOf(workspace, file).place(span)
}

/** Where a label is given: `{… #label …}`; the block where that cannot be found. */
export function placeOfLabel(workspace: Workspace, label: Label): Place {
  return placeOfWord(
    workspace,
    label,
    label.label,
    (before, after) => /[{｛][^{}｛｝\n]*[#＃]$/u.test(before) && /^[\s}｝]/u.test(after),
  )
}

/** Where a directive names an indicator: `指标="revenue profit"`. */
export function placeOfId(workspace: Workspace, at: Standing, id: string): Place {
  return placeOfWord(
    workspace,
    at,
    id,
    (before, after) => /[\s=＝"“”'‘’,，、]$/u.test(before) && /^[\s}｝"“”'‘’,，、]/u.test(after),
  )
}

function placeOfWord(
  workspace: Workspace,
  { file, block }: Standing,
  word: string,
  fits: (before: string, after: string) => boolean,
): Place {
  const source = sourceOf(workspace, file)
  const { start: from, end } = block.span
  const text = source.text
  for (let at = text.indexOf(word, from); at >= 0 && at < end; at = text.indexOf(word, at + 1))
    if (
      fits(
        text.slice(Math.max(from, at - 200), at),
        text.slice(at + word.length, at + word.length + 1),
      )
    )
      return source.place({ start: at, end: at + word.length })
  return block.place
}
