import type { Award } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import { allBlocks, type Block, type Heading } from './block.ts'
import { findLeadIns } from './dimensions.ts'
import { findAnswers } from './find-answers.ts'
import { type ClauseMatch, ClauseMatcher, type Numbering } from './match-clauses.ts'
import { readNote } from './notes.ts'
import { type ParsedDocument, parseDocument } from './parse-document.ts'
import type { Report, ReportDocument, Section, UnknownMark, Waiver } from './report.ts'
import { unitsOf } from './unit.ts'

/** Texts by file name: a quick way to a report for examples and tests. */
export function parseReport(files: Readonly<Record<string, string>>, award: Award): Report {
  const documents = Object.entries(files).map(([file, text]): ReportDocument => {
    const parsed = parseDocument(file, text)
    if (file === 'overview.md') return { kind: 'overview', id: 'overview', parsed }
    if (file.startsWith('cases/')) return { kind: 'case', id: 'case', parsed }
    if (file.startsWith('form/'))
      return { kind: 'field', id: file.slice(5).replace(/\.md$/, ''), parsed }
    const holding = /^report\/([^/]+)\//.exec(file)?.[1]
    return holding === undefined
      ? { kind: 'report', id: 'report', parsed }
      : { kind: 'report', id: 'report', holding, parsed }
  })
  return assembleReport(documents, award, 'award')
}

/** Finds out which text of the parsed documents answers what. */
export function assembleReport(
  documents: readonly ReportDocument[],
  award: Award,
  numbering: Numbering,
): Report {
  const sections: Section[] = []
  const outside: { file: string; blocks: readonly Block[] }[] = []
  const unknownMarks: UnknownMark[] = []
  for (const chapters of byHolding(documents)) {
    const holding = chapters[0]?.holding
    for (const draft of draftSections(chapters, award, numbering)) {
      if (draft.match === undefined) {
        outside.push({ file: draft.file, blocks: draft.blocks })
        continue
      }
      const { section, marks } = sectionOf(award, draft, draft.match, holding)
      sections.push(section)
      unknownMarks.push(...marks)
    }
  }
  const waivers = documents.flatMap((document) => waiversIn(document.parsed))
  return { award, documents, sections, outside, waivers, unknownMarks }
}

function byHolding(documents: readonly ReportDocument[]): readonly (readonly ReportDocument[])[] {
  const groups = new Map<string | undefined, ReportDocument[]>()
  for (const document of documents) {
    if (document.kind !== 'report') continue
    groups.set(document.holding, [...(groups.get(document.holding) ?? []), document])
  }
  return [...groups.values()]
}

interface Draft {
  readonly file: string
  readonly match?: { readonly heading: Heading; readonly found: ClauseMatch }
  readonly blocks: Block[]
}

/** Cuts the chapters at the headings of clauses; a clause may run on into the next file. */
function draftSections(
  chapters: readonly ReportDocument[],
  award: Award,
  numbering: Numbering,
): readonly Draft[] {
  const matcher = new ClauseMatcher(award)
  const drafts: Draft[] = []
  const begin = (draft: Draft): Draft => {
    drafts.push(draft)
    return draft
  }
  for (const { parsed } of chapters) {
    const { file } = parsed
    let draft = drafts.at(-1) ?? begin({ file, blocks: [] })
    for (const block of openBoxes(parsed.blocks)) {
      if (block.kind === 'heading') {
        const found = matcher.match(block, parsed.frontMatter.numbering ?? numbering)
        if (found !== undefined) {
          draft = begin({ file, match: { heading: block, found }, blocks: [] })
          continue
        }
        // A heading above the clause's own level ends the clause.
        if (draft.match !== undefined && block.level < draft.match.heading.level)
          draft = begin({ file, blocks: [] })
      }
      draft.blocks.push(block)
    }
  }
  return drafts.filter((draft) => draft.match !== undefined || draft.blocks.length > 0)
}

/** A clause may begin inside a landscape part: its blocks count one by one. */
function openBoxes(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'landscape' && block.blocks.some((inner) => inner.kind === 'heading')
      ? openBoxes(block.blocks)
      : [block],
  )
}

interface Finished {
  readonly section: Section
  readonly marks: readonly UnknownMark[]
}

/** The last section under each heading, and what it was made from. */
const last = new WeakMap<Heading, Finished & { readonly award: Award }>()

/** The same blocks answer the same clause in the same way: a section that has not changed stays what it was. */
function sectionOf(
  award: Award,
  draft: Draft,
  match: NonNullable<Draft['match']>,
  holding: string | undefined,
): Finished {
  const before = last.get(match.heading)
  if (before?.award === award && isOf(before.section, draft, match, holding)) return before
  const finished = finishSection(award, draft, match, holding)
  last.set(match.heading, { ...finished, award })
  return finished
}

function isOf(
  section: Section,
  { file, blocks }: Draft,
  { found }: NonNullable<Draft['match']>,
  holding: string | undefined,
): boolean {
  const { clause, by, numberSays, foreignTitle } = section.match
  return (
    section.file === file &&
    section.holding === holding &&
    clause === found.clause &&
    by === found.by &&
    numberSays === found.numberSays &&
    foreignTitle === found.foreignTitle &&
    section.blocks.length === blocks.length &&
    section.blocks.every((block, index) => block === blocks[index])
  )
}

function finishSection(
  award: Award,
  draft: Draft,
  match: NonNullable<Draft['match']>,
  holding: string | undefined,
): Finished {
  const { clause } = match.found
  const units = unitsOf(draft.blocks)
  const { answers, unknownMarks } = findAnswers(award, clause, units, match.heading.level)
  const { leadIns, histories } = findLeadIns(award, units)
  const section: Section = {
    clause,
    ...(holding === undefined ? {} : { holding }),
    file: draft.file,
    heading: match.heading,
    match: match.found,
    blocks: draft.blocks,
    units,
    answers,
    leadIns,
    histories,
    place: match.heading.place,
  }
  return { section, marks: unknownMarks }
}

function waiversIn(document: ParsedDocument): readonly Waiver[] {
  const waivers: Waiver[] = []
  const blocks = [...allBlocks(document.blocks)]
  blocks.forEach((block, index) => {
    for (const { value, place } of notesIn(block)) {
      const meaning = readNote(value)
      if (meaning.kind !== 'waiver') continue
      const covered =
        block.kind === 'note' ? blocks.slice(index + 1).find((next) => next.kind !== 'note') : block
      const waiver = { rule: meaning.rule, reason: meaning.reason, place }
      waivers.push(covered === undefined ? waiver : { ...waiver, covers: covered.place })
    }
  })
  return waivers
}

function notesIn(block: Block): readonly { readonly value: string; readonly place: Place }[] {
  if (block.kind === 'note') return [{ value: block.value, place: block.place }]
  if (block.kind !== 'paragraph') return []
  return block.content.flatMap((inline) =>
    inline.kind === 'note-text' ? [{ value: inline.value, place: block.place }] : [],
  )
}
