import type { Span } from '../inline.ts'
import { isAsciiPunctuation } from './align.ts'
import { parseAttributes } from './attributes.ts'
import { codeSpans } from './code-spans.ts'
import type { Comments } from './comments.ts'
import { isValueName, parseValueDirective } from './directives.ts'
import { noPrefix, type Prefix, withoutPrefix } from './lines.ts'
import type { Lost } from './loss.ts'
import type { Patches } from './masked-text.ts'
import { shield } from './units.ts'

/** A tag whose meaning is kept; what else HTML would take for a tag, a declaration, an instruction. */
export const keptTag: RegExp = /<(?:\/?(?:sub|sup|u)[ \t]*|br[ \t]*\/?)>/iy
export const otherTag: RegExp =
  /<\/?[A-Za-z][A-Za-z0-9-]*(?:[ \t][^<>\r\n]{0,500})?\/?>|<[!?][^<>\r\n]{1,500}>/y
/**
 * How many marks of emphasis, and how many brackets, a paragraph may hold. What CommonMark does with them takes time
 * by the square; no text by people comes near.
 */
const mostEmphasis = 1500
const mostBrackets = 1500
const bracketEffort = 20_000_000

/** Hides what is ours inside the lines of a paragraph, a heading, a table row. */
export class InlineMask {
  readonly #source: string
  readonly #patches: Patches
  readonly #comments: Comments
  readonly #lost: Lost
  #emphasis = 0
  #brackets = 0
  #deleting = false
  #hasImage = false
  #codes: readonly Span[] = []
  #end = 0
  #prefix = noPrefix

  constructor(source: string, patches: Patches, comments: Comments, lost: Lost) {
    this.#source = source
    this.#patches = patches
    this.#comments = comments
    this.#lost = lost
  }

  /** A blank line: what was open is over. */
  endParagraph(): void {
    this.#emphasis = 0
    this.#brackets = 0
  }

  /** Reads from an offset to another; where it stopped is further on if a comment runs over the end. */
  run(start: number, end: number, prefix: Prefix): number {
    this.#end = end
    this.#prefix = prefix
    this.#hasImage = false
    this.#deleting = false
    this.#codes = codeSpans(this.#source, start, end, (at) => this.#comments.endOf(at))
    let code = 0
    let at = start
    while (at < end) {
      while ((this.#codes[code]?.end ?? Infinity) <= at) code++
      const span = this.#codes[code]
      at = span !== undefined && at >= span.start ? span.end : this.#step(at)
    }
    return at
  }

  /** Deals with the character at an offset; the offset to go on from. */
  #step(at: number): number {
    switch (this.#source[at]) {
      case '\\':
        return isAsciiPunctuation(this.#source[at + 1]) ? at + 2 : at + 1
      case '<':
        return this.#tag(at)
      case ':':
      case '：':
        return this.#value(at)
      case '{':
      case '｛':
        return this.#label(at)
      case '*':
      case '_':
      case '~':
        return this.#emphasisRun(at)
      case '!':
        this.#hasImage ||= this.#source[at + 1] === '['
        return at + 1
      case '[':
      case ']':
        return this.#bracket(at)
      case '`':
        return this.#backticks(at)
      case '\uFEFF':
        this.#patches.replace(at, shield('\uFEFF'))
        return at + 1
      default:
        return at + 1
    }
  }

  #tag(start: number): number {
    const source = this.#source
    if (source.startsWith('<!--', start)) {
      const end = this.#comments.endOf(start)
      if (end === undefined) return this.#open(start)
      const value = withoutPrefix(source.slice(start + 4, end - 3), this.#prefix)
      this.#patches.hide({ kind: 'note', start, end, value })
      return end
    }
    // `[题](<a b.png>)`: here the angle brackets belong to the link.
    if (source.startsWith('](', start - 2)) return start + 1
    for (const [kind, tag] of [['tag', keptTag] as const, ['html', otherTag] as const]) {
      tag.lastIndex = start
      const end = start + (tag.exec(source)?.[0].length ?? 0)
      if (end === start || end > this.#end) continue
      this.#patches.hide({ kind, start, end })
      return end
    }
    return start + 1
  }

  /** `<!--` without its end. */
  #open(start: number): number {
    this.#lost({ kind: 'comment', span: { start, end: start + 4 } })
    return start + 4
  }

  #value(start: number): number {
    const directive = parseValueDirective(this.#source, start)
    if (directive !== undefined && directive.end <= this.#end) {
      this.#patches.hide({ kind: 'value', start, end: directive.end, directive })
      return directive.end
    }
    const name = isValueName(this.#source, start + 1)
    if (name > 0) this.#lost({ kind: 'directive', span: { start, end: start + 1 + name } })
    return start + 1
  }

  /** `{#tbl-main}` at the end of a line, or attributes directly behind an image. */
  #label(start: number): number {
    const parsed = parseAttributes(this.#source, start)
    if (parsed === undefined || parsed.end > this.#end) return start + 1
    const { label, attributes, end } = parsed
    const empty = label === undefined && Object.keys(attributes).length === 0
    const behindImage = this.#hasImage && /[)\]]/.test(this.#source[start - 1] ?? '')
    if (empty || !(behindImage || (label !== undefined && this.#endsLine(end)))) return start + 1
    const named = label === undefined ? {} : { label }
    this.#patches.hide({ kind: 'label', start, end, ...named, attributes })
    return end
  }

  #endsLine(offset: number): boolean {
    let at = offset
    while (at < this.#end && /[ \t\u3000]/.test(this.#source[at] ?? '')) at++
    return (
      at >= this.#end ||
      /[\r\n]/.test(this.#source[at] ?? '') ||
      this.#source.startsWith('<!--', at)
    )
  }

  /** `1200*800*600mm` and `500~~2000`: between figures these are the author's signs. */
  #emphasisRun(start: number): number {
    const source = this.#source
    const mark = source[start] ?? ''
    let end = start
    while (end < this.#end && source[end] === mark) end++
    this.#emphasis++
    const between = isBetweenFigures(mark, end - start, source[start - 1], source[end])
    const tooMany = this.#emphasis > mostEmphasis
    if (mark === '~' && end - start === 2 && (!between || this.#deleting) && !tooMany) {
      // `~~100~~120万元` deletes a figure in front of another.
      this.#deleting = !this.#deleting && /\S/.test(source[end] ?? ' ')
      return end
    }
    if (between || tooMany) this.#shield({ start, end })
    return end
  }

  #bracket(at: number): number {
    this.#brackets++
    const most = Math.min(mostBrackets, bracketEffort / (this.#end - at + 1))
    if (this.#brackets > most) this.#patches.replace(at, shield(this.#source[at] ?? ''))
    return at + 1
  }

  /**
   * A run of backticks that nothing closes. CommonMark may see the paragraph go on, behind a comment over several lines
   * or a `2)`, and would make code of what was read as text here.
   */
  #backticks(start: number): number {
    let end = start
    while (end < this.#end && this.#source[end] === '`') end++
    this.#shield({ start, end })
    return end
  }

  #shield({ start, end }: Span): void {
    this.#patches.replace(start, shield(this.#source.slice(start, end)))
  }
}

function isBetweenFigures(
  mark: string,
  length: number,
  before: string | undefined,
  after: string | undefined,
): boolean {
  if (!/[\p{Nd}φΦ]/u.test(after ?? '')) return false
  if (mark === '*') return length === 1 && /[\p{Nd}A-Za-z)）φΦ]/u.test(before ?? '')
  return mark === '~' && length === 2 && /[\p{Nd}%％A-Za-z]/u.test(before ?? '')
}
