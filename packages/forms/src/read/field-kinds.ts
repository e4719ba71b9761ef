import type { Field } from '@ziping/award'
import { isPersonal, notations, type ScalarKind } from '../scalar.ts'

/** Types of fields that hold a single value. */
export type SingleType = Exclude<
  Field['type'],
  'choice' | 'list' | 'series' | 'counts' | 'certificate' | 'image' | 'signature' | 'seal'
>

export const scalarKinds: Readonly<Record<SingleType, ScalarKind>> = {
  text: 'text',
  longtext: 'text',
  rank: 'text',
  integer: 'integer',
  decimal: 'number',
  money: 'number',
  percent: 'percent',
  date: 'date',
  month: 'month',
  year: 'year',
  period: 'period',
  boolean: 'boolean',
  phone: 'phone',
  mobile: 'mobile',
  email: 'email',
  postcode: 'postcode',
  uscc: 'uscc',
  idcard: 'idcard',
  industry: 'industry',
}

/** How a value of the field is written, `写成 2018-01`; texts and numbers need no telling. */
export function fieldNotation({ type }: Field): string | undefined {
  return isSingle(type) ? notationOf(scalarKinds[type]) : undefined
}

export function notationOf(kind: ScalarKind): string | undefined {
  const plain = kind === 'text' || kind === 'integer' || kind === 'number' || kind === 'percent'
  return plain ? undefined : notations[kind].written['zh-CN']
}

/** Whether what a field holds must never be shown in full. */
export function isPersonalField({ type }: Field): boolean {
  return isSingle(type) && isPersonal(scalarKinds[type])
}

function isSingle(type: Field['type']): type is SingleType {
  return Object.hasOwn(scalarKinds, type)
}
