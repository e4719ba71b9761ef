import { useEffect, useRef, useState } from 'preact/hooks'
import type { Pages, State, Where } from '../protocol.ts'
import { type Connection, fetchPages, fetchState, listen } from './api.ts'
import type { Aim } from './pages-view.ts'
import { openPdf } from './pdf-library.ts'

export interface FromServer {
  readonly state: State | undefined
  readonly pages: Pages | undefined
  readonly aim: Aim | undefined
  readonly connection: Connection
  /** Goes to a line as soon as its pages are there. */
  readonly aimAt: (document: string, where: Where) => void
}

/** What the server knows, renewed whenever it says so; `revealed` says whether a reader follows where an editor points. */
export function useServer(document: string, revealed: (document: string) => boolean): FromServer {
  const [state, setState] = useState<State | undefined>(undefined)
  const [pages, setPages] = useState<Pages | undefined>(undefined)
  const [aim, setAim] = useState<Aim | undefined>(undefined)
  const [connection, setConnection] = useState<Connection>('there')
  const reveals = useRef(revealed)
  reveals.current = revealed
  const shown = useRef(pages)
  shown.current = pages
  const aimAt = (target: string, where: Where): void =>
    setAim((last) => ({ document: target, where, turn: (last?.turn ?? 0) + 1 }))
  useEffect(() => {
    let isOver = false
    const newest = { state: 0, pages: 0 }
    // Answers that come late, when a newer one has been asked for, are passed over.
    const renew = <Value>(
      what: 'state' | 'pages',
      get: () => Promise<Value>,
      put: (value: Value) => void,
    ): void => {
      const asked = ++newest[what]
      get().then(
        (value) => {
          if (!isOver && asked === newest[what]) put(value)
        },
        () => undefined,
      )
    }
    const renewState = (): void => renew('state', fetchState, setState)
    const renewPages = (): void => {
      if (document !== '')
        renew(
          'pages',
          () => fetchPages(document),
          (value) => setPages((last) => newer(last, value)),
        )
    }
    const stop = listen(
      document,
      (notice) => {
        if (notice.kind === 'state') renewState()
        else if (notice.kind === 'pages' && notice.document === document) {
          // Fetched and opened while it is being asked where in the document they lie.
          for (const pdf of notice.pdfs) openPdf(pdf).catch(() => undefined)
          renewPages()
        } else if (notice.kind === 'reveal') {
          // Whoever looks at the bound book finds the line there, and need not change over.
          const target = holds(shown.current, notice.where.file) ? document : notice.document
          if (reveals.current(target)) aimAt(target, notice.where)
        }
      },
      (now) => {
        setConnection(now)
        if (now !== 'there') return
        renewState()
        renewPages()
      },
    )
    renewState()
    renewPages()
    return () => {
      isOver = true
      stop()
    }
  }, [document])
  return { state, pages, aim, connection, aimAt }
}

/** While a server that was started anew prints for the first time, what it showed before stays. */
function newer(last: Pages | undefined, now: Pages): Pages {
  const stays = now.kind === 'printing' && last?.kind === 'pages' && last.document === now.document
  return stays ? last : now
}

/** Whether a file is printed in these pages. */
export function holds(pages: Pages | undefined, file: string): boolean {
  return pages?.kind === 'pages' && pages.spots.some(({ where }) => where.file === file)
}
