import { setTimeout as delay } from 'node:timers/promises'

/** Nobody may look at the pages that are new: then nothing is fetched. */
const patienceMs = 300

/** Waits until new pages have gone out to a reader. */
export class Fetching {
  readonly #expected = new Set<string>()
  #end: () => void = () => undefined

  /** These are told to readers now. */
  expect(addresses: readonly string[]): void {
    for (const address of addresses) this.#expected.add(address)
  }

  fetched(address: string): void {
    if (this.#expected.delete(address) && this.#expected.size === 0) this.#end()
  }

  /** Ends when all has been fetched, or when it seems that nobody will. */
  async done(): Promise<void> {
    if (this.#expected.size === 0) return
    const all = new Promise<void>((resolve) => {
      this.#end = resolve
    })
    await Promise.race([all, delay(patienceMs, undefined, { ref: false })])
    this.#expected.clear()
    // The answer is handed over before anything else begins.
    await new Promise(setImmediate)
  }
}
