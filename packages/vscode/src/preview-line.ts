import { type ClientRequest, get, request } from 'node:http'

/** A line of a file in the workspace. */
export interface Where {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Speaks with a running preview: the cursor goes there, clicks on its pages come here. */
export class PreviewLine {
  readonly #home: URL
  readonly #headers: Readonly<Record<string, string>>
  #events: ClientRequest | undefined
  #isClosed = false

  /** The address as the preview tells it, with its token. */
  constructor(address: string) {
    const { origin, searchParams } = new URL(address)
    this.#home = new URL(origin)
    this.#headers = { Authorization: `Bearer ${searchParams.get('token') ?? ''}` }
  }

  /** Shows in the preview where a line is printed. Whether anybody looks is nothing to the writer. */
  reveal(file: string, line: number): void {
    // A connection kept from the last time may be closed by now.
    const options = { method: 'POST', headers: this.#headers, agent: false } as const
    request(new URL('/api/reveal', this.#home), options, (answer) => answer.resume())
      .on('error', () => undefined)
      .end(JSON.stringify({ file, line }))
  }

  /** Tells of every click on a page until closed. */
  listen(clicked: (where: Where) => void): void {
    let rest = ''
    const again = (): void => {
      if (!this.#isClosed) setTimeout(() => this.listen(clicked), 1000).unref()
    }
    this.#events = get(new URL('/api/events', this.#home), { headers: this.#headers }, (answer) => {
      answer.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n')
        rest = lines.pop() ?? ''
        for (const where of lines.flatMap((line) => clickIn(line) ?? [])) clicked(where)
      })
      answer.on('error', () => undefined).on('close', again)
    }).on('error', again)
  }

  close(): void {
    this.#isClosed = true
    this.#events?.destroy()
  }
}

/** `data: {"kind":"open","where":{…}}`; other news is for pages. */
function clickIn(line: string): Where | undefined {
  if (!line.startsWith('data: ')) return undefined
  const told: { readonly kind?: unknown; readonly where?: Where } = JSON.parse(line.slice(6))
  return told.kind === 'open' ? told.where : undefined
}
