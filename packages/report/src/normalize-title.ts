/** The same titles and first lines are compared with every clause, requirement and dimension. */
const known = new Map<string, string>()
const mostKnown = 10_000
/** Longer ones are whole texts: the last few are kept, for whoever judges a report at every keystroke. */
const longest = 200
const lastTexts = new Map<string, string>()
const mostTexts = 32

/** A title as it is compared: NFKC, without spaces and punctuation, lower case. */
export function normalizeTitle(text: string): string {
  return text.length > longest
    ? normalizeOnce(text, lastTexts, mostTexts)
    : normalizeOnce(text, known, mostKnown)
}

function normalizeOnce(text: string, before: Map<string, string>, most: number): string {
  const held = before.get(text)
  if (held !== undefined) return held
  const normalized = normalize(text)
  if (before.size >= most) before.clear()
  before.set(text, normalized)
  return normalized
}

function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .toLowerCase()
}

const digits = '零一二三四五六七八九'

/** 一 … 九十九 as a number. */
export function chineseNumber(text: string): number | undefined {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (match === null || text === '') return undefined
  const [, tens, ten, ones] = match
  if (ten === undefined)
    return ones === undefined && tens !== undefined ? digits.indexOf(tens) : undefined
  return (
    (tens === undefined ? 1 : digits.indexOf(tens)) * 10 +
    (ones === undefined ? 0 : digits.indexOf(ones))
  )
}
