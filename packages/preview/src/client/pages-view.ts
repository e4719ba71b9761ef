import { type ComponentChild, h } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Pages, ShownFinding, State, Where } from '../protocol.ts'
import { askWhere } from './api.ts'
import { useChoice } from './choices.ts'
import { layNotes } from './lay-notes.ts'
import {
  backTo,
  findingsBySheet,
  goTo,
  type ReadingPlace,
  readingPlace,
  type ShownPages,
  spotOf,
} from './page-place.ts'
import { PageTools } from './page-tools.ts'
import { keepOnly } from './pdf-library.ts'
import { SheetRow } from './sheet-row.ts'
import { say, tell } from './words.ts'

/** Where the page has been asked to go; `turn` tells one asking from the next. */
export interface Aim {
  readonly document: string
  readonly where: Where
  readonly turn: number
}

/** A point of a page. */
interface Mark {
  readonly document: string
  readonly sheet: number
  readonly top: number
}

export interface PagesViewProps {
  readonly state: State
  readonly documents: State['documents']
  readonly document: string
  readonly pages: Pages | undefined
  readonly aim: Aim | undefined
  readonly onDocument: (id: string) => void
  readonly onSource: (where: Where | undefined) => void
}

/** CSS pixels for a point at full size. */
const natural = 96 / 72

/** Where a reader was in each document: kept while other views are looked at. */
const places = new Map<string, ReadingPlace>()

function keepPlace(document: string, view: HTMLElement | null): void {
  const place = view === null ? undefined : readingPlace(view)
  if (place !== undefined) places.set(document, place)
}

/** The last asking that was followed. */
let lastTurn = 0

/** The pages as they will print. */
export function PagesView(props: PagesViewProps): ComponentChild {
  const { state, document, aim, onSource } = props
  const [zoomText, setZoom] = useChoice<string>('zoom', String(usualZoom()))
  const [notes, setNotes] = useChoice<'yes' | 'no'>('notes', 'yes', ['yes', 'no'])
  const [mark, setMark] = useState<Mark | undefined>(undefined)
  const view = useRef<HTMLDivElement>(null)
  const shown = useRef<string | undefined>(undefined)
  const pages = props.pages?.kind === 'pages' ? props.pages : undefined
  const zoom = Number(zoomText) || 100
  const scale = (natural * zoom) / 100
  const findings = useMemo(() => allFindings(state, pages), [state.findings, pages])
  const bySheet = useMemo(
    () => (pages === undefined ? new Map() : findingsBySheet(pages, findings)),
    [pages, findings],
  )
  // What was scrolled since the last event is not to be undone by pages that come now: the old ones still stand here.
  if (shown.current === document) keepPlace(document, view.current)
  useLayoutEffect(() => {
    shown.current = document
    const place = places.get(document)
    if (view.current !== null && place !== undefined) backTo(view.current, place)
    if (pages !== undefined) keepOnly(new Set(pages.sheets.map(({ pdf }) => pdf)))
  }, [pages, scale, document])
  useLayoutEffect(() => {
    if (view.current !== null) layNotes(view.current)
  })
  useEffect(() => {
    if (aim === undefined || aim.document !== document || view.current === null) return
    if (aim.turn <= lastTurn) return
    const spot = pages && spotOf(pages, aim.where.file, aim.where.line)
    if (spot === undefined) return
    lastTurn = aim.turn
    goTo(view.current, spot.sheet, spot.top * scale)
    setMark({ document, ...spot })
  }, [aim?.turn, pages === undefined, document])
  const click = (sheet: number, top: number, left: number): void => {
    askWhere(document, { sheet, top, left }).then(
      ({ where }) => {
        onSource(where)
        setMark({ document, sheet, top })
      },
      () => undefined,
    )
  }
  return h(
    'section',
    { class: 'pages', 'aria-label': say('页面', 'Pages') },
    h(PageTools, {
      ...props,
      pages,
      zoom,
      hasNotes: notes === 'yes',
      onZoom: (value: number) => setZoom(String(value)),
      onFit: () => view.current !== null && setZoom(String(fittingZoom(view.current, pages))),
      onNotes: (shown: boolean) => setNotes(shown ? 'yes' : 'no'),
      onPage: (index: number) => view.current !== null && goTo(view.current, index, 0),
    }),
    h(
      'div',
      {
        class: notes === 'yes' && bySheet.size > 0 ? 'desk with-notes' : 'desk',
        ref: view,
        tabIndex: 0,
        role: 'region',
        'aria-label': say('印出的页面，可滚动', 'The printed pages; scrolls'),
        onScroll: () => keepPlace(document, view.current),
      },
      pages === undefined
        ? h(Waiting, { pages: props.pages })
        : h(
            'ol',
            { class: 'sheets' },
            pages.sheets.map((sheet, index) =>
              h(SheetRow, {
                key: index,
                sheet,
                index,
                scale,
                mark: mark?.document === document && mark.sheet === index ? mark.top : undefined,
                findings: notes === 'yes' ? (bySheet.get(index) ?? []) : [],
                onClick: click,
              }),
            ),
          ),
    ),
  )
}

/** Full size, less where a page of A4 and its notes would not stand side by side. */
function usualZoom(): number {
  const notes = innerWidth <= 960 ? 200 : 290
  const room = innerWidth - notes - 60
  return Math.max(40, Math.min(100, Math.floor((room / (595 * natural)) * 100)))
}

/** The percentage at which the widest page and the notes beside it fill what there is. */
function fittingZoom(view: HTMLElement, pages: ShownPages | undefined): number {
  const widest = Math.max(1, ...(pages?.sheets ?? []).map(({ width }) => width))
  const notes = view.querySelector('.margin-notes')?.getBoundingClientRect().width ?? 0
  const room = view.clientWidth - notes - 50
  return Math.max(40, Math.min(300, Math.floor((room / (widest * natural)) * 100)))
}

/** What the rules found, and what printing adds to it. */
function allFindings(state: State, pages: ShownPages | undefined): readonly ShownFinding[] {
  return [...state.findings, ...(pages?.findings ?? [])].filter(
    (finding) => finding.where.line > 1 || finding.where.column > 1 || finding.severity === 'error',
  )
}

function Waiting({ pages }: { readonly pages: Pages | undefined }): ComponentChild {
  if (pages?.kind === 'trouble')
    return h(
      'div',
      { class: 'empty', role: 'alert' },
      h('p', null, h('strong', null, tell(pages.message))),
      h('p', null, tell(pages.advice)),
    )
  if (pages?.kind === 'empty')
    return h('p', { class: 'empty' }, say('这份材料还没有内容', 'There is nothing in it yet'))
  return h(
    'p',
    { class: 'empty', role: 'status' },
    say('正在排版，第一次要几秒钟……', 'Laying out; the first time takes some seconds …'),
  )
}
