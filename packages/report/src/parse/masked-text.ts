import type { Attributes, Span } from '../inline.ts'
import type { DirectiveLine, ValueDirective } from './directives.ts'
import { cover, coverLines, placeholders, plainBracket, shield, unshield } from './units.ts'

/** What is hidden from CommonMark, with its place in the file. */
export type Masked =
  | (Span & { readonly kind: 'note'; readonly value: string })
  | (Span & { readonly kind: 'formula'; readonly value: string })
  | (Span & { readonly kind: 'line'; readonly directive: DirectiveLine })
  | (Span & { readonly kind: 'value'; readonly directive: ValueDirective })
  | (Span & { readonly kind: 'label'; readonly label?: string; readonly attributes: Attributes })
  /** `<br>`, `<sub>` …, whose meaning is kept, and other tags, which print as typed. */
  | (Span & { readonly kind: 'tag' | 'html' })

/**
 * A stretch of a file as CommonMark is to see it: what is ours is overwritten by noncharacters of the same length, so
 * that offsets stay true, and put back afterwards.
 */
export class MaskedText {
  readonly source: string
  readonly text: string
  /** Where the stretch begins in the file. */
  readonly base: number
  readonly #items: readonly Masked[]

  constructor(source: string, text: string, base: number, items: readonly Masked[]) {
    this.source = source
    this.text = text
    this.base = base
    this.#items = items
  }

  /** What is hidden from an offset of the file on. */
  at(offset: number): Masked | undefined {
    const item = this.#items[this.#first(offset)]
    return item?.start === offset ? item : undefined
  }

  /** Everything hidden between two offsets, in order. */
  within({ start, end }: Span): readonly Masked[] {
    return this.#items.slice(this.#first(start), this.#first(end))
  }

  /** A string that CommonMark made of a stretch, with everything in it as it was typed. */
  asTyped(value: string, span: Span): string {
    const items = this.within(span)
    let index = 0
    const restored = value.replace(placeholders, (run) => {
      const item = items[index++]
      return item === undefined ? run : this.source.slice(item.start, item.end)
    })
    return unshield(restored).replace(/\r\n?/g, '\n')
  }

  /** The same text with what begins at some offsets of the file read as paragraphs. */
  withPlainBrackets(offsets: readonly number[]): MaskedText {
    let text = ''
    let from = 0
    for (const offset of offsets.toSorted((a, b) => a - b)) {
      const at = offset - this.base
      if (this.text[at] !== '[') continue
      text += this.text.slice(from, at) + plainBracket
      from = at + 1
    }
    return new MaskedText(this.source, text + this.text.slice(from), this.base, this.#items)
  }

  #first(offset: number): number {
    let low = 0
    let high = this.#items.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#items[middle]?.start ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

const newlineReference = /(?<=(?:^|[^\\])(?:\\\\)*)&(?:#0*1[03]|#[xX]0*[aAdD]|NewLine);/g

/** Collects what is to be overwritten in a text. */
export class Patches {
  readonly #items: Masked[] = []
  readonly #patches: { readonly start: number; readonly end: number; readonly text: string }[] = []

  hide(item: Masked): void {
    this.#cover(item, item.end, cover(item.end - item.start))
  }

  /** Hides what fills whole lines, up to the end of the last one. */
  hideLines(item: Masked, end: number): void {
    this.#cover(item, end, coverLines(end - item.start))
  }

  replace(start: number, text: string): void {
    this.#patches.push({ start, end: start + text.length, text })
  }

  #cover(item: Masked, end: number, text: string): void {
    this.#items.push(item)
    this.#patches.push({ start: item.start, end, text })
  }

  apply(source: string, start: number, end: number): MaskedText {
    // `&#10;` would put a line break into the middle of a line; it prints as typed.
    for (const { index } of source.slice(start, end).matchAll(newlineReference))
      this.replace(start + index, shield('&'))
    let text = ''
    let at = start
    for (const patch of this.#patches.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (patch.start < at) continue
      text += source.slice(at, patch.start) + patch.text
      at = patch.end
    }
    const items = this.#items.sort((a, b) => a.start - b.start)
    return new MaskedText(source, text + source.slice(at, end), start, items)
  }
}
