import type { Layout } from '../layout/layout.ts'
import { type BlockHeight, blockHeight } from './block-height.ts'
import type { BookBlock } from './book.ts'

/** Fills pages with blocks as printing does: nothing is broken that must stay whole, no line stands alone. */
export class PageFilling {
  readonly #width: number
  readonly #layout: Layout
  readonly #page: number
  /** What is used of the present page. */
  used = 0

  constructor(layout: Layout) {
    this.#layout = layout
    this.#width = layout.text.width
    this.#page = layout.text.height
  }

  /** Of the body's text. */
  get line(): number {
    return this.#layout.body.line
  }

  get left(): number {
    return this.#page - this.used
  }

  heightOf(block: BookBlock): BlockHeight {
    return blockHeight(block, this.#width, this.#layout)
  }

  /** What follows matters to headings, which never end a page. */
  add(block: BookBlock, following: readonly BookBlock[]): void {
    if (block.kind === 'page-break') {
      this.used = 0
      return
    }
    const before = this.used === 0 ? 0 : block.before
    const own = this.heightOf(block)
    if (own.line !== undefined) this.#addLines(own.height, own.line, before)
    else if (own.rows !== undefined) this.#addRows(own.rows, own.head ?? 0, before)
    else if (before + own.height + this.#behind(block, following) > this.left)
      this.used = own.height
    else this.used += before + own.height
  }

  /** What must follow a heading on its page: further headings, and the beginning of what they head. */
  #behind(block: BookBlock, [next, ...rest]: readonly BookBlock[]): number {
    if (block.kind !== 'heading' || next === undefined || next.kind === 'page-break') return 0
    const { height, line, rows } = this.heightOf(next)
    // A paragraph of three lines stays whole.
    if (line !== undefined) return next.before + (height <= 3.5 * line ? height : 2 * line)
    if (rows !== undefined) return next.before + (rows[0] ?? 0) + (rows[1] ?? 0)
    return Math.min(next.before + height + this.#behind(next, rest), this.#page / 2)
  }

  #addLines(height: number, line: number, before: number): void {
    const count = Math.round(height / line)
    const room = Math.floor((this.left - before) / line + 0.01)
    if (count <= room) this.used += before + height
    else if (count <= 3 || room < 2) this.used = height % this.#page
    else this.used = ((count - Math.min(room, count - 2)) * line) % this.#page
  }

  /** The head is repeated on every page. */
  #addRows(rows: readonly number[], head: number, before: number): void {
    this.used += before
    for (const row of rows)
      this.used = row > this.left ? (head + row) % this.#page : this.used + row
  }
}
