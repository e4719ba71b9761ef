import { type ComponentChild, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { State, Where } from '../protocol.ts'
import { fetchDocument } from './api.ts'
import { BoardView } from './board-view.ts'
import { useChoice } from './choices.ts'
import { EvidenceView, IndicatorsView } from './data-views.ts'
import { FindingsView } from './findings-view.ts'
import { Header, type View, views } from './header.ts'
import { PagesView } from './pages-view.ts'
import { PlaceLink, workspaceAt } from './place-link.ts'
import { SourceBar } from './source-bar.ts'
import { holds, useServer } from './use-server.ts'
import { useView } from './use-view.ts'
import { type Language, say, speak, tell } from './words.ts'

/** The whole page. */
export function App(): ComponentChild {
  const [view, setView] = useView()
  const [picked, setPicked] = useChoice<string>('document', '')
  const [chosen, setChosen] = useChoice<Language | ''>('language', '', ['zh-CN', 'en'])
  const [source, setSource] = useState<Where | undefined>(undefined)
  const [seen, setSeen] = useState('')
  // A cursor that moves in some editor takes nobody away from the board.
  const server = useServer(seen, (document) => {
    const follows = view === 'pages' || (view === 'form' && document === 'form')
    if (view === 'pages') setPicked(document)
    return follows
  })
  const { state, pages, aim, connection, aimAt } = server
  speak(chosen === '' ? (state?.language ?? 'zh-CN') : chosen)
  const document = documentFor(view, picked, state)
  useEffect(() => setSeen(document), [document])
  useEffect(() => {
    globalThis.document.title = `${state?.title ?? ''} · ${say('预览', 'Preview')}`
  }, [state?.title])
  if (state === undefined)
    return h('p', { class: 'empty', role: 'status' }, say('正在打开……', 'Opening …'))
  workspaceAt(state.root)
  const show = (where: Where): void => {
    setSource(where)
    setView('pages')
    if (pages?.document === picked && holds(pages, where.file)) {
      aimAt(picked, where)
      return
    }
    fetchDocument(where.file).then(
      ({ document: found }) => {
        if (found === undefined) return
        setPicked(found)
        aimAt(found, where)
      },
      () => undefined,
    )
  }
  return h(
    'div',
    { class: 'app' },
    h(Header, {
      state,
      view,
      onView: setView,
      connection,
      language: chosen === '' ? state.language : chosen,
      onLanguage: setChosen,
    }),
    h(Problem, { state }),
    h('main', { id: 'main' }, bodyOf()),
    h(SourceBar, { where: source, onClose: () => setSource(undefined) }),
  )

  function bodyOf(): ComponentChild {
    if (state === undefined) return h('p', null)
    switch (view) {
      case 'pages':
      case 'form': {
        const own = state.documents.filter(({ id }) => id === 'form')
        return h(PagesView, {
          key: view,
          state,
          documents: view === 'form' ? own : state.documents,
          document,
          pages: pages?.document === document ? pages : undefined,
          aim,
          onDocument: setPicked,
          onSource: setSource,
        })
      }
      case 'board':
        return h(BoardView, { state, onShow: show })
      case 'findings':
        return h(FindingsView, { state, onShow: show })
      case 'indicators':
        return h(IndicatorsView, { state })
      default:
        return h(EvidenceView, { state })
    }
  }
}

/** What is printed for the view; nothing where it shows no pages. */
function documentFor(view: View, picked: string, state: State | undefined): string {
  if (state === undefined || views.every(({ id }) => id !== view)) return ''
  const { documents } = state
  if (view === 'form') return 'form'
  if (view !== 'pages') return ''
  const known =
    documents.find(({ id }) => id === picked) ?? documents.find(({ id }) => id === 'report')
  return (known ?? documents[0])?.id ?? ''
}

/** The files cannot be judged as they are: what is shown is the last state that could. */
function Problem({ state: { problem } }: { readonly state: State }): ComponentChild {
  if (problem === undefined) return null
  return h(
    'div',
    { class: 'problem', role: 'alert' },
    h('strong', null, tell(problem.message)),
    ' ',
    tell(problem.advice),
    ' ',
    problem.where === undefined ? null : h(PlaceLink, { where: problem.where }),
    h(
      'span',
      { class: 'quiet' },
      say(' 下面是改动之前的内容。', ' What follows is from before the change.'),
    ),
  )
}
