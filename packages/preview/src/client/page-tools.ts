import { type ComponentChild, h } from 'preact'
import { useState } from 'preact/hooks'
import type { ShownPages } from './page-place.ts'
import { say } from './words.ts'

export interface PageToolsProps {
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  readonly document: string
  readonly pages: ShownPages | undefined
  readonly zoom: number
  readonly hasNotes: boolean
  readonly onDocument: (id: string) => void
  readonly onZoom: (zoom: number) => void
  readonly onFit: () => void
  readonly onNotes: (shown: boolean) => void
  readonly onPage: (index: number) => void
}

/** What is shown, how large, and which page to go to. */
export function PageTools(props: PageToolsProps): ComponentChild {
  const { documents, document, pages, zoom, hasNotes, onDocument, onZoom, onFit, onNotes } = props
  return h(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': say('页面', 'Pages') },
    documents.length < 2
      ? null
      : h(
          'label',
          null,
          h('span', { class: 'quiet' }, say('材料', 'Document')),
          h(
            'select',
            {
              name: 'document',
              value: document,
              onChange: (event: Event) => onDocument(typedIn(event)),
            },
            documents.map(({ id, title }) => h('option', { key: id, value: id }, title)),
          ),
        ),
    h(PageField, props),
    h(
      'span',
      { class: 'group' },
      h(
        'button',
        {
          type: 'button',
          'aria-label': say('缩小', 'Smaller'),
          onClick: () => onZoom(Math.max(40, zoom - 10)),
        },
        '−',
      ),
      h('output', { 'aria-label': say('比例', 'Zoom') }, `${zoom}%`),
      h(
        'button',
        {
          type: 'button',
          'aria-label': say('放大', 'Larger'),
          onClick: () => onZoom(Math.min(300, zoom + 10)),
        },
        '+',
      ),
      h('button', { type: 'button', name: 'fit', onClick: onFit }, say('适合宽度', 'Fit width')),
    ),
    h(
      'label',
      { class: 'check' },
      h('input', {
        type: 'checkbox',
        checked: hasNotes,
        onChange: (event: Event) =>
          event.target instanceof HTMLInputElement && onNotes(event.target.checked),
      }),
      say('旁注问题', 'Findings beside'),
    ),
    h('span', { class: 'quiet settled', role: 'status' }, settledWords(pages)),
  )
}

function settledWords(pages: ShownPages | undefined): string {
  if (pages === undefined) return ''
  return pages.settled
    ? say('页码已核准', 'Page numbers are right')
    : say('改动已印出，页码稍后核准', 'Changes are printed; page numbers follow')
}

function PageField({ pages, onPage }: PageToolsProps): ComponentChild {
  const [typed, setTyped] = useState('')
  if (pages === undefined) return null
  const { sheets } = pages
  const go = (): void => {
    const labelled = sheets.findIndex(({ label }) => label === typed.trim())
    const counted = Number(typed) - 1
    const index = labelled >= 0 ? labelled : counted
    if (sheets[index] !== undefined) onPage(index)
  }
  return h(
    'form',
    {
      class: 'group',
      onSubmit: (event: Event) => {
        event.preventDefault()
        go()
      },
    },
    h(
      'label',
      null,
      h('span', { class: 'quiet' }, say('页', 'Page')),
      h('input', {
        name: 'page',
        inputMode: 'numeric',
        size: 4,
        value: typed,
        onInput: (event: Event) => setTyped(typedIn(event)),
      }),
    ),
    h('span', { class: 'quiet' }, say(`共 ${sheets.length} 页`, `of ${sheets.length}`)),
  )
}

export function typedIn({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    ? target.value
    : ''
}
