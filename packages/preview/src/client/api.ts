import type { Found, Notice, Pages, PrintedIn, State } from '../protocol.ts'

export async function fetchState(): Promise<State> {
  return fetchJson('/api/state')
}

export async function fetchPages(document: string): Promise<Pages> {
  return fetchJson(`/api/pages?document=${encodeURIComponent(document)}`)
}

/** Which line of which file is printed at a point of a page. */
export async function askWhere(document: string, sheet: number, top: number): Promise<Found> {
  const body = JSON.stringify({ document, sheet, top })
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

/** Listens until it is stopped; the browser connects again by itself after a break. */
export function listen(
  document: string,
  heard: (notice: Notice) => void,
  connected: (isThere: boolean) => void,
): () => void {
  const source = new EventSource(`/api/events?document=${encodeURIComponent(document)}`)
  source.onopen = () => connected(true)
  source.onerror = () => connected(false)
  source.onmessage = ({ data }) => heard(JSON.parse(String(data)) as Notice)
  return () => source.close()
}
