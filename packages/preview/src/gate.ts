import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Whether a request may come in, and if not, why. */
export type Passage = 'open' | 'wrong-host' | 'foreign-origin' | 'no-token'

/** Lets in only who knows the token, and only by a name of this machine: a foreign page can reach neither. */
export class Gate {
  readonly token: string = randomBytes(32).toString('base64url')
  /** Asked of pages that were let in before; another with every start, so that no answer is good twice. */
  readonly challenge: string = randomBytes(32).toString('base64url')
  readonly #key: Buffer
  #port = 0

  constructor(key: Buffer) {
    this.#key = key
  }

  /** Known once the server listens. */
  set port(port: number) {
    this.#port = port
  }

  /** Cookies do not know ports: two previews side by side must not take each other's. */
  get cookieName(): string {
    return `ziping-${this.#port}`
  }

  /** Not to be read by scripts, nor sent along by other sites. */
  get cookie(): string {
    return `${this.cookieName}=${this.token}; Path=/; HttpOnly; SameSite=Strict`
  }

  /** For who has been let in. */
  get key(): string {
    return this.#key.toString('base64url')
  }

  /**
   * Whether a page knows the key. It never sends the key itself: some other program may listen where the preview did
   * before, and what a page tells such a one opens nothing here, for the port is part of the proof.
   */
  isProof(given: unknown): boolean {
    const proof = createHmac('sha256', this.#key)
      .update(`${this.#port}\n${this.challenge}`)
      .digest('base64url')
    return typeof given === 'string' && isSame(proof, given)
  }

  check({ headers, method }: IncomingMessage, url: URL): Passage {
    // A foreign name that was made to lead here (DNS rebinding) still stands in the request.
    const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${this.#port}`)
    if (headers.host === undefined || !hosts.includes(headers.host.toLowerCase()))
      return 'wrong-host'
    const { origin } = headers
    if (origin !== undefined && origin !== `http://${headers.host.toLowerCase()}`)
      return 'foreign-origin'
    const site = headers['sec-fetch-site']
    const isVisit = method === 'GET' && headers['sec-fetch-mode'] === 'navigate'
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isVisit)
      return 'foreign-origin'
    return this.#tokens(headers, url).some((one) => isSame(this.token, one)) ? 'open' : 'no-token'
  }

  #tokens({ cookie, authorization }: IncomingMessage['headers'], url: URL): readonly string[] {
    const cookies = (cookie ?? '').split(';').flatMap((pair) => {
      const [name, value] = pair.trim().split('=', 2)
      return name === this.cookieName && value !== undefined ? [value] : []
    })
    const bearer = /^Bearer ([\w-]+)$/.exec(authorization ?? '')?.[1]
    // Only the first visit may bring it in the address: there it shows in the browser's history.
    const asked = url.pathname === '/' ? url.searchParams.get('token') : null
    return [
      ...cookies,
      ...(bearer === undefined ? [] : [bearer]),
      ...(asked === null ? [] : [asked]),
    ]
  }
}

function isSame(ours: string, given: string): boolean {
  const [a, b] = [Buffer.from(ours), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
