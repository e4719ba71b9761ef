import { type Decimal, isDay, looksLikeDay } from '@ziping/award'
import type { Bilingual } from '@ziping/diagnostics'

/** A single typed value of a form or a fact. */
export type Scalar =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: Decimal; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'period'; readonly from: string; readonly to?: string }
  | { readonly kind: 'industry'; readonly code: string; readonly name?: string }

export type ScalarKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'percent'
  | 'date'
  | 'month'
  | 'year'
  | 'dayOrMonth'
  | 'period'
  | 'boolean'
  | 'phone'
  | 'mobile'
  | 'email'
  | 'postcode'
  | 'uscc'
  | 'idcard'
  | 'industry'
  | 'region'

/** How a kind is called, and how a value of it is written. */
export interface ScalarNotation {
  readonly name: Bilingual
  readonly written: Bilingual
}

export const notations: Readonly<Record<ScalarKind, ScalarNotation>> = {
  text: notation('文字', 'text', '写成一段文字', 'Write a text'),
  integer: notation('整数', 'a whole number', '只写数字，如 1116', 'Write digits only, like 1116'),
  number: notation('数值', 'a number', '只写数字，如 81260.5', 'Write a number, like 81260.5'),
  percent: notation('百分数', 'a percentage', '写成 14.35 或 14.35%', 'Write 14.35 or 14.35%'),
  date: notation('日期', 'a date', '写到日，如 2020-08-14', 'Write the day too, like 2020-08-14'),
  month: notation('年月', 'a month', '写成 2018-01', 'Write it like 2018-01'),
  year: notation('年份', 'a year', '写成 2019', 'Write it like 2019'),
  dayOrMonth: notation(
    '日期',
    'a date',
    '写成 2018-12-18，不知道哪天的写到月',
    'Write 2018-12-18, or 2018-12 where the day is not known',
  ),
  period: notation('起止时间', 'a period', '写成 2017-03 至 2017-11', 'Write 2017-03 至 2017-11'),
  boolean: notation('是或否', 'yes or no', '写“是”或“否”', 'Write 是 or 否 (true or false)'),
  phone: notation('电话号码', 'a telephone number', '写成 0513-80000000', 'Write 0513-80000000'),
  mobile: notation('手机号码', 'a mobile number', '写 11 位手机号码', 'Write all 11 digits'),
  email: notation('电子邮箱', 'an e-mail address', '写成 名字@域名', 'Write name@domain'),
  postcode: notation('邮政编码', 'a postcode', '写 6 位数字', 'Write 6 digits'),
  uscc: notation(
    '统一社会信用代码',
    'a unified social credit code',
    '18 位，照营业执照核对；不含字母 I、O、S、V、Z',
    'Compare with the licence: 18 characters, without I, O, S, V, Z',
  ),
  idcard: notation(
    '公民身份号码',
    'an identity number',
    '18 位，照身份证核对，末位可为 X',
    'Compare with the identity card: 18 digits, the last may be X',
  ),
  industry: notation(
    '行业代码',
    'an industry code',
    '写 GB/T 4754-2017 的小类代码，如 C3551 或 3551',
    'Write the GB/T 4754-2017 class, like C3551 or 3551',
  ),
  region: notation(
    '行政区划代码',
    'an area code',
    '写 6 位数字，如 320600',
    'Write 6 digits, like 320600',
  ),
}

/** How a value is written that can't be read; that a day does not exist is told as such. */
export function notationOf(kind: ScalarKind, text: string): ScalarNotation {
  const { name, written } = notations[kind]
  if (kind !== 'date' && kind !== 'dayOrMonth') return { name, written }
  if (!looksLikeDay(text.trim()) || isDay(text.trim())) return { name, written }
  const advice = { 'zh-CN': '没有这一天，照日历核对月和日', en: 'There is no such day' }
  return { name, written: advice }
}

function notation(zhName: string, enName: string, zh: string, en: string): ScalarNotation {
  return { name: { 'zh-CN': zhName, en: enName }, written: { 'zh-CN': zh, en } }
}

/** Kinds whose values are never shown in full. */
export function isPersonal(kind: ScalarKind): boolean {
  return kind === 'idcard' || kind === 'phone' || kind === 'mobile' || kind === 'email'
}
