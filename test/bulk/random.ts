/** The same numbers for the same seed, on every machine. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0 || 1
  }

  /** 32 bits. */
  next(): number {
    let x = this.#state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.#state = x >>> 0
    return this.#state
  }

  /** From 0 up to, and without, `below`. */
  below(below: number): number {
    return this.next() % below
  }

  bytes(length: number): Buffer {
    const words = new Uint32Array(Math.ceil(length / 4))
    for (let at = 0; at < words.length; at++) words[at] = this.next()
    return Buffer.from(words.buffer, 0, length)
  }
}
