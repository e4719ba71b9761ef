const chinese = '\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}'
const opening = '（《〈「『【〔〖［｛“‘'
const beforeQuote = new RegExp(`[${chinese}”’—…](?=[“‘])`, 'gu')
const afterQuote = new RegExp(`[”’](?=[${chinese}—…])`, 'gu')
/** Never at the start of a line. */
const closing = /[）》〉」』】〕〗］｝”’、，。；：？！％‰℃]/u

/**
 * Where a line of Chinese may break although Unicode's rules say no: before an opening quotation mark, behind a closing one.
 * Chromium knows only the rules, Word and Chinese practice break there. Positions are UTF-16.
 */
export function breakPoints(text: string): readonly number[] {
  const points: number[] = []
  for (const { index, 0: mark } of text.matchAll(beforeQuote))
    if (!opening.includes(mark)) points.push(index + mark.length)
  for (const { index, 0: mark } of text.matchAll(afterQuote)) {
    const after = index + mark.length
    if (!closing.test(text.charAt(after))) points.push(after)
  }
  return [...new Set(points)].toSorted((a, b) => a - b)
}
