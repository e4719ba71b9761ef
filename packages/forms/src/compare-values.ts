import type { Field } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import { fieldName } from './findings/field-finding.ts'
import type { FormValue } from './form-value.ts'
import { maskValue } from './mask.ts'
import { printValue } from './print-value.ts'
import { isPersonalField } from './read/field-kinds.ts'

/** Two values of one field that print differently. */
export interface Difference {
  readonly field: string
  readonly value: string
  readonly expected: string
  readonly place: Place
}

/** Only single values are compared: a list given here may rightly be shorter than the facts. */
export function isComparable({ type }: Field): boolean {
  return type !== 'list' && type !== 'series' && type !== 'longtext'
}

export function differenceOf(
  field: Field,
  own: FormValue,
  other: FormValue | undefined,
): Difference | undefined {
  if (!isComparable(field) || other === undefined) return undefined
  if (!('content' in own) || !('content' in other)) return undefined
  const [value, expected] = [printValue(own, field), printValue(other, field)]
  if (value === expected) return undefined
  const shown = isPersonalField(field) ? maskValue : (text: string): string => text
  return {
    field: fieldName(field),
    value: shown(value),
    expected: shown(expected),
    place: own.place,
  }
}
