import { createHash } from 'node:crypto'
import { type PlacedObject, updateEnd } from '../skia/append-objects.ts'
import type { SkiaPdf } from '../skia/skia-pdf.ts'

/** An update to a printed book that is written while it is made: nothing of it is kept but where each object begins. */
export class UpdateStream {
  readonly #pdf: SkiaPdf
  readonly #placed: PlacedObject[] = []
  readonly #hash = createHash('sha256')
  #offset = 0

  constructor(pdf: SkiaPdf) {
    this.#pdf = pdf
  }

  /** The book as it was printed; every byte of it stays where it is. */
  *begin(book: Uint8Array): Iterable<Uint8Array> {
    this.#hash.update(book)
    yield* this.#counted(book)
    if (book.at(-1) !== 0x0a) yield* this.#counted(latin1('\n'))
  }

  *object(number: number, ...content: readonly Uint8Array[]): Iterable<Uint8Array> {
    this.#placed.push({ number, offset: this.#offset })
    yield* this.#counted(latin1(`${number} 0 obj\n`))
    for (const piece of content) {
      this.#hash.update(piece)
      yield* this.#counted(piece)
    }
    yield* this.#counted(latin1('\nendobj\n'))
  }

  end(): Uint8Array {
    const id = [this.#pdf.firstId, this.#hash.digest('hex')] as const
    return latin1(updateEnd(this.#pdf, this.#placed, this.#offset, id))
  }

  *#counted(bytes: Uint8Array): Iterable<Uint8Array> {
    this.#offset += bytes.length
    yield bytes
  }
}

export function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}
