import { allClauses, type Clause, clauseHeading } from '@ziping/award'
import { requirementTitle, textIndex } from '@ziping/lint'
import { CompletionItemKind } from 'vscode-languageserver/node'
import type { Suggestion } from './suggestion.ts'
import type { View } from './view.ts'

/** Clauses as headings, those not yet written first. */
export function* clauseHeadings({ linted }: View): Generator<Suggestion> {
  const written = new Set(linted.subject.report.sections.map(({ clause }) => clause.id))
  const all = [...allClauses(linted.award.clauses)]
  for (const isWritten of [false, true])
    for (const clause of all)
      if (written.has(clause.id) === isWritten) yield headingOf(clause, isWritten)
}

function headingOf(clause: Clause, isWritten: boolean): Suggestion {
  const label = clauseHeading(clause)
  return {
    label,
    kind: CompletionItemKind.Module,
    ...(isWritten ? { detail: '✓' } : {}),
  }
}

/** Requirements by id, those of the clause at hand first. */
export function* requirementIds({ linted }: View, here: Clause | undefined): Generator<Suggestion> {
  const all = [...allClauses(linted.award.clauses)]
  const ordered = here === undefined ? all : [here, ...all.filter(({ id }) => id !== here.id)]
  for (const clause of ordered)
    for (const requirement of clause.requirements)
      yield {
        label: requirement.id,
        detail: requirementTitle(requirement),
        documentation: requirement.text,
        kind: CompletionItemKind.EnumMember,
      }
}

/** Tables and figures: by their label where they have one, else by their caption. */
export function* captions({ linted }: View, word?: string): Generator<Suggestion> {
  const { resolver, report } = linted.subject
  const seen = new Set<string>()
  for (const { block } of textIndex(report).blocks) {
    if (!('caption' in block) || block.caption === undefined) continue
    const caption = block.caption.text.trim()
    const label = block.label ?? caption
    const number = resolver.captions.find(label)?.number
    if (label === '' || number === undefined || seen.has(label)) continue
    if (word !== undefined && !number.startsWith(word)) continue
    seen.add(label)
    const detail = label === caption ? number : `${number} ${caption}`
    yield { label, detail, kind: CompletionItemKind.Reference, filter: `${label} ${caption}` }
  }
}

export function* clauseNumbers({ linted }: View): Generator<Suggestion> {
  for (const clause of allClauses(linted.award.clauses))
    yield { label: clause.id, detail: clauseHeading(clause), kind: CompletionItemKind.Module }
}

export function* evidences({ linted }: View): Generator<Suggestion> {
  for (const { id, title } of linted.subject.evidence.all)
    yield { label: id, detail: title, kind: CompletionItemKind.File, filter: `${id} ${title}` }
}

/** `revenue.2019`, the last year first. */
export function* indicatorYears({ linted }: View): Generator<Suggestion> {
  for (const { id, name, unit = '', values } of linted.subject.indicators.all)
    for (const { year, text } of values.toReversed())
      yield {
        label: `${id}.${year}`,
        detail: `${name} ${year}：${text}${unit}`,
        kind: CompletionItemKind.Constant,
        filter: `${id}.${year} ${name}`,
      }
}

export function* indicatorIds({ linted }: View): Generator<Suggestion> {
  for (const { id, name, unit } of linted.subject.indicators.all)
    yield {
      label: id,
      detail: unit === undefined ? name : `${name}（${unit}）`,
      kind: CompletionItemKind.Constant,
      filter: `${id} ${name}`,
    }
}
