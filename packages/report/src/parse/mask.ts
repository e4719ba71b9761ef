import type { Span } from '../inline.ts'
import { Comments } from './comments.ts'
import { parseDirectiveLine } from './directives.ts'
import {
  isBlank,
  isComparison,
  type Line,
  linesOf,
  noPrefix,
  type Prefix,
  readPrefix,
  withoutPrefix,
} from './lines.ts'
import type { Lost } from './loss.ts'
import { InlineMask } from './mask-inlines.ts'
import { type Masked, type MaskedText, Patches } from './masked-text.ts'
import { shield } from './units.ts'

/** Hides what CommonMark does not know in a stretch of a file that holds whole lines. */
export function maskText(source: string, span: Span, lost: Lost): MaskedText {
  return new LineMask(source, span, lost).run()
}

/** The same for words inside a line, such as a directive's title. */
export function maskInlines(source: string, { start, end }: Span, lost: Lost): MaskedText {
  const patches = new Patches()
  new InlineMask(source, patches, new Comments(source, end), lost).run(start, end, noPrefix)
  return patches.apply(source, start, end)
}

const rule = /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/
const fence = /(`{3,}(?=[^`\r\n]*(?:[\r\n]|$))|~{3,})/y

class LineMask {
  readonly #source: string
  readonly #span: Span
  readonly #lost: Lost
  readonly #patches = new Patches()
  readonly #lines: readonly Line[]
  readonly #comments: Comments
  readonly #inlines: InlineMask
  /** Where the text of the list items that are open begins, as columns. */
  #items: number[] = []

  constructor(source: string, span: Span, lost: Lost) {
    this.#source = source
    this.#span = span
    this.#lost = lost
    this.#lines = linesOf(source, span.start, span.end)
    this.#comments = new Comments(source, span.end)
    this.#inlines = new InlineMask(source, this.#patches, this.#comments, lost)
  }

