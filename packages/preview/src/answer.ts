import path from 'node:path'
import type { LiveBooks } from '@ziping/session'
import { findAsset } from './assets.ts'
import type { Desk } from './desk.ts'
import { documentOf, hasFile, whereClicked } from './find-spot.ts'
import { showPages, showTrouble } from './pages.ts'
import type { Found, Notice, Pages, PrintedIn } from './protocol.ts'
import { json, plain, type Reply } from './respond.ts'

/** What requests are answered from. */
export interface Room {
  readonly root: string
  readonly desk: Desk
  readonly books: LiveBooks
  /** Why a document cannot be printed. */
  readonly troubles: ReadonlyMap<string, unknown>
  readonly documents: () => ReadonlySet<string>
  readonly tell: (notice: Notice) => void
  /** A PDF is on its way to a reader. */
  readonly fetched: (address: string) => void
}

type Body = Readonly<Record<string, unknown>>

const notFound = plain(404, 'not found\n')
const badRequest = plain(400, 'bad request\n')

/** Answers what is only asked; a path leads to nothing but these. */
export async function answerGet(url: URL, room: Room): Promise<Reply> {
  const { pathname, searchParams } = url
  if (pathname === '/api/state') return json(room.desk.state)
  if (pathname === '/api/document') return json(printedIn(searchParams.get('file'), room))
  if (pathname === '/api/pages') return json(pagesOf(searchParams.get('document') ?? '', room))
  const asset = /^\/assets\/([\w./-]+)$/.exec(pathname)?.[1]
  if (asset !== undefined) return (await findAsset(asset)) ?? notFound
  const [, document, name] = /^\/api\/pdf\/([\w.%-]+)\/(\d{1,9})$/.exec(pathname) ?? []
  if (document === undefined || name === undefined) return notFound
  const body = room.books.pdf(decoded(document), name)
  if (body === undefined) return notFound
  room.fetched(`${pathname}${url.search}`)
  return { status: 200, type: 'application/pdf', body }
}

/** Answers what moves something: a click, or an editor's cursor. */
export function answerPost(url: URL, body: Body | undefined, room: Room): Reply {
  if (body === undefined) return badRequest
  if (url.pathname === '/api/open') return openAt(body, room)
  if (url.pathname === '/api/reveal' || url.pathname === '/reveal') return reveal(body, room)
  return notFound
}

function pagesOf(document: string, { books, troubles, desk }: Room): Pages {
  if (troubles.has(document)) return showTrouble(document, troubles.get(document))
  const pages = books.pages(document)
  if (pages !== undefined) return showPages(pages)
  const isPlanned = desk.state.documents.some(({ id }) => id === document)
  const kind = isPlanned && !books.isEmpty(document) ? 'printing' : 'empty'
  return { kind, document }
}

function printedIn(given: unknown, { root, desk }: Room): PrintedIn {
  const file = fileIn(given, root)
  const { judged } = desk
  if (file === undefined || judged === undefined) return {}
  const document = documentOf(file, judged)
  return document === undefined ? {} : { document }
}

function openAt(body: Body, { books, tell }: Room): Reply {
  const { document, sheet, top, left = Number.MAX_VALUE } = body
  if (typeof document !== 'string' || !isNumber(sheet) || !isNumber(top) || !isNumber(left))
    return badRequest
  const pages = books.pages(document)
  const where = pages === undefined ? undefined : whereClicked(pages, { sheet, top, left })
  if (where === undefined) return json({} satisfies Found)
  tell({ kind: 'open', where })
  return json({ where } satisfies Found)
}

/** Shows everybody the page on which a line is printed. */
function reveal(body: Body, room: Room): Reply {
  const { line } = body
  const file = fileIn(body['file'] ?? body['path'], room.root)
  const { judged } = room.desk
  if (file === undefined || !isNumber(line)) return badRequest
  const looked = [...room.documents()].find((document) => {
    const pages = room.books.pages(document)
    return pages !== undefined && hasFile(pages, file)
  })
  // Pages go out before anything is judged.
  const document = looked ?? (judged === undefined ? undefined : documentOf(file, judged))
  if (document === undefined) return json({ shown: false })
  room.tell({ kind: 'reveal', document, where: { file, line, column: 1 } })
  return json({ shown: true, document })
}

/** A file of the workspace, given from its root or in full; nothing for any other. */
function fileIn(given: unknown, root: string): string | undefined {
  if (typeof given !== 'string' || given === '' || given.includes('\0')) return undefined
  const inside = path.relative(root, path.resolve(root, given)).split(path.sep).join('/')
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? undefined : inside
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
