import { glyphWidth } from './glyph-width.ts'

const opening = new Set('（《〈「『【〔〖［｛“‘([{')
const closing = new Set('）》〉」』】〕〗］｝”’、，。；：？！％‰℃…·)]},.;:!?%/')
/** In the middle of a word, but a line may end behind them. */
const parting = new Set('-/')

/** Lines of a paragraph, filled one character after another as Word and print fill them: nothing hangs, nothing is squeezed. */
export class LineFilling {
  readonly #width: number
  #used: number
  /** What stands behind the last place where the line may end. */
  #word = 0
  #last = ''
  #count = 1

  /** All in points; `indent` is that of the first line. */
  constructor(width: number, indent: number) {
    this.#width = width
    this.#used = indent
  }

  get count(): number {
    return this.#count
  }

  text(value: string, size: number): void {
    for (const character of value)
      if (character === '\n') this.endLine()
      else this.#add(character, glyphWidth(character) * size)
  }

  /** A picture, a box to tick: may stand at either end of a line. */
  object(width: number): void {
    this.#add('\ufffc', width)
  }

  endLine(): void {
    this.#count += 1
    this.#used = 0
    this.#word = 0
    this.#last = ''
  }

  #add(character: string, width: number): void {
    if (mayPart(this.#last, character)) this.#word = 0
    this.#last = character
    // A blank that does not fit any more stays outside.
    if (character === ' ' && this.#used + width > this.#width) return
    if (this.#used + width > this.#width + tolerance) {
      this.#count += 1
      // A word longer than a line is broken anywhere.
      this.#used = this.#word + width > this.#width ? 0 : this.#word
      this.#word = this.#used
    }
    this.#used += width
    this.#word += width
  }
}

/** Twips are rounded. */
const tolerance = 0.05

function mayPart(before: string, after: string): boolean {
  if (before === '' || after === ' ') return false
  if (before === ' ') return true
  if (closing.has(after) || opening.has(before)) return false
  if (before === '—' && after === '—') return false
  if (!isLatin(before) || !isLatin(after)) return true
  return parting.has(before) && !/\d/.test(after)
}

function isLatin(character: string): boolean {
  return character > ' ' && character < '\u2000'
}
