import type { DataFile, DataPath } from './data-file.ts'

/** A value as typed, exact. */
export interface YearValue {
  readonly year: number
  readonly text: string
  readonly number: number
}

/** Whom an indicator is compared with. */
export interface Comparison {
  readonly name: string
  readonly values: readonly YearValue[]
}

/** A measured quantity over the years. */
export interface Indicator {
  readonly id: string
  readonly name: string
  readonly unit?: string
  readonly better?: 'higher' | 'lower'
  readonly values: readonly YearValue[]
  readonly target: readonly YearValue[]
  readonly benchmark: readonly Comparison[]
  readonly competitor: readonly Comparison[]
  readonly industry: readonly Comparison[]
  readonly source?: string
  readonly evidence: readonly string[]
  readonly provisional: readonly number[]
  readonly note?: string
  readonly path: DataPath
}

export interface Indicators {
  readonly file?: DataFile
  readonly all: readonly Indicator[]
  readonly byId: ReadonlyMap<string, Indicator>
}

/** Reads data/indicators.yaml; what is malformed is left out here and told by the data findings. */
export function readIndicators(file: DataFile | undefined): Indicators {
  const all =
    file === undefined ? [] : entriesOf(file.value).map(([id, raw]) => readIndicator(file, id, raw))
  return {
    ...(file === undefined ? {} : { file }),
    all,
    byId: new Map(all.map((indicator) => [indicator.id, indicator])),
  }
}

function readIndicator(file: DataFile, id: string, raw: unknown): Indicator {
  const map = mapOf(raw)
  const series = (key: string): readonly YearValue[] => yearValues(file, [id, key], map[key])
  const better = map['better']
  const unit = textOf(map['unit'])
  const source = textOf(map['source'])
  const note = textOf(map['note'])
  return {
    id,
    name: textOf(map['name']) ?? id,
    ...(unit === undefined ? {} : { unit }),
    ...(better === 'higher' || better === 'lower' ? { better } : {}),
    values: series('values'),
    target: series('target'),
    benchmark: comparisons(file, [id, 'benchmark'], map['benchmark'], '标杆'),
    competitor: comparisons(file, [id, 'competitor'], map['competitor'], '竞争对手'),
    industry: comparisons(file, [id, 'industry'], map['industry'], '行业'),
    ...(source === undefined ? {} : { source }),
    evidence: listOf(map['evidence']).flatMap((item) => textOf(item)?.split(/[,，、\s]+/) ?? []),
    provisional: listOf(map['provisional']).map(Number).filter(Number.isInteger),
    ...(note === undefined ? {} : { note }),
    path: [id],
  }
}

function comparisons(
  file: DataFile,
  path: DataPath,
  raw: unknown,
  fallback: string,
): readonly Comparison[] {
  const list = Array.isArray(raw)
  return listOf(raw).map((item, index) => {
    const map = mapOf(item)
    const here = list ? [...path, index] : path
    return {
      name: textOf(map['name']) ?? fallback,
      values: yearValues(file, [...here, 'values'], map['values']),
    }
  })
}

function yearValues(file: DataFile, path: DataPath, raw: unknown): readonly YearValue[] {
  return entriesOf(raw)
    .flatMap(([year, value]) => {
      const text = (file.textOf([...path, year]) ?? String(value)).replace(/[%％]$/u, '')
      const number = typeof value === 'number' ? value : Number(text.replaceAll(',', ''))
      return /^\d{4}$/.test(year) && Number.isFinite(number) && value !== null && value !== ''
        ? [{ year: Number(year), text, number }]
        : []
    })
    .sort((a, b) => a.year - b.year)
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(mapOf(value))
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

export function valueIn(values: readonly YearValue[], year: number): YearValue | undefined {
  return values.find((value) => value.year === year)
}
