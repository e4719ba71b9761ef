import type { Field } from '@ziping/award'
import type { FindingMaker, Severity, Wording } from '@ziping/diagnostics'
import { maskedFinding } from '../masked-finding.ts'

/** The rules that form data is checked by. */
export const fieldRules = [
  'field-unknown',
  'field-type',
  'field-check-digit',
  'field-option',
  'field-range',
  'field-required',
  'field-open',
  'field-differs',
  'field-rule',
  'field-computed',
] as const
export type FieldRule = (typeof fieldRules)[number]

/** How a field is called in messages: `“中专以上学历人数”（t1.eduCount）`. */
export function fieldName(field: Pick<Field, 'id' | 'label'>, part?: string): string {
  const label = field.label.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
  return `“${label.replace(/[：:]$/u, '')}${part === undefined ? '' : ` ${part}`}”（${field.id}）`
}

/** Declares a finding about a field. */
export function fieldFinding<Values>(
  rule: FieldRule,
  messageId: string,
  severity: Severity,
  words: Wording<Values>,
): FindingMaker<Values> {
  return maskedFinding({ rule, messageId, severity, words })
}

/** A field, as messages call it. */
export interface Named {
  readonly field: string
}
export interface WithValue extends Named {
  readonly value: string
}
