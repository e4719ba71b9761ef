/** Finds where the comments of a text end. */
export class Comments {
  readonly #opening: readonly number[]
  readonly #closing: readonly number[]
  readonly #end: number

  constructor(text: string, end: number) {
    this.#opening = offsetsOf(text, '<!--')
    this.#closing = offsetsOf(text, '-->')
    this.#end = end
  }

  /**
   * The offset behind the `-->` of a comment that begins here. One that holds another's `<!--` was never closed: it
   * is text, so that nobody's chapter disappears up to the next note.
   */
  endOf(start: number): number | undefined {
    const close = firstFrom(this.#closing, start + 4)
    const open = firstFrom(this.#opening, start + 4)
    if (close === undefined || close + 3 > this.#end) return undefined
    return open !== undefined && open < close ? undefined : close + 3
  }
}

function offsetsOf(text: string, mark: string): readonly number[] {
  const offsets: number[] = []
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) offsets.push(at)
  return offsets
}

function firstFrom(sorted: readonly number[], offset: number): number | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return sorted[low]
}
