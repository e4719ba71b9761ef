import type { Footnote, Report } from '@ziping/report'
import type { Layout } from '../layout/layout.ts'
import type { Target } from '../resolver.ts'
import { type Anchors, nameAnchors } from './anchors.ts'
import type { BookMaterial } from './book-material.ts'
import type { BookInline } from './inline.ts'

/** A footnote waiting for the end of its chapter. */
export interface PendingNote {
  readonly number: number
  readonly anchor: string
  readonly note: Footnote
  readonly file: string
}

/** What is in the book decides which references lead anywhere. */
export interface BookContents {
  readonly files: ReadonlySet<string>
  readonly evidence: boolean
}

/** One book in the making. */
export class BookContext {
  readonly material: BookMaterial
  readonly layout: Layout
  readonly anchors: Anchors
  readonly #contents: BookContents
  readonly #holdings: ReadonlyMap<string, string | undefined>
  readonly #clauses: ReadonlySet<string>
  readonly #footnotes: ReadonlyMap<string, Footnote>
  #pending: PendingNote[] = []
  #noteFile: string | undefined
  #noteCount = 0

  constructor(material: BookMaterial, layout: Layout, contents: BookContents) {
    const { report } = material.resolver
    this.material = material
    this.layout = layout
    this.#contents = contents
    this.anchors = nameAnchors(report)
    this.#holdings = new Map(report.documents.map((one) => [one.parsed.file, one.holding]))
    this.#clauses = new Set(
      report.sections
        .filter(({ file }) => contents.files.has(file))
        .map(({ clause, holding }) => this.anchors.ofClause(clause.id, holding)),
    )
    this.#footnotes = footnotesOf(report)
  }

  holdingOf(file: string): string | undefined {
    return this.#holdings.get(file)
  }

  /** Where a target is in this book; undefined where it is in another. */
  anchorOf(target: Target, from: string): string | undefined {
    switch (target.kind) {
      case 'caption':
        return this.#contents.files.has(target.file)
          ? this.anchors.ofBlock(target.file, target.block)
          : undefined
      case 'evidence':
        return this.#contents.evidence ? this.anchors.ofEvidence(target.evidence.id) : undefined
      case 'clause': {
        const own = this.anchors.ofClause(target.clause.id, this.holdingOf(from))
        const other = this.anchors.ofClause(target.clause.id, undefined)
        return [own, other].find((anchor) => this.#clauses.has(anchor))
      }
      default:
        return target satisfies never
    }
  }

  hasClause(anchor: string): boolean {
    return this.#clauses.has(anchor)
  }

  /** The raised number of a footnote; the first to cite it numbers it. */
  noteMark(id: string, file: string): BookInline {
    if (this.#noteFile !== file) this.#noteCount = 0
    this.#noteFile = file
    const note = this.#footnotes.get(`${file}\0${id}`)
    if (note === undefined) return { kind: 'text', value: '' }
    const anchor = this.anchors.ofBlock(file, note)
    const cited = this.#pending.find((one) => one.anchor === anchor)
    const number = cited?.number ?? ++this.#noteCount
    if (cited === undefined) this.#pending.push({ number, anchor, note, file })
    return { kind: 'note-mark', number, anchor }
  }

  /** The footnotes cited since the last call. */
  takeNotes(): readonly PendingNote[] {
    const notes = this.#pending
    this.#pending = []
    return notes
  }
}

function footnotesOf(report: Report): ReadonlyMap<string, Footnote> {
  const found = new Map<string, Footnote>()
  for (const { parsed } of report.documents)
    for (const block of parsed.blocks)
      if (block.kind === 'footnote') found.set(`${parsed.file}\0${block.id}`, block)
  return found
}
