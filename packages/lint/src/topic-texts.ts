import { allClauses, type Clause, type Topic } from '@ziping/award'
import { type Place, placeOfFile } from '@ziping/diagnostics'
import { contentOf, fieldName, fieldsOf } from '@ziping/forms'
import { type ReportDocument, sectionsFor } from '@ziping/report'
import { textOfBlocks } from './printed-blocks.ts'
import type { LintSubject } from './subject.ts'

/** A text of the application and the topics the notice wants in it. */
export interface TopicText {
  readonly kind: 'document' | 'field' | 'profile'
  readonly title: string
  readonly place: Place
  readonly clause?: Clause
  readonly topics: readonly Pick<Topic, 'title' | 'words'>[]
  readonly text: string
}

/** Every text that is there and has topics to cover. */
export function* topicTexts(subject: LintSubject): Generator<TopicText> {
  yield* documents(subject)
  yield* fields(subject)
  yield* profiles(subject)
}

function* documents({ award, report, resolver }: LintSubject): Generator<TopicText> {
  for (const { id, title, source, topics, topicsFrom } of award.deliverables) {
    const listed = award.topicLists.find((list) => list.id === topicsFrom)?.topics ?? []
    const wanted = [...named(topics), ...listed]
    const parts = report.documents.filter(
      (one) =>
        one.kind !== 'field' && one.id === (source?.document ?? id) && one.holding === undefined,
    )
    const [first] = parts
    if (wanted.length === 0 || first === undefined) continue
    const place = placeOfFile(first.parsed.file)
    yield { kind: 'document', title, place, topics: wanted, text: textOfDocuments(parts, resolver) }
  }
}

function* fields({ award, form, report, resolver }: LintSubject): Generator<TopicText> {
  for (const field of fieldsOf(award)) {
    const value = form.values.get(field.id)
    if (field.topics.length === 0 || value === undefined) continue
    const content = contentOf(value)
    const document = value.kind === 'document' ? value.document : undefined
    const parts = report.documents.filter(({ parsed }) => parsed.file === document)
    const [first] = parts
    const text = content?.kind === 'text' ? content.text : textOfDocuments(parts, resolver)
    if (text === '') continue
    const place = first === undefined ? value.place : placeOfFile(first.parsed.file)
    yield { kind: 'field', title: fieldName(field), place, topics: named(field.topics), text }
  }
}

function* profiles({ award, report, resolver }: LintSubject): Generator<TopicText> {
  for (const clause of allClauses(award.clauses)) {
    const sections = sectionsFor(report, clause.id)
    const [first] = sections
    if (clause.topics.length === 0 || first === undefined) continue
    const text = sections.map(({ blocks, file }) => textOfBlocks(blocks, file, resolver)).join('\n')
    const topics = named(clause.topics)
    yield { kind: 'profile', title: clause.title, place: first.place, clause, topics, text }
  }
}

function named(titles: readonly string[]): readonly Pick<Topic, 'title' | 'words'>[] {
  return titles.map((title) => ({ title, words: [] }))
}

function textOfDocuments(
  documents: readonly ReportDocument[],
  resolver: LintSubject['resolver'],
): string {
  return documents
    .map(({ parsed }) => textOfBlocks(parsed.blocks, parsed.file, resolver))
    .join('\n')
}
