import type { Span } from '../../src/index.ts'

/**
 * A node as the accounts see it: its stretch of the source, the parts inside it, and a judgement on what stands
 * between them. `between` is that stretch with every part inside replaced by `·` and white space left out.
 */
export interface Part {
  readonly name: string
  readonly span: Span
  readonly parts: readonly Part[]
  readonly isSyntax: (between: string, typed: string) => boolean
}

/** What stands for a part inside another. */
export const hole = '·'

export function pattern(expression: RegExp): Part['isSyntax'] {
  return (between) => expression.test(between)
}

/** True where nothing but syntax is left of a text once everything that was kept is taken out. */
export function nothingLeft(
  typed: string,
  kept: readonly (string | undefined)[],
  syntax: RegExp,
): boolean {
  let rest = typed
  const longestFirst = kept
    .filter((text) => text !== undefined && text !== '')
    .sort((a = '', b = '') => b.length - a.length)
  for (const text of longestFirst) rest = rest.replaceAll(text ?? '', '')
  return rest.replace(/\s/g, '').replace(syntax, '') === ''
}

const names: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  mp: '∓',
  ap: '≈',
}

/** Without the backslashes of escapes, and with character references as the characters they name. */
export function decode(text: string): string {
  return text.replace(
    /\\([!-/:-@[-`{-~])|&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]+));/g,
    (typed: string, escaped?: string, decimal?: string, hex?: string, name?: string) => {
      if (escaped !== undefined) return escaped
      if (name !== undefined) return names[name] ?? typed
      const code = Number.parseInt(decimal ?? hex ?? '', hex === undefined ? 10 : 16)
      // A reference to a line break prints as typed.
      if (code === 10 || code === 13) return typed
      return isCharacter(code) ? String.fromCodePoint(code) : '\uFFFD'
    },
  )
}

/** Control characters, halves of pairs and noncharacters cannot be named. */
function isCharacter(code: number): boolean {
  const control = (code < 32 && ![9, 10, 12, 13].includes(code)) || (code > 126 && code < 160)
  const half = code >= 0xd800 && code < 0xe000
  const none = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe || code > 0x10ffff
  return !control && !half && !none
}
