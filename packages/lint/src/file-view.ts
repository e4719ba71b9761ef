import type { Award, Clause } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import { type Block, type Inline, type ReportDocument, SourceText, type Span } from '@ziping/report'
import { type Printing, printInlines } from '@ziping/resolve'
import { type KeptMarkup, keptIn } from './kept-markup.ts'
import type { Passage } from './passage.ts'
import { passagesIn } from './passages.ts'
import type { Plain } from './plain.ts'

/**
 * One file as the rules see it that judge file by file, and nothing of the others: what its references print as and
 * which clauses it answers was settled before. As long as none of that changes the view stays the same object, with all
 * that was ever gathered from it.
 */
export class FileView {
  readonly document: ReportDocument
  readonly award: Award
  readonly source: SourceText
  /** All it shows besides its text and the award: views of the same text with the same key show the same. */
  readonly key: string
  readonly printing: Printing
  readonly #clauses: ReadonlyMap<Block, Clause>
  readonly #facts = new Map<string, unknown>()
  #held: ReadonlyMap<string, unknown> = new Map()
  #isNew = false
  #blocks: readonly Block[] | undefined
  #passages: readonly Passage[] | undefined
  #kept: readonly KeptMarkup[] | undefined

  constructor(
    document: ReportDocument,
    text: string,
    given: {
      readonly award: Award
      readonly key: string
      readonly printing: Printing
      readonly clauses: ReadonlyMap<Block, Clause>
    },
  ) {
    this.document = document
    this.award = given.award
    this.source = new SourceText(document.parsed.file, text)
    this.key = given.key
    this.printing = given.printing
    this.#clauses = given.clauses
  }

  get file(): string {
    return this.source.file
  }

  /** Every block, those inside others included, in reading order. */
  get blocks(): readonly Block[] {
    this.#blocks ??= [...this.printing.blocks]
    return this.#blocks
  }

  get passages(): readonly Passage[] {
    this.#passages ??= passagesIn(this.document, this.source, this)
    return this.#passages
  }

  /** Markup that prints as typed. */
  get kept(): readonly KeptMarkup[] {
    this.#kept ??= keptIn(this.document.parsed, this.source)
    return this.#kept
  }

  /** The text an inline prints as. */
  printed(inlines: readonly Inline[]): string {
    return printInlines(inlines, (inline) => this.printing.decided.get(inline) ?? '')
  }

  /** What a finding carries of the clause its block was written for. */
  about(block: Block | undefined): { readonly clause?: Clause } {
    const clause = block === undefined ? undefined : this.#clauses.get(block)
    return clause === undefined ? {} : { clause }
  }

  place(span: Span): Place {
    return this.source.place(span)
  }

  /** Whether anything was gathered that nobody had kept. */
  get hasNews(): boolean {
    return this.#isNew
  }

  /** All that was asked for so far, by name. */
  get gathered(): ReadonlyMap<string, unknown> {
    return this.#facts
  }

  /** Takes over what an earlier run has gathered from the same file with the same key. */
  hold(facts: ReadonlyMap<string, unknown>): void {
    this.#held = facts
  }

  /** What is gathered from the file under a name; gathered once. */
  facts<Facts>(name: string, gather: () => Facts): Plain<Facts> {
    if (!this.#facts.has(name)) {
      const isHeld = this.#held.has(name)
      this.#facts.set(name, isHeld ? this.#held.get(name) : gather())
      this.#isNew ||= !isHeld
    }
    // Whoever asks by a name is the one who gathered by it.
    return this.#facts.get(name) as Plain<Facts>
  }
}
