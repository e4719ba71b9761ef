import type { Found, Notice, Pages, PrintedIn, State } from '../protocol.ts'
import { comeAgain, learnKey } from './come-again.ts'

export async function fetchState(): Promise<State> {
  return fetchJson('/api/state')
}

export async function fetchPages(document: string): Promise<Pages> {
  return fetchJson(`/api/pages?document=${encodeURIComponent(document)}`)
}

/** Which line of which file is printed at a point of a page. */
export async function askWhere(
  document: string,
  { sheet, top, left }: { readonly sheet: number; readonly top: number; readonly left: number },
): Promise<Found> {
  const body = JSON.stringify({ document, sheet, top, left })
  const response = await fetch('/api/open', { method: 'POST', body })
  return read(response)
}

/** In which document a file is printed by itself. */
export async function fetchDocument(file: string): Promise<PrintedIn> {
  return fetchJson(`/api/document?file=${encodeURIComponent(file)}`)
}

async function fetchJson<Value>(address: string): Promise<Value> {
  return read(await fetch(address))
}

async function read<Value>(response: Response): Promise<Value> {
  if (!response.ok) throw new Error(`${response.status}`)
  // The border to our own server: what it says is what protocol.ts promises.
  return (await response.json()) as Value
}

/** Whether the server hears us: it does, it does not answer, it answers and does not know us. */
export type Connection = 'there' | 'gone' | 'stranger'

/** How long until somebody who was turned away asks again. */
const againMs = 2000

/** Listens until it is stopped; after a break the browser connects again by itself, after a restart we ask to be let in. */
export function listen(
  document: string,
  heard: (notice: Notice) => void,
  connected: (now: Connection) => void,
): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const open = (): void => {
    if (isOver) return
    source = new EventSource(`/api/events?document=${encodeURIComponent(document)}`)
    source.onopen = () => {
      connected('there')
      learnKey().catch(() => undefined)
    }
    source.onerror = () => {
      // Turned away, it does not try again.
      if (source?.readyState === EventSource.CLOSED) void ask()
      else connected('gone')
    }
    source.onmessage = ({ data }) => heard(JSON.parse(String(data)) as Notice)
  }
  const ask = async (): Promise<void> => {
    const isIn = await comeAgain().catch(() => undefined)
    if (isOver) return
    if (isIn === true) return open()
    connected(isIn === false ? 'stranger' : 'gone')
    timer = setTimeout(open, againMs)
  }
  open()
  return () => {
    isOver = true
    clearTimeout(timer)
    source?.close()
  }
}
