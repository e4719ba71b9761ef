import { Decimal } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import type { Indicator, Indicators, YearValue } from '@ziping/report'

/** Whose figure it is: the applicant's own, its target, or one it is compared with. */
export type FigureOf = 'values' | 'target' | 'benchmark' | 'competitor' | 'industry'

/** A figure that differs between two sets of indicators. */
export interface FigureChange {
  readonly kind: 'figure'
  readonly indicator: string
  readonly name: string
  readonly of: FigureOf
  /** The competitor, where there may be several. */
  readonly whose?: string
  readonly year: number
  readonly before?: string
  readonly after?: string
  readonly placeBefore?: Place
  readonly placeAfter?: Place
}

/** Something else about an indicator: its unit, its name, or that it is there at all. */
export interface IndicatorChange {
  readonly kind: 'indicator'
  readonly indicator: string
  readonly name: string
  readonly what: 'added' | 'removed' | 'unit' | 'name' | 'better' | 'provisional'
  readonly before?: string
  readonly after?: string
  readonly placeBefore?: Place
  readonly placeAfter?: Place
}

/** All that differs, in the order of the indicators before, then what is new. */
export function compareIndicators(
  before: Indicators,
  after: Indicators,
): readonly (FigureChange | IndicatorChange)[] {
  const removedOrChanged = before.all.flatMap((indicator) => {
    const other = after.byId.get(indicator.id)
    return other === undefined
      ? [presence(indicator, 'removed', before)]
      : [
          ...properties(indicator, other, before, after),
          ...figures(indicator, other, before, after),
        ]
  })
  const added = after.all
    .filter(({ id }) => !before.byId.has(id))
    .map((indicator) => presence(indicator, 'added', after))
  return [...removedOrChanged, ...added]
}

function presence(
  { id, name, path }: Indicator,
  what: 'added' | 'removed',
  { file }: Indicators,
): IndicatorChange {
  const place = file?.placeOf(path, 'key')
  const where = what === 'added' ? 'placeAfter' : 'placeBefore'
  return {
    kind: 'indicator',
    indicator: id,
    name,
    what,
    ...(place === undefined ? {} : { [where]: place }),
  }
}

function properties(
  a: Indicator,
  b: Indicator,
  before: Indicators,
  after: Indicators,
): readonly IndicatorChange[] {
  const told = (['unit', 'name', 'better', 'provisional'] as const).map((what) => ({
    what,
    from: String(a[what] ?? ''),
    to: String(b[what] ?? ''),
  }))
  return told
    .filter(({ from, to }) => from !== to)
    .map(({ what, from, to }) => ({
      kind: 'indicator',
      indicator: a.id,
      name: a.name,
      what,
      ...(from === '' ? {} : { before: from }),
      ...(to === '' ? {} : { after: to }),
      ...places([...a.path, what], [...b.path, what], before, after),
    }))
}

function places(
  pathBefore: Indicator['path'],
  pathAfter: Indicator['path'],
  before: Indicators,
  after: Indicators,
): { readonly placeBefore?: Place; readonly placeAfter?: Place } {
  const placeBefore = before.file?.placeOf(pathBefore)
  const placeAfter = after.file?.placeOf(pathAfter)
  return {
    ...(placeBefore === undefined ? {} : { placeBefore }),
    ...(placeAfter === undefined ? {} : { placeAfter }),
  }
}

interface Series {
  readonly of: FigureOf
  readonly whose?: string
  readonly values: readonly YearValue[]
  readonly path: Indicator['path']
}

function figures(
  a: Indicator,
  b: Indicator,
  before: Indicators,
  after: Indicators,
): readonly FigureChange[] {
  const [old, now] = [seriesOf(a, before), seriesOf(b, after)]
  const keys = [...new Set([...old, ...now].map(keyOf))]
  return keys.flatMap((key) => {
    const was = old.find((series) => keyOf(series) === key)
    const is = now.find((series) => keyOf(series) === key)
    const { of, whose } = was ?? is ?? { of: 'values' }
    const years = new Set([...(was?.values ?? []), ...(is?.values ?? [])].map(({ year }) => year))
    return [...years].toSorted().flatMap((year): readonly FigureChange[] => {
      const from = was?.values.find((value) => value.year === year)?.text
      const to = is?.values.find((value) => value.year === year)?.text
      if (isSame(from, to)) return []
      return [
        {
          kind: 'figure',
          indicator: a.id,
          name: a.name,
          of,
          ...(whose === undefined ? {} : { whose }),
          year,
          ...(from === undefined ? {} : { before: from }),
          ...(to === undefined ? {} : { after: to }),
          ...places(
            [...(was?.path ?? a.path), String(year)],
            [...(is?.path ?? b.path), String(year)],
            before,
            after,
          ),
        },
      ]
    })
  })
}

function keyOf({ of, whose }: Series): string {
  return `${of} ${whose ?? ''}`
}

/** `12.50` and `12.5` are the same figure. */
function isSame(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  const [one, other] = [a, b].map((text) => new Decimal(text.replaceAll(',', '')))
  return one !== undefined && other !== undefined && one.eq(other)
}

function seriesOf(indicator: Indicator, { file }: Indicators): readonly Series[] {
  const { path } = indicator
  const own = (['values', 'target'] as const).map((of) => ({
    of,
    values: indicator[of],
    path: [...path, of],
  }))
  const compared = (['benchmark', 'competitor', 'industry'] as const).flatMap((of) =>
    indicator[of].map(({ name, values }, index) => {
      const several = Array.isArray(memberOf(file?.value, [...path, of]))
      return {
        of,
        whose: name,
        values,
        path: several ? [...path, of, index, 'values'] : [...path, of, 'values'],
      }
    }),
  )
  return [...own, ...compared]
}

function memberOf(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (here, key) =>
      typeof here === 'object' && here !== null
        ? Object.entries(here).find(([name]) => name === String(key))?.[1]
        : undefined,
    value,
  )
}
