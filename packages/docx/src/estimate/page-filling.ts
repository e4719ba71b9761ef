import type { Piece } from './piece.ts'

/** Fills the pages of a run one after another; tells on which of them, from 0, each anchor stands. */
export class PageFilling {
  readonly #height: number
  readonly #found: (anchor: string, page: number) => void
  #page = 0
  #used = 0

  constructor(height: number, found: (anchor: string, page: number) => void) {
    this.#height = height
    this.#found = found
  }

  get pages(): number {
    return this.#page + 1
  }

  fill(pieces: readonly Piece[]): void {
    for (let from = 0; from < pieces.length; ) {
      const end = pieces.findIndex(({ keepNext }, index) => index >= from && !keepNext)
      const next = end < 0 ? pieces.length : end + 1
      this.#group(pieces.slice(from, next))
      from = next
    }
  }

  /** What is kept together begins a page where it does not fit; what is longer than a page is parted after all. */
  #group(group: readonly Piece[]): void {
    const [first] = group
    const height = group.reduce((sum, one) => sum + one.before + one.height, 0)
    const fits = this.#used + height <= this.#height + tolerance
    const fitsPage = height - (first?.before ?? 0) <= this.#height + tolerance
    if (first !== undefined && !first.fresh && !fits && fitsPage) this.#turn(first.again)
    for (const one of group) this.#place(one)
  }

  #place({ height, before, anchors, fresh, again }: Piece): void {
    if (fresh) this.#turn(0)
    const above = this.#used === 0 ? 0 : before
    if (this.#used > 0 && this.#used + above + height > this.#height + tolerance) this.#turn(again)
    else this.#used += above
    for (const anchor of anchors) this.#found(anchor, this.#page)
    this.#used += height
    while (this.#used > this.#height + tolerance) {
      this.#page += 1
      this.#used -= this.#height
    }
  }

  #turn(used: number): void {
    this.#page += 1
    this.#used = used
  }
}

/** Heights are sums of roundings. */
const tolerance = 0.3
