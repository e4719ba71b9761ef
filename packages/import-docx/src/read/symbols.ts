/** Boxes and ticks that forms set in Wingdings and its kin; Word moves the codes up by F000. */
const wingdings: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '□'],
  [0x72, '□'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x9e, '·'],
  [0x9f, '•'],
  [0xa1, '○'],
  [0xa3, '□'],
  [0xa8, '□'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xe8, '➔'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])

const wingdings2: ReadonlyMap<number, string> = new Map([
  [0x2a, '□'],
  [0x2b, '□'],
  [0x4f, '✗'],
  [0x50, '✓'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0x53, '☒'],
  [0xa2, '■'],
  [0xa3, '□'],
])

const plain: ReadonlyMap<number, string> = new Map([
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb4, '×'],
  [0xb8, '÷'],
  [0xa3, '≤'],
  [0xb3, '≥'],
  [0xb9, '≠'],
  [0x61, 'α'],
  [0x62, 'β'],
  [0x67, 'γ'],
  [0x64, 'δ'],
  [0x6d, 'μ'],
  [0x70, 'π'],
  [0x73, 'σ'],
  [0x44, 'Δ'],
  [0x53, 'Σ'],
  [0x57, 'Ω'],
  [0xb7, '•'],
  [0xae, '→'],
])

/** A character of a symbol font; undefined where it has no known twin. */
export function symbolOf(font: string, code: string): string | undefined {
  const number = Number.parseInt(code, 16)
  if (Number.isNaN(number)) return undefined
  const low = number >= 0xf000 && number <= 0xf0ff ? number - 0xf000 : number
  const name = font.toLowerCase()
  if (name.startsWith('wingdings 2')) return wingdings2.get(low)
  if (name.startsWith('wingdings')) return wingdings.get(low)
  if (name.startsWith('symbol')) return plain.get(low)
  return low > 0x20 && number < 0xe000 ? String.fromCodePoint(number) : undefined
}
