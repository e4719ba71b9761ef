import { keptTag, otherTag } from '../parse/mask-inlines.ts'

/** What a text stands in, as far as it decides which of its marks would be read as syntax. */
export interface Surroundings {
  /** Inside a table's cell, where `|` ends it. */
  readonly inCell: boolean
  /** Between brackets: of a link, an image, a directive's title. */
  readonly inBrackets: boolean
  /** Between the brackets of a directive, whose end full-width brackets could also be. */
  readonly inTitle: boolean
  /** In a heading or a caption, whose end could be taken for a label or closing marks. */
  readonly endsLine: boolean
}

/** A text as it has to be typed in the middle of a line so that it is read as it is. */
export function escapeText(value: string, around: Surroundings): string {
  let typed = ''
  for (let at = 0; at < value.length; at++) {
    const character = value[at] ?? ''
    const tag = character === '<' ? tagAt(value, at) : ''
    if (tag !== '') {
      typed += tag
      at += tag.length - 1
      continue
    }
    typed += isSyntax(value, at, character, around) ? escaped(character) : character
  }
  return typed
}

/** The first character of a line, where it would begin something. */
export function escapeLineStart(typed: string): string {
  if (/^\s/.test(typed)) return reference(typed.slice(0, 1)) + typed.slice(1)
  const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(typed)?.[0]
  if (number !== undefined) return `${number}\\${typed.slice(number.length)}`
  const begins =
    /^(?:#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|\$\$|[:：]{2}|[|:\-\s]+$)/.test(typed) ||
    /^(?:\|.*)$/.test(typed)
  return begins ? escaped(typed.slice(0, 1)) + typed.slice(1) : typed
}

/** `<ERP>` prints as typed, and reads better without a backslash. */
function tagAt(value: string, at: number): string {
  otherTag.lastIndex = at
  keptTag.lastIndex = at
  const kept = keptTag.test(value) || value.startsWith('<!--', at) || value.startsWith('](', at - 2)
  return kept ? '' : (otherTag.exec(value)?.[0] ?? '')
}

function isSyntax(value: string, at: number, character: string, around: Surroundings): boolean {
  const before = value[at - 1]
  const after = value[at + 1]
  switch (character) {
    case '\\':
      // What follows may itself be typed as a reference or behind a backslash.
      return (
        after === undefined ||
        /[!-/:-@[-`{-~\s]/.test(after) ||
        isSyntax(value, at + 1, after, around)
      )
    case '`':
    case '[':
      return true
    case '!':
      // The next thing may be a link.
      return after === undefined
    case '*':
      return !(isFigure(before) && isFigure(after))
    case '_':
      return !(isWord(before) && isWord(after))
    case '~':
      return before === '~' || after === '~' || before === undefined || after === undefined
    case ']':
      return around.inBrackets
    case '【':
    case '】':
    case '［':
    case '］':
      return around.inTitle
    case '<':
      return after === undefined || /[A-Za-z/!?]/.test(after)
    case '&':
      return /^&(?:#\d|#[xX][\da-fA-F]|[A-Za-z])[\dA-Za-z]*;/.test(value.slice(at, at + 40))
    case '{':
    case '｛':
      return before === undefined || /[)\]]/.test(before) || /[#＃\s]/.test(after ?? '#')
    case ':':
    case '：':
      return /^(?:指标|val)(?:[[【［]|$)/.test(value.slice(at + 1, at + 5))
    case '|':
      return around.inCell
    case '#':
      return around.endsLine && /^#*$/.test(value.slice(at))
    case '\uFEFF':
      return true
    default:
      return false
  }
}

function isFigure(character: string | undefined): boolean {
  return character !== undefined && /\d/.test(character)
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}

/** With a backslash where Markdown knows it, by its number elsewhere. */
function escaped(character: string): string {
  return /[!-/:-@[-`{-~]/.test(character) ? `\\${character}` : reference(character)
}

export function reference(character: string): string {
  return `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`
}

/** An address or a link's title: what could end it or be read as ours goes by its number. */
export function escapeAddress(text: string): string {
  return text.replace(/[\s<>()"\\`{}｛｝|&[\]*_~]|[:：](?=指标|val)/g, reference)
}

export function escapeTitle(text: string): string {
  return text
    .replace(/[<>"\\`{}｛｝|&[\]*_~]|[:：](?=指标|val)/g, reference)
    .replace(/(?<=\n)[^\p{L}]/gu, reference)
}
