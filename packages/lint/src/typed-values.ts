import {
  holdingsIn,
  type Indicator,
  type ParsedDocument,
  parseDocument,
  type Report,
  type ReportDocument,
  SourceText,
} from '@ziping/report'
import { type DataLine, dataLines } from './data-lines.ts'
import { sourceOf } from './source-places.ts'
import type { LintSubject } from './subject.ts'
import type { Claim, ProseValue, Statements, UndatedValue } from './typed-values-claims.ts'
import { type IndicatorNames, indicatorNames } from './typed-values-names.ts'
import {
  blocksOf,
  type Drawn,
  type Passage,
  passageAgain,
  passageOf,
} from './typed-values-passages.ts'
import { saidIn } from './typed-values-said.ts'
import { readSentences } from './typed-values-sentences.ts'
import { type OwnSubject, ownSubject } from './typed-values-subject.ts'
import type { CellValue } from './typed-values-tables.ts'
import { readTableAgain } from './typed-values-tables-kept.ts'

/** Everything a report says of its indicators in typed figures, read once for all rules. */
export interface TypedValues {
  readonly names: IndicatorNames
  readonly passages: readonly Passage[]
  readonly prose: readonly ProseValue[]
  readonly undated: readonly UndatedValue[]
  readonly cells: readonly CellValue[]
  readonly claims: readonly Claim[]
  /** `[81260万元](#revenue.2019)`. */
  readonly ties: readonly { readonly passage: Passage; readonly drawn: Drawn }[]
  /** The indicators that a typed table has a row or column of. */
  readonly inTables: readonly {
    readonly indicator: Indicator
    readonly cell: Pick<CellValue, 'section' | 'document'>
    readonly table: CellValue['table']
  }[]
}

const read = new WeakMap<Report, TypedValues>()

export function typedValues(subject: LintSubject): TypedValues {
  const known = read.get(subject.report)
  if (known !== undefined) return known
  const made = readTypedValues(subject)
  read.set(subject.report, made)
  return made
}

function readTypedValues(subject: LintSubject): TypedValues {
  const { report, views, resolver, indicators, workspace } = subject
  const names = indicatorNames(indicators)
  const subjects = subjectsOf(subject)
  const passages: Passage[] = []
  const prose: ProseValue[] = []
  const undated: UndatedValue[] = []
  const cells: CellValue[] = []
  const claims: Claim[] = []
  const ties: { passage: Passage; drawn: Drawn }[] = []
  const inTables: TypedValues['inTables'][number][] = []
  const take = (statements: Statements): void => {
    prose.push(...statements.values)
    undated.push(...statements.undated)
    claims.push(...statements.claims)
  }
  const byDocument = new Map<ReportDocument, Passage[]>()
  for (const at of blocksOf(report)) {
    const { document, section } = at
    const source = sourceOf(workspace, document.parsed.file)
    if (at.block.kind === 'table') {
      const table = readTableAgain({ table: at.block, document, section, source, names })
      cells.push(...table.values)
      for (const indicator of table.named)
        inTables.push({ indicator, cell: { section, document }, table: at.block })
    }
    const passage = passageAgain(at, source, resolver)
    if (passage === undefined) continue
    passages.push(passage)
    const own = byDocument.get(document) ?? []
    byDocument.set(document, own)
    own.push(passage)
    for (const drawn of passage.drawn) if (drawn.tie !== undefined) ties.push({ passage, drawn })
  }
  const { years } = resolver
  for (const [index, view] of views.entries()) {
    const document = report.documents[index]
    const own = document === undefined ? undefined : byDocument.get(document)
    const reading = { names, subject: subjects(document?.holding), years }
    for (const statements of saidIn(view, own ?? [], reading, indicators)) take(statements)
  }
  const inData = { names, subject: subjects(undefined), years }
  for (const passage of dataPassages(subject, names)) take(readSentences(passage, inData))
  return { names, passages, prose, undated, cells, claims, ties, inTables }
}

/** Sentences in the facts and in the form that speak of an indicator. */
function* dataPassages(
  { workspace, resolver }: LintSubject,
  names: IndicatorNames,
): Generator<Passage> {
  for (const line of dataLines(workspace)) {
    const parsed = parsedLine(line, names)
    if (parsed === undefined) continue
    const { file, text, placeOf } = line
    const document: ReportDocument = { kind: 'field', id: file, parsed }
    for (const block of parsed.blocks) {
      const at = { block, document, section: undefined }
      const passage = passageOf(at, new SourceText(file, text), resolver)
      if (passage === undefined) continue
      const spanOf = passage.spanOf
      yield {
        ...passage,
        placeOf: (from, to) => {
          const { start, end } = spanOf(from, to)
          return placeOf(start, end)
        },
      }
    }
  }
}

interface ParsedLine {
  readonly names: IndicatorNames
  /** Nothing where no indicator is named beside a figure. */
  readonly parsed: ParsedDocument | undefined
}

const parsedLines = new WeakMap<DataLine, ParsedLine>()

function parsedLine(line: DataLine, names: IndicatorNames): ParsedDocument | undefined {
  const before = parsedLines.get(line)
  if (before?.names === names) return before.parsed
  const { file, text } = line
  const isRead = /\d/.test(text) && names.find(text).length > 0
  const parsed = isRead ? parseDocument(file, text) : undefined
  parsedLines.set(line, { names, parsed })
  return parsed
}

/** A controlled company's chapters call that company their own. */
function subjectsOf(subject: LintSubject): (holding: string | undefined) => OwnSubject {
  const { applicant, award, report } = subject
  const own = (names: readonly (string | undefined)[]): OwnSubject =>
    ownSubject(
      award.applicant.kind,
      names.filter((name) => name !== undefined && name !== '').map(String),
    )
  const made = new Map<string | undefined, OwnSubject>([
    [undefined, own([applicant.name, ...applicant.shortNames])],
  ])
  for (const holding of holdingsIn(report)) {
    if (holding === undefined) continue
    const company = applicant.holdings.find(
      ({ folder, name, shortNames }) =>
        folder === holding || name === holding || shortNames.includes(holding),
    )
    made.set(holding, own([holding, company?.name, ...(company?.shortNames ?? [])]))
  }
  const usual = own([])
  return (holding) => made.get(holding) ?? usual
}