  run(): MaskedText {
    for (let i = 0; i < this.#lines.length; ) i = this.#read(i)
    return this.#patches.apply(this.#source, this.#span.start, this.#span.end)
  }

  /** Deals with what begins on a line; the line to go on with. */
  #read(index: number): number {
    const line = this.#lines[index]
    if (line === undefined) return index + 1
    if (isBlank(this.#source, line.start, line.end)) {
      this.#inlines.endParagraph()
      this.#widen(line.start, line.end)
      return index + 1
    }
    const prefix = readPrefix(this.#source, line)
    this.#enter(line, prefix)
    if (prefix.content === line.end) {
      this.#inlines.endParagraph()
      return index + 1
    }
    const opened = this.#fenceAt(prefix.content)
    if (opened !== undefined) return this.#fenceEnd(opened, prefix, index)
    const block = this.#blockAt(index, prefix)
    if (block === undefined) return this.#paragraph(index, prefix.content, prefix)
    const after = this.#lineAfter(block.end)
    this.#patches.hideLines(block, this.#lines[after - 1]?.end ?? block.end)
    return after
  }

  /** Indentation becomes ordinary spaces; marks that nest too deep, or compare, become text. */
  #enter(line: Line, { start, content, indent, items, tooDeep }: Prefix): void {
    this.#widen(line.start, items.length === 0 ? content : start)
    if (tooDeep !== undefined)
      this.#patches.replace(tooDeep.start, shield(this.#source.slice(tooDeep.start, tooDeep.end)))
    else if (isComparison(this.#source, content)) this.#patches.replace(content, shield('>'))
    this.#items = [...this.#items.filter((open) => open <= indent), ...items]
  }

  /** Full-width and other wide spaces are ordinary ones where nothing is printed. */
  #widen(start: number, end: number): void {
    const text = this.#source.slice(start, end)
    const plain = text.replace(/[^\S\t]/g, ' ')
    if (plain !== text) this.#patches.replace(start, plain)
  }

  /** The lines of a paragraph, up to one that is blank or begins something else. */
  #paragraph(index: number, start: number, prefix: Prefix): number {
    let next = index + 1
    // Nothing goes on behind a heading or a rule, not even lazily out of a quotation.
    const isWhole =
      this.#source[start] === '#' ||
      (start === prefix.content && this.#isRule(start, this.#lines[index]?.end))
    while (!isWhole && next < this.#lines.length && this.#continues(next, prefix.quotes)) next++
    const end = this.#lines[next - 1]?.end ?? start
    const stop = this.#inlines.run(start, end, prefix)
    for (const line of this.#lines.slice(index + 1, next))
      this.#enter(line, readPrefix(this.#source, line))
    if (stop <= end) return next
    // A comment ran on over lines that looked like something else.
    const last = this.#lineAfter(stop) - 1
    return this.#paragraph(last, stop, prefix)
  }

  #continues(index: number, quotes: number): boolean {
    const line = this.#lines[index]
    if (line === undefined || isBlank(this.#source, line.start, line.end)) return false
    const prefix = readPrefix(this.#source, line)
    if (prefix.content === line.end) return false
    const plain = prefix.quotes <= quotes && prefix.items.length === 0
    if (!plain || /^(?:[#|]|\[\^)/.test(this.#source.slice(prefix.content, prefix.content + 2)))
      return false
    if (this.#isRule(prefix.content, line.end)) return false
    return this.#fenceAt(prefix.content) === undefined && this.#blockAt(index, prefix) === undefined
  }

  #isRule(start: number, end = start): boolean {
    return rule.test(this.#source.slice(start, end))
  }

  /** A directive, formula or comment that fills whole lines. */
  #blockAt(index: number, prefix: Prefix): Masked | undefined {
    const source = this.#source
    const { content, quotes } = prefix
    const end = this.#lines[index]?.end ?? content
    if (/[:：]/.test(source[content] ?? '')) {
      const directive = parseDirectiveLine(source, content, end)
      const stop = content + source.slice(content, end).trimEnd().length
      if (directive === 'almost')
        this.#lost({ kind: 'directive', span: { start: content, end: stop } })
      else if (directive !== undefined)
        return { kind: 'line', start: content, end: stop, directive }
    }
    if (source.startsWith('$$', content)) return this.#formula(index, content, quotes)
    return source.startsWith('<!--', content) ? this.#comment(index, prefix) : undefined
  }

  #comment(index: number, prefix: Prefix): Masked | undefined {
    const start = prefix.content
    const end = this.#comments.endOf(start)
    const last = end === undefined ? undefined : this.#lines[this.#lineAfter(end) - 1]
    if (end === undefined || last === undefined || !isBlank(this.#source, end, last.end))
      return undefined
    // Between two rows of a table it must not end the table.
    if (last === this.#lines[index] && this.#hasPipe(index - 1) && this.#hasPipe(index + 1))
      return undefined
    const value = withoutPrefix(this.#source.slice(start + 4, end - 3), prefix)
    return { kind: 'note', start, end, value }
  }

  #hasPipe(index: number): boolean {
    const line = this.#lines[index]
    return line !== undefined && this.#source.slice(line.start, line.end).includes('|')
  }

  #formula(index: number, start: number, quotes: number): Masked | undefined {
    const source = this.#source
    const first = source.slice(start, this.#lines[index]?.end).trimEnd()
    const single = /^\$\$(.*[^\s$].*)\$\$$/.exec(first)?.[1]
    if (single !== undefined)
      return { kind: 'formula', start, end: start + first.length, value: single.trim() }
    if (first !== '$$') return undefined
    const body: string[] = []
    for (let i = index + 1; i < this.#lines.length; i++) {
      const line = this.#lines[i]
      if (line === undefined || isBlank(source, line.start, line.end)) return undefined
      const text = withoutQuotes(source.slice(line.start, line.end), quotes)
      if (text === undefined) return undefined
      if (text.trim() === '$$') {
        const end = line.start + source.slice(line.start, line.end).trimEnd().length
        return body.length === 0
          ? undefined
          : { kind: 'formula', start, end, value: body.join('\n') }
      }
      body.push(text.trim())
    }
    return undefined
  }

  #fenceAt(content: number): string | undefined {
    fence.lastIndex = content
    return fence.exec(this.#source)?.[0]
  }

  /** The line behind a fence: its closing line, or the end of the quotation or list item it stands in. */
  #fenceEnd(opened: string, { quotes, column }: Prefix, index: number): number {
    this.#inlines.endParagraph()
    const close = new RegExp(`^[ \\t]*\\${opened[0] ?? '`'}{${opened.length},}[ \\t]*$`)
    const container = Math.max(0, ...this.#items.filter((open) => open <= column))
    for (let i = index + 1; i < this.#lines.length; i++) {
      const line = this.#lines[i]
      if (line === undefined) break
      const text = this.#source.slice(line.start, line.end)
      const own = withoutQuotes(text, quotes)
      if (own === undefined) return i
      const width = text.length - own.trimStart().length
      if (own.trim() !== '' && width < container) return i
      if (close.test(own)) return i + 1
    }
    return this.#lines.length
  }

  #lineAfter(offset: number): number {
    let low = 0
    let high = this.#lines.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#lines[middle]?.start ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** A line behind its `>`; undefined if it has fewer than it should. */
function withoutQuotes(line: string, quotes: number): string | undefined {
  let rest = line
  for (let i = 0; i < quotes; i++) {
    const mark = /^[ \t]*>/.exec(rest)?.[0]
    if (mark === undefined) return undefined
    rest = rest.slice(mark.length)
  }
  return rest
}
