import type { Field } from '@ziping/award'
import { nearest } from '@ziping/diagnostics'
import { fieldName } from '../findings/field-finding.ts'
import { wrongOption, wrongShape } from '../findings/wrong-value.ts'
import type { FormContent } from '../form-value.ts'
import type { Written } from '../written.ts'
import type { FieldReading } from './field-reading.ts'

/** Reads one option, or several where the field allows it, by id or label. */
export function readChoice(
  reading: FieldReading,
  field: Field,
  written: Written,
): FormContent | undefined {
  const typed = typedOptions(field, written)
  if (typed.includes(undefined) || (typed.length > 1 && field.multiple !== true)) {
    const wanted = { 'zh-CN': '一个选项', en: 'one option' }
    reading.findings.push(wrongShape(written.place, { field: fieldName(field), wanted }))
    return undefined
  }
  const ids = typed.map((text) => findOption(reading, field, text ?? '', written))
  if (ids.includes(undefined)) return undefined
  return {
    kind: 'choice',
    ids: ids.flatMap((id) => id ?? []),
    several: field.multiple === true,
  }
}

function typedOptions(
  { multiple }: Field,
  { value, text, child }: Written,
): readonly (string | undefined)[] {
  if (Array.isArray(value)) return value.map((_, index) => child(index).text)
  return multiple === true && text !== undefined ? text.split(/\s*[、,，;；]\s*/u) : [text]
}

function findOption(
  { findings }: FieldReading,
  field: Field,
  text: string,
  { place }: Written,
): string | undefined {
  const typed = comparable(text)
  const found = field.options.find(
    ({ id, label }) => comparable(label) === typed || comparable(id) === typed,
  )
  if (found !== undefined) return found.id
  const options = field.options.map(({ label }) => label)
  const near = nearOption(typed, options)
  findings.push(wrongOption(place, { field: fieldName(field), value: text, options, near }))
  return undefined
}

/** 中 for 中型, C for C制造业: what an option begins with is nearer than what looks alike. */
function nearOption(typed: string, options: readonly string[]): string | undefined {
  const beginning = options.filter((option) => typed !== '' && comparable(option).startsWith(typed))
  return beginning.length === 1 ? beginning[0] : nearest(typed, options)
}

function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}
