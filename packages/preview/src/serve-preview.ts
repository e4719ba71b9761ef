import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { type Failure, failure, type Language, wording } from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'
import { LiveBooks, type LiveBooksSettings } from '@ziping/session'
import { answerGet, answerPost, type Room } from './answer.ts'
import { assetFolder } from './assets.ts'
import { Desk } from './desk.ts'
import type { ReadEngine } from './engine.ts'
import { Fetching } from './fetching.ts'
import { Gate } from './gate.ts'
import { keepDoor, readDoor } from './kept-door.ts'
import { pdfAddress } from './pages.ts'
import type { DoorKey, Knocked } from './protocol.ts'
import { readBody } from './read-body.ts'
import { Readers } from './readers.ts'
import { json, plain, type Reply, send } from './respond.ts'
import { refusal, startPage } from './start-page.ts'

export interface PreviewService {
  readonly root: string
  readonly language: Language
  readonly engine: ReadEngine
  readonly press: LiveBooksSettings['press']
  readonly cacheFolder: string | undefined
  /** Private to this user: what lets open pages go on after a restart lies there; nothing is kept without it. */
  readonly doorFolder: string | undefined
  /** The one it had last time if it is free, else any free one, unless said. */
  readonly port?: number
  /** Something is done, for whoever asks where the time goes. */
  readonly onStage?: (stage: string) => void
  /** A mistake of ours, for the terminal. */
  readonly onBug: (cause: unknown) => void
}

export interface Preview {
  /** With the token: whoever has it may look. */
  readonly url: string
  /** Something in the workspace is new; ends when it has been judged and what is looked at is printed. */
  changed(): Promise<void>
  close(): Promise<void>
}

/** So long the findings wait for the pages. */
const patienceMs = 2500

const portTaken = wording<{ readonly port: number; readonly reason: string }>({
  'zh-CN': ({ port, reason }) => ({
    message: `端口 ${port} 用不了（${reason}）`,
    advice: '换一个端口，或不写 --port，由系统挑一个空闲的',
  }),
  en: ({ port, reason }) => ({
    message: `Port ${port} cannot be used (${reason})`,
    advice: 'Choose another one, or leave out --port and let the system find a free one',
  }),
})

/** Shows a workspace to browsers of this machine until it is closed. Writes nothing into it. */
export async function servePreview(service: PreviewService): Promise<Preview> {
  const { root, language, engine, onBug } = service
  // Said before anything is opened.
  assetFolder()
  const door = readDoor(service.doorFolder, root)
  const gate = new Gate(door.key)
  const fetching = new Fetching()
  const troubles = new Map<string, unknown>()
  const readers = new Readers(() => void books.watch(readers.documents))
  const books = new LiveBooks({
    root,
    cacheFolder: service.cacheFolder,
    press: service.press,
    ...(service.onStage === undefined ? {} : { onStage: service.onStage }),
    onPages: (document, names) => {
      service.onStage?.('pages out')
      troubles.delete(document)
      const pdfs = names.map((name) => pdfAddress(document, name))
      if (readers.documents.has(document)) fetching.expect(pdfs)
      readers.tell({ kind: 'pages', document, pdfs })
    },
    onTrouble: (document, cause) => {
      if (!isFailure(cause)) onBug(cause)
      troubles.set(document, cause)
      readers.tell({ kind: 'pages', document, pdfs: [] })
    },
  })
  let printing: Promise<void> = Promise.resolve()
  // What a reader looks at comes first, until it is in the reader's browser, then the rules, which leave this program no
  // time for anything else; only a whole print may take longer than they can wait.
  const onRead = (subject: LintSubject): Promise<void> => {
    service.onStage?.('read')
    printing = books.update(subject)
    const seen = printing.then(() => fetching.done())
    return Promise.race([seen, delay(patienceMs, undefined, { ref: false })])
  }
  const desk = new Desk({
    root,
    language,
    engine,
    onBug,
    onRead,
    onState: (version) => {
      service.onStage?.('findings out')
      readers.tell({ kind: 'state', version })
    },
  })
  const room: Room = {
    root,
    desk,
    books,
    troubles,
    documents: () => readers.documents,
    tell: (notice) => readers.tell(notice),
    fetched: (address) => fetching.fetched(address),
  }
  const server = createServer((request, response) => {
    handle(request, response, { gate, room, readers, language }).catch((cause: unknown) => {
      onBug(cause)
      if (response.headersSent) response.destroy()
      else send(response, plain(500, 'error\n'))
    })
  })
  const port = await listenWhere(server, service.port, door.port).catch((cause: unknown) => {
    readers.close()
    throw cause
  })
  gate.port = port
  keepDoor(service.doorFolder, root, { ...door, port })
  return {
    url: `http://127.0.0.1:${port}/?token=${gate.token}`,
    changed: async () => {
      await desk.changed()
      await printing
    },
    close: async () => {
      readers.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await books.close()
    },
  }
}

