/** What years a stretch of a sentence speaks of. */
export type Time =
  | { readonly kind: 'year'; readonly year: number }
  /** 2017—2019年, 2018年、2019年 */
  | { readonly kind: 'years'; readonly years: readonly number[] }
  /** 2019年较2017年 */
  | { readonly kind: 'versus'; readonly from: number; readonly to: number }
  /** 上半年, 6月, 近年来: no year of the data. */
  | { readonly kind: 'unclear' }

const notWhole =
  '(?!\\d{1,2}月|[前后初]|[上下]半年|第?[一二三四1-4]季|以[来前后]|之[前后]|来[，、,]|起|代|间|中[期旬，])'

/** A whole year, or its end. */
export const yearPattern: string = `(?:截至|截止|到|至|于|在)?(?:20\\d\\d)年(?:度|年末|年底|末|底|全年|12月31日)?${notWhole}`
const spanPattern = '20\\d\\d年?度?(?:[—–~～-]{1,2}|至|到)20\\d\\d年(?:度|末|底|期间|间)?'
const listPattern = '20\\d\\d年?(?:[、和及与]20\\d\\d年?)*[、和及与]20\\d\\d年'
const versusPattern = '20\\d\\d年(?:与|较|比)20\\d\\d年(?:相比)?'

export const timePattern: string = `(?:${versusPattern}|${spanPattern}|${listPattern}|${yearPattern})`

const versus = new RegExp(`^${versusPattern}$`)
const span = new RegExp(`^${spanPattern}$`)

/** Reads what `timePattern` found. */
export function readTime(text: string): Time {
  const years = [...text.matchAll(/20\d\d/g)].map((match) => Number(match[0]))
  const [first = 0, second] = years
  if (second === undefined) return { kind: 'year', year: first }
  if (versus.test(text)) return { kind: 'versus', from: second, to: first }
  if (!span.test(text)) return { kind: 'years', years }
  return second - first < 1 || second - first > 9
    ? { kind: 'unclear' }
    : {
        kind: 'years',
        years: Array.from({ length: second - first + 1 }, (_, index) => first + index),
      }
}

const clauseStart = new RegExp(
  `^[\\s]*(?:其中|此外|同时|另外|而|且|并|但|到|至)?(?<time>${timePattern})`,
)
const anyTime =
  /20\d\d年?|[上去前次翌今本]年|[上下]半年|季度|\d月|[一二三四五六七八九十]月|年初|以来|目前|同期|\d日|此前|此后|当月/g
/** Another figure of the same time, or more of the figure before. */
const figure =
  /^[^\d]{2,20}(?:[率度额量数益入润期间分本用]|得分)(?:为|达到?|是)?\d[\d.,]*[^\d]{0,6}$|^(?:[与比较距]|同比|仍|且|也|均)/

/** 2019年主要指标：… */
const headed = new RegExp(`(?:^|[，。；])(?<time>${timePattern})[^，。；：:\\d]{0,14}[：:]$`)

/** The time that a sentence speaks of, and whether it holds for all that follows (2019年，…). */
export interface Frame {
  readonly time: Time | undefined
  readonly holds: boolean
}

const unclear: Frame = { time: { kind: 'unclear' }, holds: false }

/** How the time of a sentence has changed after a stretch of it that could not be read as statements. */
export function frameAfter(stretch: string, before: Frame): Frame {
  let frame = before
  const heading = headed.exec(stretch)?.groups?.['time']
  if (heading !== undefined) return { time: readTime(heading), holds: true }
  for (const clause of stretch.split(/[，,；;：:（）()、【】]/)) {
    const lead = clauseStart.exec(clause)
    const rest = clause.slice(lead?.[0].length ?? 0).trim()
    if (lead?.groups?.['time'] !== undefined)
      frame = { time: readTime(lead.groups['time']), holds: rest === '' }
    if (rest !== '' && !frame.holds && frame.time !== undefined && !figure.test(rest))
      frame = unclear
    // 比2017年, 由2017年的: what it is compared with, not what it speaks of.
    for (const match of rest.matchAll(anyTime))
      if (!/[比较与由从自和]$/.test(rest.slice(0, match.index))) frame = unclear
  }
  return frame
}

const anyWhole = new RegExp(timePattern, 'g')

/** The last time in a text that is read whole. */
export function timeIn(text: string): Time | undefined {
  const found = [...text.matchAll(anyWhole)].at(-1)
  return found === undefined ? undefined : readTime(found[0])
}

export function yearOf(text: string | undefined): number | undefined {
  const digits = /20\d\d/.exec(text ?? '')?.[0]
  return digits === undefined ? undefined : Number(digits)
}
