import type { Bilingual } from '@ziping/diagnostics'
import { readDate } from '../calendar-day.ts'

/** What a pattern asks for, and how the value would be right where that can be told. */
interface RightForm {
  /** A part of the pattern that tells it from the others. */
  readonly sign: string
  readonly words: Bilingual
  readonly mend?: (value: string) => Bilingual | undefined
}

const orOpen: Bilingual = {
  'zh-CN': '；还没有的写“待查: 谁 何时”',
  en: '; “待查: who, when” where it is still open',
}

const rightForms: readonly RightForm[] = [
  { sign: '^\\d{4}-', ...form('日期写成 2020-08-21', 'Write dates as 2020-08-21'), mend: mendDay },
  {
    sign: '(?:\\d{4}-',
    ...form(`日期写成 2020-08-21${orOpen['zh-CN']}`, `Write dates as 2020-08-21${orOpen.en}`),
    mend: mendDay,
  },
  {
    sign: '^\\d{4}$',
    ...form('年份写成四位数字，如 2019', 'Write years in four digits, such as 2019'),
  },
  {
    sign: '[^\\s',
    ...form('键里不要用空格、逗号、# 和括号', 'Keys have no spaces, commas, # or brackets'),
  },
  {
    sign: '[\\d,]+',
    ...form(
      `写成数，如 81260、1,250.5 或 98.5%${orOpen['zh-CN']}`,
      `Write a number such as 81260, 1,250.5 or 98.5%${orOpen.en}`,
    ),
    mend: mendNumber,
  },
  {
    sign: '^Y(',
    ...form(
      '年份写成 Y、Y-3，或事实的路径，如 project.inService',
      'Write Y, Y-3 or a path such as project.inService',
    ),
  },
  {
    sign: '[a-z0-9]+(-',
    ...form(
      '只用小写字母、数字和连字符，如 nantong-org-2020',
      'Use small letters, digits and hyphens',
    ),
  },
  {
    sign: '[A-Za-z]',
    ...form(
      '以字母开头，只用字母、数字和点，如 t1.orgName',
      'Start with a letter; use letters, digits, dots',
    ),
  },
  {
    sign: '[a-zA-Z]',
    ...form(
      '以字母开头，只用字母和数字，如 totalAssets',
      'Start with a letter; use letters and digits',
    ),
  },
]

function form(zh: string, en: string): { readonly words: Bilingual } {
  return { words: { 'zh-CN': zh, en } }
}

/** Advice on a value that a pattern refuses; a pattern itself is never shown. */
export function rightForm(pattern: string, value: string): Bilingual {
  const known = knownForm(pattern)
  return known?.mend?.(value) ?? known?.words ?? unknown
}

/** Whether there are words for what a pattern asks for. */
export function hasWords(pattern: string): boolean {
  return knownForm(pattern) !== undefined
}

const knownForm = (pattern: string): RightForm | undefined =>
  rightForms.find(({ sign }) => pattern.includes(sign))

const unknown: Bilingual = {
  'zh-CN': '对照文档中的例子，或同一文件里写对的一项改写',
  en: 'Write it as the examples in the manual, or another entry of this file, are written',
}

/** `2020/8/14` names a day; `2020年8月` only a month, and which day it was is not ours to say. */
function mendDay(value: string): Bilingual | undefined {
  const date = readDate(value)
  if (date?.length === 10) return { 'zh-CN': `写成 ${date}`, en: `Write ${date}` }
  if (date !== undefined)
    return {
      'zh-CN': `要写到日，如 ${date.padEnd(7, '-01')}-15；只知道年月的，照原件查到是哪一天`,
      en: `Give the day too, such as ${date.padEnd(7, '-01')}-15; look it up in the document`,
    }
  const month = readDate(/^\s*(\d{4}\s*年\s*\d{1,2}\s*月)\s*[底末]/u.exec(value)?.[1] ?? '')
  if (month === undefined) return undefined
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
  return {
    'zh-CN': `要写到日：指月末那一天的，写成 ${last}`,
    en: `Give the day too: for the last of the month write ${last}`,
  }
}

/** `46,820万元` is a number with its unit. */
function mendNumber(value: string): Bilingual | undefined {
  const [, number, unit] = /^(-?[\d,]+(?:\.\d+)?)([^\d.,]+)$/u.exec(spaceless(value)) ?? []
  if (number === undefined || unit === undefined) return undefined
  const plain = number.replaceAll(',', '')
  return {
    'zh-CN': `只写数：${plain}；单位“${unit}”写在这个指标的 unit 里`,
    en: `Write the number alone: ${plain}; its unit “${unit}” goes into “unit” of the indicator`,
  }
}

const spaceless = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')
