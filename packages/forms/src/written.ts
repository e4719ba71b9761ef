import { Decimal } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import type { DataFile, DataPath, Indicator, Indicators } from '@ziping/report'
import type { Applicant } from './applicant.ts'
import { type Gap, readGap } from './gap.ts'
import { asMap, asText } from './plain-data.ts'
import { typedText } from './typed-text.ts'

/** A value as it was written somewhere: in form.yaml, or in a file that the form draws on. */
export interface Written {
  readonly value: unknown
  /** A single value as typed. */
  readonly text: string | undefined
  readonly gap: Gap | undefined
  readonly place: Place
  readonly keyPlace: Place
  /** Where it is drawn from: `organization.name`. Absent in form.yaml itself. */
  readonly from?: string
  readonly unit?: string
  readonly child: (key: string | number) => Written
}

/** What form.yaml says at a path. */
export function writtenInForm(file: DataFile, at: DataPath): Written {
  const value = at.reduce<unknown>(memberOf, file.value)
  const text = typedText(file, at, value)
  return {
    value,
    text,
    gap: readGap(value, text),
    place: file.placeOf(at),
    keyPlace: file.placeOf(at, 'key'),
    child: (key) => writtenInForm(file, [...at, key]),
  }
}

/** A fact of applicant.yaml. */
export function writtenFact(applicant: Applicant, path: string): Written {
  const value = applicant.fact(path)
  const place = applicant.placeOf(path)
  return {
    value,
    text: textOfFact(value),
    gap: applicant.gap(path),
    place,
    keyPlace: place,
    from: path,
    child: (key) => writtenFact(applicant, `${path}.${key}`),
  }
}

/** An indicator's values by year. */
export function writtenIndicator({ file }: Indicators, indicator: Indicator): Written {
  const texts = Object.fromEntries(indicator.values.map(({ year, text }) => [year, text]))
  const at = (path: DataPath, value: unknown): Written => {
    const place = file?.placeOf(path) ?? { ...nowhere, file: 'data/indicators.yaml' }
    return {
      value,
      text: asText(value),
      gap: undefined,
      place,
      keyPlace: place,
      from: `indicators.${indicator.id}`,
      ...(indicator.unit === undefined ? {} : { unit: indicator.unit }),
      child: (key) => at([...path, String(key)], asMap(value)[key]),
    }
  }
  return at([...indicator.path, 'values'], texts)
}

/** A value that is calculated, not written: the rows of `within(honours, "3y")`. */
export function writtenResult(value: unknown, from: string, place: Place): Written {
  return {
    value,
    text: textOfFact(value),
    gap: undefined,
    place,
    keyPlace: place,
    from,
    child: (key) => writtenResult(memberOf(value, key), from, place),
  }
}

const nowhere = { line: 1, column: 1, endLine: 1, endColumn: 1 }

function memberOf(value: unknown, key: string | number): unknown {
  return Array.isArray(value) ? value[Number(key)] : asMap(value)[key]
}

function textOfFact(value: unknown): string | undefined {
  if (Decimal.isDecimal(value)) return new Decimal(value).toFixed()
  if (typeof value === 'boolean') return value ? '是' : '否'
  return asText(value)
}
