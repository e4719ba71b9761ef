import { type ComponentChild, h } from 'preact'
import { useState } from 'preact/hooks'
import { useChoice } from './choices.ts'
import { SearchField } from './search-field.ts'
import { say } from './words.ts'

export interface DataTableProps<Entry> {
  readonly name: string
  readonly entries: readonly Entry[]
  readonly hasHole: (entry: Entry) => boolean
  /** What is searched. */
  readonly textOf: (entry: Entry) => string
  readonly head: readonly string[]
  readonly row: (entry: Entry) => readonly ComponentChild[]
}

/** Entries of a data file, all or only those that lack something. */
export function DataTable<Entry extends { readonly id: string }>(
  props: DataTableProps<Entry>,
): ComponentChild {
  const { name, entries, hasHole, textOf, head, row } = props
  const [only, setOnly] = useChoice<'yes' | 'no'>('only-holes', 'no', ['yes', 'no'])
  const [words, setWords] = useState('')
  const shown = entries.filter(
    (entry) =>
      (only === 'no' || hasHole(entry)) &&
      textOf(entry).toLowerCase().includes(words.trim().toLowerCase()),
  )
  return h(
    'section',
    { class: 'data', 'aria-label': name },
    h(
      'div',
      { class: 'tools', role: 'group', 'aria-label': say('筛选', 'Filter') },
      h(
        'label',
        { class: 'check' },
        h('input', {
          type: 'checkbox',
          name: 'only-holes',
          checked: only === 'yes',
          onChange: () => setOnly(only === 'yes' ? 'no' : 'yes'),
        }),
        say('只看有缺口的', 'Only those that lack something'),
      ),
      h(SearchField, { words, onWords: setWords }),
      h(
        'span',
        { class: 'quiet', role: 'status' },
        say(
          `显示 ${shown.length} 条，共 ${entries.length} 条，其中 ${entries.filter(hasHole).length} 条有缺口`,
          `${shown.length} of ${entries.length}; ${entries.filter(hasHole).length} with something missing`,
        ),
      ),
    ),
    h(
      'div',
      { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': name },
      h(
        'table',
        null,
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            head.map((title) => h('th', { scope: 'col', key: title }, title)),
          ),
        ),
        h(
          'tbody',
          null,
          shown.map((entry) => h('tr', { key: entry.id, 'data-id': entry.id }, row(entry))),
        ),
      ),
    ),
  )
}
