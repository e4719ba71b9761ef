/** How long a text is, in the three ways an office may count. */
export interface CharacterCount {
  /** 字: Word's 字数. */
  readonly characters: number
  /** How many of them only count because their class depends on the font (“ ” … — · ×). */
  readonly uncertain: number
  /** 字符数（不计空格）. */
  readonly withoutSpaces: number
  /** 字符数（计空格）. */
  readonly withSpaces: number
}

export const nothing: CharacterCount = {
  characters: 0,
  uncertain: 0,
  withoutSpaces: 0,
  withSpaces: 0,
}

const eastAsian = 1
const uncertain = 2
const space = 3
const other = 4

/** Characters that Word classes by font: counted one each, and said to be uncertain. */
const byFont = new Set([...'‘’“”…—·×÷±°‰℃№'].map((character) => character.codePointAt(0) ?? 0))

function classOf(code: number): number {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d) ? space : other
  if (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0x3001 && code <= 0x31ff) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0x3200 && code <= 0x33ff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0x20000 && code <= 0x3ffff)
  )
    return eastAsian
  if (
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0x85 ||
    code === 0x1680 ||
    code === 0x202f ||
    code === 0x205f ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029
  )
    return space
  if (
    byFont.has(code) ||
    (code >= 0x2160 && code <= 0x217f) ||
    (code >= 0x2190 && code <= 0x22ff) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    (code >= 0x2500 && code <= 0x27bf)
  )
    return uncertain
  return other
}

/**
 * Counts as Word's dialogue does: each Chinese character and full-width mark is one 字, each unbroken run of anything
 * else is one; only white space and Chinese end a run.
 */
export function countCharacters(text: string): CharacterCount {
  let characters = 0
  let uncertainCount = 0
  let withoutSpaces = 0
  let withSpaces = 0
  let inRun = false
  const composed = text.normalize('NFC')
  for (let at = 0; at < composed.length; at++) {
    const code = composed.codePointAt(at) ?? 0
    if (code > 0xffff) at++
    if (code === 0x0a || code === 0x0d) {
      inRun = false
      continue
    }
    withSpaces++
    const kind = classOf(code)
    if (kind === space) {
      inRun = false
      continue
    }
    withoutSpaces++
    if (kind === other) {
      if (!inRun) characters++
      inRun = true
    } else {
      characters++
      if (kind === uncertain) uncertainCount++
      inRun = false
    }
  }
  return { characters, uncertain: uncertainCount, withoutSpaces, withSpaces }
}

export function addCounts(a: CharacterCount, b: CharacterCount): CharacterCount {
  return {
    characters: a.characters + b.characters,
    uncertain: a.uncertain + b.uncertain,
    withoutSpaces: a.withoutSpaces + b.withoutSpaces,
    withSpaces: a.withSpaces + b.withSpaces,
  }
}
