import type { Place, TextEdit } from '@ziping/diagnostics'
import type { Block, Inline, SourceText, Text } from '@ziping/report'
import type { Resolver } from '@ziping/resolve'

export type PassagePart = 'text' | 'heading' | 'caption' | 'cell' | 'title'

/** Stands for a picture inside a line. */
const picture = '\uFFFC'

interface Aligned {
  readonly text: string
  /** Where each unit stands in the file; `-1 - start` of what it stands in, where it is not typed there letter by letter. */
  readonly offsets: readonly number[]
}

interface Given extends Aligned {
  readonly source: SourceText
  readonly block: Block
  readonly part: PassagePart
  readonly inlines: readonly Inline[]
  /** Stands in a quotation: somebody else's words. */
  readonly quoted: boolean
}

/** What a reader reads in one go — a paragraph, a heading, a cell, a caption — and where each character was typed. */
export class Passage {
  readonly source: SourceText
  readonly block: Block
  readonly part: PassagePart
  readonly inlines: readonly Inline[]
  readonly quoted: boolean
  readonly text: string
  readonly #offsets: readonly number[]

  constructor({ source, block, part, inlines, quoted, text, offsets }: Given) {
    this.source = source
    this.block = block
    this.part = part
    this.inlines = inlines
    this.quoted = quoted
    this.text = text
    this.#offsets = offsets
  }

  get file(): string {
    return this.source.file
  }

  /** The offset in the file of a character the author typed as it prints. */
  offset(index: number): number | undefined {
    const offset = this.#offsets[index]
    return offset === undefined || offset < 0 ? undefined : offset
  }

  place(start: number, end: number): Place {
    const from = this.#nearest(start)
    const to = this.#nearest(Math.max(start, end - 1))
    const width = end > start && this.offset(end - 1) !== undefined ? 1 : 0
    return this.source.place({ start: from, end: Math.max(from, to + width) })
  }

  /** A replacement of a stretch; undefined unless the file holds exactly these characters there. */
  edit(start: number, end: number, text: string): TextEdit | undefined {
    const from = this.offset(start)
    const to = this.offset(end - 1)
    if (from === undefined || to === undefined || to - from !== end - 1 - start) return undefined
    if (this.source.slice({ start: from, end: to + 1 }) !== this.text.slice(start, end))
      return undefined
    return { file: this.file, start: from, end: to + 1, text }
  }

  /** True where a line of the file begins with this character, but for indentation and marks of lists and quotations. */
  startsLine(index: number): boolean {
    const offset = this.offset(index)
    if (offset === undefined) return false
    if (index > 0 && this.text[index - 1] !== '\n') return false
    const before = this.source.text.slice(Math.max(0, offset - 100), offset)
    return /(?:^|[\r\n])[^\S\r\n]*(?:(?:>|[-*+]|\d{1,9}[.)])[^\S\r\n]+|>)*$/.test(before)
  }

  #nearest(index: number): number {
    const offset = this.#offsets[Math.min(index, this.#offsets.length - 1)] ?? 0
    return offset < 0 ? -1 - offset : offset
  }
}

/** The text inlines print as, with the place of every character. */
export function alignInline(
  inlines: readonly Inline[],
  source: SourceText,
  resolver: Pick<Resolver, 'printed'>,
): Aligned {
  const offsets: number[] = []
  let text = ''
  const put = (printed: string, start: number): void => {
    text += printed
    for (let i = 0; i < printed.length; i++) offsets.push(-1 - start)
  }
  const visit = (inline: Inline): void => {
    const { start } = inline.span
    switch (inline.kind) {
      case 'text':
        text += inline.value
        alignText(inline, source, offsets)
        break
      case 'image':
        put(picture, start)
        break
      case 'link':
        if (source.text[start] === '<') put(resolver.printed(inline.children), start)
        else inline.children.forEach(visit)
        break
      case 'reference':
        if (inline.word === undefined) inline.children.forEach(visit)
        else put(resolver.printed([inline]), start)
        break
      case 'value':
      case 'code-text':
      case 'line-break':
        put(resolver.printed([inline]), start)
        break
      case 'note-text':
      case 'label':
      case 'footnote-reference':
        break
      default:
        inline.children.forEach(visit)
    }
  }
  inlines.forEach(visit)
  return { text, offsets }
}

/** Follows a text through its source: `\*` and a line's end take more room there, `&amp;` ends what is certain. */
function alignText({ value, span }: Text, source: SourceText, offsets: number[]): void {
  let at = span.start
  for (let i = 0; i < value.length; i++) {
    const typed = at < span.end ? source.text[at] : undefined
    const escaped = typed === '\\' && at + 1 < span.end && source.text[at + 1] === value[i]
    const entity = typed === '&' && value[i] !== '&'
    if (typed === value[i] && !(typed === '&' && isEntity(source.text, at))) offsets.push(at++)
    else {
      offsets.push(-1 - Math.min(at, span.end))
      if (escaped) at += 2
      else if (value[i] !== '\n' || entity) at = span.end
    }
  }
}

function isEntity(text: string, at: number): boolean {
  return /^&(?:#\w{1,8}|[A-Za-z]\w{0,31});/.test(text.slice(at, at + 40))
}
