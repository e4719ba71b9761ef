/** When a server that died is started again, and when that has no sense any more. */
export class Restarts {
  readonly #most: number
  readonly #withinMs: number
  #deaths: readonly number[] = []

  constructor(most: number, withinMs: number) {
    this.#most = most
    this.#withinMs = withinMs
  }

  /** Whether to start it again after it died now. */
  died(nowMs: number): boolean {
    this.#deaths = [...this.#deaths, nowMs].filter((one) => nowMs - one < this.#withinMs)
    return this.#deaths.length <= this.#most
  }

  /** The user asked for it: what was before counts no more. */
  forget(): void {
    this.#deaths = []
  }
}
