import type { ServerResponse } from 'node:http'
import type { Notice } from './protocol.ts'
import { openStream } from './respond.ts'

/** Silence longer than this lets some programs think that nobody is there any more. */
const pulseMs = 15_000

/** One browser or editor that listens. */
interface Reader {
  readonly response: ServerResponse
  /** What it looks at; nothing, for one that looks at no pages. */
  readonly document: string | undefined
}

/** Everybody who listens for what is new. */
export class Readers {
  readonly #readers = new Set<Reader>()
  readonly #changed: () => void
  readonly #pulse: NodeJS.Timeout

  constructor(changed: () => void) {
    this.#changed = changed
    this.#pulse = setInterval(() => this.#write(': \n\n'), pulseMs)
  }

  /** The documents somebody looks at. */
  get documents(): ReadonlySet<string> {
    return new Set([...this.#readers].flatMap(({ document }) => document ?? []))
  }

  add(response: ServerResponse, document: string | undefined): void {
    const reader = { response, document }
    openStream(response)
    response.write('retry: 500\n\n')
    this.#readers.add(reader)
    response.on('close', () => {
      this.#readers.delete(reader)
      this.#changed()
    })
    this.#changed()
  }

  tell(notice: Notice): void {
    this.#write(`data: ${JSON.stringify(notice)}\n\n`)
  }

  close(): void {
    clearInterval(this.#pulse)
    for (const { response } of this.#readers) response.destroy()
    this.#readers.clear()
  }

  #write(text: string): void {
    for (const { response } of this.#readers) response.write(text)
  }
}
