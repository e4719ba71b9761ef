/** The same titles and first lines are compared with every clause, requirement and dimension. */
const known = new Map<string, string>()
const mostKnown = 10_000
/** Longer ones are whole texts, and hardly compared twice. */
const longestKnown = 200

/** A title as it is compared: NFKC, without spaces and punctuation, lower case. */
export function normalizeTitle(text: string): string {
  if (text.length > longestKnown) return normalize(text)
  const before = known.get(text)
  if (before !== undefined) return before
  const normalized = normalize(text)
  if (known.size >= mostKnown) known.clear()
  known.set(text, normalized)
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
