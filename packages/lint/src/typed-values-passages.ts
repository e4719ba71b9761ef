import type { Place } from '@ziping/diagnostics'
import {
  type Block,
  blocksIn,
  type Inline,
  type Report,
  type ReportDocument,
  type Section,
  type SourceText,
  type Span,
  type TiedValue,
} from '@ziping/report'
import type { Printing, Resolver } from '@ziping/resolve'

/** A stretch of running text as one string, each character of which knows where it was typed. */
export interface Passage {
  readonly text: string
  readonly document: ReportDocument
  readonly block: Block
  readonly section: Section | undefined
  /** Stretches that print from the data, or are tied to them. */
  readonly drawn: readonly Drawn[]
  /** Where a stretch of the text stands in the file. */
  readonly spanOf: (from: number, to: number) => Span
  readonly placeOf: (from: number, to: number) => Place
}

export interface Drawn extends Span {
  readonly indicator: string
  readonly year: number
  /** The plain value, not a rate or difference. */
  readonly plain: boolean
  readonly tie?: TiedValue
}

/** Blocks with the document and clause they stand in, in reading order. */
export function* blocksOf(report: Report): Generator<{
  readonly block: Block
  readonly document: ReportDocument
  readonly section: Section | undefined
}> {
  const sections = new Map<Block, Section>()
  for (const section of report.sections)
    for (const block of section.blocks) sections.set(block, section)
  for (const document of report.documents)
    for (const top of document.parsed.blocks) {
      const section = sections.get(top)
      for (const block of ownBlocks([top])) yield { block, document, section }
    }
}

/** What is quoted is not the writer's own. */
export function* ownBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block
    if (block.kind !== 'quote') yield* ownBlocks(blocksIn(block))
  }
}

/** The running text of a block; none for tables, diagrams and whatever else is no prose. */
export function passageOf(
  at: {
    readonly block: Block
    readonly document: ReportDocument
    readonly section: Section | undefined
  },
  source: SourceText,
  resolver: Pick<Resolver, 'printed'>,
): Passage | undefined {
  const { block } = at
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return undefined
  const reader = new Reader(source, resolver)
  reader.read(block.content)
  const { text, starts, ends, drawn } = reader
  const spanOf = (from: number, to: number): Span => ({
    start: starts[from] ?? block.span.start,
    end: ends[to - 1] ?? block.span.end,
  })
  const placeOf = (from: number, to: number): Place => source.place(spanOf(from, to))
  return { ...at, text, drawn, spanOf, placeOf }
}

interface PassageRead {
  readonly section: Section | undefined
  readonly document: ReportDocument
  readonly printing: Printing
  readonly passage: Passage | undefined
}

const passages = new WeakMap<Block, PassageRead>()

/** As `passageOf`; a block that stands where it stood and prints what it printed is read once. */
export function passageAgain(
  at: Parameters<typeof passageOf>[0],
  source: SourceText,
  resolver: Pick<Resolver, 'printed' | 'printing'>,
): Passage | undefined {
  const { block, document, section } = at
  const printing = resolver.printing(document.parsed.file)
  const before = passages.get(block)
  if (before?.section === section && before?.document === document && before.printing === printing)
    return before.passage
  const passage = passageOf(at, source, resolver)
  if (printing !== undefined) passages.set(block, { section, document, printing, passage })
  return passage
}

/** Full-width digits, letters and signs that numbers are written with. */
const wide = /[０-９Ａ-Ｚａ-ｚ％．－＋／]/g

class Reader {
  text = ''
  readonly starts: number[] = []
  readonly ends: number[] = []
  readonly drawn: Drawn[] = []
  readonly #source: SourceText
  readonly #resolver: Pick<Resolver, 'printed'>

  constructor(source: SourceText, resolver: Pick<Resolver, 'printed'>) {
    this.#source = source
    this.#resolver = resolver
  }

  read(inlines: readonly Inline[]): void {
    for (const inline of inlines) this.#readOne(inline)
  }

  #readOne(inline: Inline): void {
    switch (inline.kind) {
      case 'text':
      case 'code-text':
        this.#add(inline.value, inline.span)
        return
      case 'line-break':
        this.#addWhole('\n', inline.span)
        return
      case 'value':
      case 'tied-value': {
        const start = this.text.length
        if (inline.kind === 'value') this.#addWhole(this.#resolver.printed([inline]), inline.span)
        else this.read(inline.children)
        const { indicator, year } = inline
        const plain = inline.kind === 'tied-value' || inline.form === undefined
        const tie = inline.kind === 'tied-value' ? { tie: inline } : {}
        this.drawn.push({ start, end: this.text.length, indicator, year, plain, ...tie })
        return
      }
      case 'reference':
        // 见[表](#…) keeps its word; a bare number of evidence would stand between a value and what follows it.
        if (inline.word === undefined) this.read(inline.children)
        else if (inline.word !== '证')
          this.#addWhole(inline.word === '' ? '表' : inline.word, inline.span)
        return
      case 'strong':
      case 'emphasis':
      case 'underline':
      case 'link':
        this.read(inline.children)
        return
      case 'deletion':
      case 'subscript':
      case 'superscript':
      case 'image':
      case 'footnote-reference':
      case 'note-text':
      case 'label':
        return
      default:
        inline satisfies never
    }
  }

  #add(value: string, span: Span): void {
    const typed = this.#source.slice(span)
    const inStep = typed.length === value.length || typed.trimEnd() === value.trimEnd()
    const plain = value.replace(wide, (character) => character.normalize('NFKC'))
    // A soft line break between Chinese characters is nothing.
    this.text += plain.includes('\n') ? plain.replaceAll('\n', '') : plain
    for (let i = 0; i < plain.length; i++) {
      if (plain[i] === '\n') continue
      this.starts.push(inStep ? span.start + i : span.start)
      this.ends.push(inStep ? span.start + i + 1 : span.end)
    }
  }

  #addWhole(value: string, span: Span): void {
    for (const character of value) {
      this.text += character
      for (let unit = 0; unit < character.length; unit++) {
        this.starts.push(span.start)
        this.ends.push(span.end)
      }
    }
  }
}
