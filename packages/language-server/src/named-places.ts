import type { Place } from '@ziping/diagnostics'
import { placeOfId, placeOfLabel, type Standing, textIndex } from '@ziping/lint'
import {
  type Block,
  childrenOf,
  type DataFile,
  type DataPath,
  type SourceText,
  type Span,
} from '@ziping/report'
import type { Linted } from './engine.ts'

/** What can be referred to by name. */
export type NameKind = 'label' | 'indicator' | 'evidence' | 'clause'

/** Where a name stands: where the thing itself is, or where somebody speaks of it. */
export interface NamedPlace {
  readonly kind: NameKind
  readonly id: string
  readonly isDefinition: boolean
  readonly place: Place
  /** Whether exactly the name stands there, so that another can take its place. */
  readonly isExact: boolean
}

const known = new WeakMap<Linted, readonly NamedPlace[]>()

/** Every name of a workspace, across Markdown and YAML. */
export function namedPlaces(linted: Linted): readonly NamedPlace[] {
  const places = known.get(linted) ?? [
    ...definitions(linted),
    ...references(linted),
    ...indicatorUses(linted),
    ...evidenceInData(linted),
  ]
  known.set(linted, places)
  return places
}

function* definitions(linted: Linted): Generator<NamedPlace> {
  const { workspace, subject } = linted
  const index = textIndex(subject.report)
  for (const label of index.labels)
    yield named(linted, 'label', label.label, placeOfLabel(workspace, label), true)
  for (const at of index.blocks) yield* captionOf(linted, at)
  for (const { clause, heading, file } of subject.report.sections)
    yield { ...defined('clause', clause.id, { ...heading.place, file }), isExact: false }
  yield* keysOf(linted, 'indicator', workspace.indicators, subject.indicators.byId.keys())
  yield* keysOf(linted, 'evidence', workspace.evidence, subject.evidence.byId.keys())
}

/** A caption is a label of its own. */
function* captionOf(linted: Linted, { file, block }: Standing): Generator<NamedPlace> {
  const caption = captionIn(block)
  const source = linted.sources.find(file)
  if (caption === undefined || source === undefined || caption.text.trim() === '') return
  const id = caption.text.trim()
  const at = source.text.indexOf(id, caption.span.start)
  const isThere = at >= 0 && at + id.length <= caption.span.end
  const span = isThere ? { start: at, end: at + id.length } : caption.span
  yield { ...defined('label', id, source.place(span)), isExact: isThere }
}

function captionIn(block: Block): { readonly text: string; readonly span: Span } | undefined {
  return 'caption' in block ? block.caption : undefined
}

function* keysOf(
  linted: Linted,
  kind: NameKind,
  file: DataFile | undefined,
  ids: Iterable<string>,
): Generator<NamedPlace> {
  if (file === undefined) return
  for (const id of ids) yield named(linted, kind, id, file.placeOf([id], 'key'), true)
}

/** `[证](#iso9001,audit)`: each target by itself. */
function* references(linted: Linted): Generator<NamedPlace> {
  const { subject, sources } = linted
  for (const { file, reference } of textIndex(subject.report).references) {
    const source = sources.find(file)
    if (source === undefined) continue
    const { span, children, targets } = reference
    const from = children.at(-1)?.span.end ?? span.start
    for (const id of targets) {
      const target = subject.resolver.target(id)
      const kind = target === undefined || target.kind === 'caption' ? 'label' : target.kind
      const name = target?.kind === 'clause' ? target.clause.id : id
      const found = wordIn(source, { start: from, end: span.end }, id, /[#＃,，、]\s*$/u)
      yield used(kind, name, source, found ?? span, found !== undefined)
    }
  }
}

/** `:指标[revenue.2019]`, `[103480万元](#revenue.2019)`, `指标="revenue profit"`. */
function* indicatorUses(linted: Linted): Generator<NamedPlace> {
  const { subject, sources, workspace } = linted
  const { values, blocks } = textIndex(subject.report)
  for (const { file, value } of values) {
    const source = sources.find(file)
    if (source === undefined) continue
    const from = childrenOf(value).at(-1)?.span.end ?? value.span.start
    const found = wordIn(
      source,
      { start: from, end: value.span.end },
      value.indicator,
      /[#＃[［【]\s*$/u,
    )
    yield used('indicator', value.indicator, source, found ?? value.span, found !== undefined)
  }
  for (const at of blocks) {
    if (at.block.kind !== 'chart' && at.block.kind !== 'indicator-table') continue
    for (const id of at.block.indicators)
      yield named(linted, 'indicator', id, placeOfId(workspace, at, id), false)
  }
}

/** `evidence: iso9001` of an indicator, an honour, a holding … */
function* evidenceInData(linted: Linted): Generator<NamedPlace> {
  const { workspace, subject } = linted
  for (const file of [workspace.indicators, workspace.applicant, workspace.form, workspace.photos])
    if (file !== undefined)
      for (const { path, text } of textsUnder(file.value, [], 'evidence'))
        for (const id of text.split(/[,，、\s]+/))
          if (subject.evidence.byId.has(id))
            yield named(linted, 'evidence', id, file.placeOf(path), false)
}

function* textsUnder(
  value: unknown,
  path: DataPath,
  key: string,
): Generator<{ readonly path: DataPath; readonly text: string }> {
  if (typeof value !== 'object' || value === null || path.length > 12) return
  for (const [name, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(name) : name]
    const isNamed = name === key || (Array.isArray(value) && path.at(-1) === key)
    if (isNamed && typeof inner === 'string') yield { path: here, text: inner }
    else yield* textsUnder(inner, here, key)
  }
}

/** A name inside a place that may hold more: quotation marks, other names. */
function named(
  { sources }: Linted,
  kind: NameKind,
  id: string,
  place: Place,
  isDefinition: boolean,
): NamedPlace {
  const source = sources.find(place.file)
  if (source === undefined) return { kind, id, isDefinition, place, isExact: false }
  const start = source.offset(place.line, place.column)
  const end = source.offset(place.endLine, place.endColumn)
  const found = wordIn(source, { start, end }, id, /^$|[\s"'“‘,，、[{#＃]$/u)
  const exact = found === undefined ? place : source.place(found)
  return { kind, id, isDefinition, place: exact, isExact: found !== undefined }
}

function defined(kind: NameKind, id: string, place: Place): Omit<NamedPlace, 'isExact'> {
  return { kind, id, isDefinition: true, place }
}

function used(
  kind: NameKind,
  id: string,
  source: SourceText,
  span: Span,
  isExact: boolean,
): NamedPlace {
  return { kind, id, isDefinition: false, place: source.place(span), isExact }
}

/** The name as a word of its own, behind what fits before it. */
function wordIn(
  source: SourceText,
  { start, end }: Span,
  word: string,
  before: RegExp,
): Span | undefined {
  const { text } = source
  for (
    let at = text.indexOf(word, start);
    at >= 0 && at + word.length <= end;
    at = text.indexOf(word, at + 1)
  ) {
    const next = text.slice(at + word.length, Math.min(end, at + word.length + 1))
    if (before.test(text.slice(start, at)) && !/[\p{L}\p{N}_-]/u.test(next))
      return { start: at, end: at + word.length }
  }
  return undefined
}
