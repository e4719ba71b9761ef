import type { Place } from '@ziping/diagnostics'
import type { Block, Indicator, Report, ReportDocument, Section } from '@ziping/report'
import type { LintSubject } from './subject.ts'
import { typedValues } from './typed-values.ts'
import { blocksOf } from './typed-values-passages.ts'

/** An indicator whose series a table or chart shows. */
export interface ShownSeries {
  readonly indicator: Indicator
  readonly block: Block
  readonly document: ReportDocument
  readonly section: Section | undefined
}

/** An indicator that running text or a table of a process clause gives a figure of. */
export interface NamedIndicator {
  readonly indicator: Indicator
  readonly section: Section | undefined
  readonly document: ReportDocument
  readonly place: Place
}

interface Indicated {
  readonly shown: readonly ShownSeries[]
  readonly named: readonly NamedIndicator[]
}

const known = new WeakMap<Report, Indicated>()

/** The series that tables and charts show, in reading order. */
export function shownSeries(subject: LintSubject): readonly ShownSeries[] {
  return indicatedIn(subject).shown
}

/** Where the report gives figures of its indicators, in reading order. */
export function namedIndicators(subject: LintSubject): readonly NamedIndicator[] {
  return indicatedIn(subject).named
}

export function isResult(section: Section | undefined): boolean {
  return section?.clause.kind === 'result'
}

/** Series shown in clauses of results, each indicator once for each clause. */
export function resultSeries(
  subject: LintSubject,
): readonly (ShownSeries & { readonly section: Section })[] {
  const seen = new Set<string>()
  return shownSeries(subject).flatMap((shown) => {
    const { section, indicator } = shown
    if (section === undefined || !isResult(section)) return []
    const key = `${indicator.id} ${section.holding ?? ''} ${section.clause.id}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ ...shown, section }]
  })
}

/** Indicators that the report uses anywhere. */
export function usedIndicators(subject: LintSubject): readonly Indicator[] {
  const used = new Set<Indicator>()
  const { shown, named } = indicatedIn(subject)
  for (const { indicator } of [...shown, ...named]) used.add(indicator)
  return subject.indicators.all.filter((indicator) => used.has(indicator))
}

/** Where an indicator stands in the data. */
export function placeOfIndicator(
  { indicators, workspace }: LintSubject,
  indicator: Indicator,
  ...below: readonly string[]
): Place {
  const { file } = indicators
  return below.length === 0
    ? (file?.placeOf(indicator.path, 'key') ?? workspace.configFile.placeOf([]))
    : (file?.placeOf([...indicator.path, ...below]) ?? workspace.configFile.placeOf([]))
}

function indicatedIn(subject: LintSubject): Indicated {
  const { report, indicators } = subject
  const before = known.get(report)
  if (before !== undefined) return before
  const { prose, undated, cells, passages, inTables } = typedValues(subject)
  const shown: ShownSeries[] = []
  for (const { block, document, section } of blocksOf(report)) {
    if (block.kind !== 'chart' && block.kind !== 'indicator-table') continue
    for (const id of block.indicators) {
      const indicator = indicators.byId.get(id)
      if (indicator !== undefined) shown.push({ indicator, block, document, section })
    }
  }
  for (const { indicator, cell, table } of inTables)
    shown.push({ indicator, block: table, ...cell })
  const drawn = passages.flatMap((passage) =>
    passage.drawn.map((one) => ({
      passage,
      ...one,
      indicator: indicators.byId.get(one.indicator),
    })),
  )
  const named: NamedIndicator[] = [
    ...[...prose, ...undated].map(({ indicator, passage, from, to }) => ({
      indicator,
      section: passage.section,
      document: passage.document,
      place: passage.placeOf(from, to),
    })),
    ...drawn.flatMap(({ indicator, passage, start, end }) =>
      indicator === undefined
        ? []
        : [
            {
              indicator,
              section: passage.section,
              document: passage.document,
              place: passage.placeOf(start, end),
            },
          ],
    ),
    ...cells.map(({ indicator, section, document, place }) => ({
      indicator,
      section,
      document,
      place,
    })),
  ]
  const made = { shown, named }
  known.set(report, made)
  return made
}
