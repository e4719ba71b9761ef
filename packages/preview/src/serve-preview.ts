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
import { Gate } from './gate.ts'
import { readBody } from './read-body.ts'
import { Readers } from './readers.ts'
import { plain, send } from './respond.ts'
import { refusal, startPage } from './start-page.ts'

export interface PreviewService {
  readonly root: string
  readonly language: Language
  readonly engine: ReadEngine
  readonly press: LiveBooksSettings['press']
  readonly cacheFolder: string | undefined
  /** Any free one unless said. */
  readonly port?: number
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

/** Shows a workspace to browsers of this machine until it is closed. Never writes a file. */
export async function servePreview(service: PreviewService): Promise<Preview> {
  const { root, language, engine, onBug } = service
  // Said before anything is opened.
  assetFolder()
  const gate = new Gate()
  const troubles = new Map<string, unknown>()
  const readers = new Readers(() => void books.watch(readers.documents))
  const books = new LiveBooks({
    root,
    cacheFolder: service.cacheFolder,
    press: service.press,
    onPages: (document) => {
      troubles.delete(document)
      readers.tell({ kind: 'pages', document })
    },
    onTrouble: (document, cause) => {
      if (!isFailure(cause)) onBug(cause)
      troubles.set(document, cause)
      readers.tell({ kind: 'pages', document })
    },
  })
  let printing: Promise<void> = Promise.resolve()
  // What a reader looks at comes first, then the rules; only a whole print may take longer than they can wait.
  const onRead = (subject: LintSubject): Promise<void> => {
    printing = books.update(subject)
    return Promise.race([printing, delay(patienceMs, undefined, { ref: false })])
  }
  const desk = new Desk({
    root,
    language,
    engine,
    onBug,
    onRead,
    onState: (version) => readers.tell({ kind: 'state', version }),
  })
  const room: Room = {
    root,
    desk,
    books,
    troubles,
    documents: () => readers.documents,
    tell: (notice) => readers.tell(notice),
  }
  const server = createServer((request, response) => {
    handle(request, response, { gate, room, readers, language }).catch((cause: unknown) => {
      onBug(cause)
      if (response.headersSent) response.destroy()
      else send(response, plain(500, 'error\n'))
    })
  })
  const port = await listen(server, service.port ?? 0).catch((cause: unknown) => {
    readers.close()
    throw cause
  })
  gate.port = port
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

/** Nobody but this machine can reach it. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(failure('preview/port', portTaken, { port, reason: cause.code ?? '' }, { cause })),
    )
    server.listen(port, '127.0.0.1', () => resolve(portOf(server.address())))
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
  const reply = isStart
    ? { ...startPage(language), headers: { 'Set-Cookie': gate.cookie } }
    : await answerGet(url, room)
  send(response, reply, method === 'GET')
}

function addressOf(written: string | undefined): URL | undefined {
  return URL.canParse(written ?? '', 'http://localhost')
    ? new URL(written ?? '', 'http://localhost')
    : undefined
}