function isFailure(cause: unknown): cause is Failure {
  return cause instanceof Error && cause.name === 'Failure'
}

/** Where it was asked to, else where open pages look for it, else anywhere. */
function listenWhere(
  server: Server,
  asked: number | undefined,
  last: number | undefined,
): Promise<number> {
  if (asked !== undefined || last === undefined) return listen(server, asked ?? 0)
  return listen(server, last).catch(() => listen(server, 0))
}

/** Nobody but this machine can reach it. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const refused = (cause: NodeJS.ErrnoException): void =>
      reject(failure('preview/port', portTaken, { port, reason: cause.code ?? '' }, { cause }))
    server.once('error', refused)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refused)
      resolve(portOf(server.address()))
    })
  })
}

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}

interface Hall {
  readonly gate: Gate
  readonly room: Room
  readonly readers: Readers
  readonly language: Language
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { gate, room, readers, language }: Hall,
): Promise<void> {
  // Whoever goes away in the middle of an answer is no mistake of ours.
  response.on('error', () => undefined)
  const { method } = request
  // What nobody reads would stand in the way of the next request.
  if (method !== 'POST') request.resume()
  const url = addressOf(request.url)
  if (url === undefined) return send(response, plain(400, 'bad request\n'))
  const passage = gate.check(request, url)
  if (passage === 'no-token' && isAgain(url)) return send(response, await again(request, url, gate))
  if (passage === 'no-token') return send(response, refusal(language, 401))
  if (passage !== 'open') return send(response, plain(403, `${passage}\n`))
  if (method === 'POST') return send(response, answerPost(url, await readBody(request), room))
  if (method !== 'GET' && method !== 'HEAD')
    return send(response, {
      ...plain(405, 'method not allowed\n'),
      headers: { Allow: 'GET, POST' },
    })
  if (url.pathname === '/api/events' && method === 'GET')
    return readers.add(response, url.searchParams.get('document') ?? undefined)
  const isStart = url.pathname === '/'
  if (isStart)
    return send(
      response,
      { ...startPage(language), headers: { 'Set-Cookie': gate.cookie } },
      method === 'GET',
    )
  const isKey = url.pathname === '/api/key'
  const reply = isKey ? json({ key: gate.key } satisfies DoorKey) : await answerGet(url, room)
  send(response, reply, method === 'GET')
}

/** What a page asks that was let in before the preview was started anew. */
function isAgain({ pathname }: URL): boolean {
  return pathname === '/api/knock' || pathname === '/api/again'
}

async function again(request: IncomingMessage, { pathname }: URL, gate: Gate): Promise<Reply> {
  if (pathname === '/api/knock') return json({ challenge: gate.challenge } satisfies Knocked)
  const body = request.method === 'POST' ? await readBody(request) : undefined
  if (!gate.isProof(body?.['proof'])) return plain(401, 'unknown\n')
  return { ...json({}), headers: { 'Set-Cookie': gate.cookie } }
}

function addressOf(written: string | undefined): URL | undefined {
  return URL.canParse(written ?? '', 'http://localhost')
    ? new URL(written ?? '', 'http://localhost')
    : undefined
}
