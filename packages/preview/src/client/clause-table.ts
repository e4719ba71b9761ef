import { type ComponentChild, Fragment, h } from 'preact'
import type { Board, BoardClause, Where } from '../protocol.ts'
import { LengthBar } from './length-table.ts'
import { counted, say } from './words.ts'

export interface ClauseTableProps {
  readonly clauses: readonly BoardClause[]
  readonly dimensions: Board['dimensions']
  readonly title: string
  readonly onShow: (where: Where) => void
}

/** Clauses × requirements × dimensions as a heat map that can be read without colours, too. */
export function ClauseTable({
  clauses,
  dimensions,
  title,
  onShow,
}: ClauseTableProps): ComponentChild {
  const width = 6 + dimensions.length
  return h(
    'div',
    { class: 'table-box', tabIndex: 0, role: 'region', 'aria-label': title },
    h(
      'table',
      { class: 'clauses' },
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          h('th', { scope: 'col' }, say('条款', 'Clause')),
          h('th', { scope: 'col' }, say('字数', 'Length')),
          h('th', { scope: 'col' }, say('要求', 'Requirements')),
          dimensions.map(({ id, label }) =>
            h('th', { scope: 'col', class: 'narrow', key: id }, label),
          ),
          h('th', { scope: 'col' }, say('问题', 'Findings')),
          h('th', { scope: 'col' }, say('负责人', 'Owner')),
          h('th', { scope: 'col' }, say('交稿', 'Due')),
        ),
      ),
      h(
        'tbody',
        null,
        clauses.map((clause, index) =>
          h(
            Fragment,
            { key: clause.id },
            clause.category === clauses[index - 1]?.category
              ? null
              : h(
                  'tr',
                  { class: 'category' },
                  h('th', { scope: 'rowgroup', colSpan: width }, clause.category),
                ),
            h(ClauseRow, { clause, dimensions, onShow }),
          ),
        ),
      ),
    ),
  )
}

function ClauseRow({
  clause,
  dimensions,
  onShow,
}: Omit<ClauseTableProps, 'clauses' | 'title'> & { readonly clause: BoardClause }): ComponentChild {
  const { heading, answered, count, limit, where, owner, due, status } = clause
  return h(
    'tr',
    { 'data-clause': clause.id },
    h(
      'th',
      { scope: 'row', class: answered ? undefined : 'missing' },
      where === undefined
        ? heading
        : h('button', { type: 'button', class: 'link', onClick: () => onShow(where) }, heading),
      answered ? null : h('span', { class: 'tag missing' }, say('未作答', 'open')),
    ),
    h('td', { class: 'number' }, h(LengthBar, { name: heading, count, limit })),
    h('td', null, h(Requirements, { clause, onShow })),
    dimensions.map(({ id, label }) => {
      const shown = clause.dimensions[id]
      if (shown === undefined) return h('td', { class: 'cell none', key: id })
      const words = shown ? say('有', 'shown') : say('缺', 'missing')
      return h(
        'td',
        {
          class: shown ? 'cell done' : 'cell missing',
          key: id,
          title: `${heading} ${label}：${words}`,
        },
        h('span', { 'aria-hidden': 'true' }, shown ? '✓' : '✗'),
        h('span', { class: 'unseen' }, words),
      )
    }),
    h('td', null, h(Troubles, { clause })),
    h('td', null, owner ?? h('span', { class: 'quiet' }, '—')),
    h(
      'td',
      { class: 'due' },
      due === undefined ? h('span', { class: 'quiet' }, '—') : h('span', { class: 'number' }, due),
      status === undefined ? null : h('span', { class: 'tag' }, status),
      isLate(clause) ? h('span', { class: 'tag missing' }, say('已过期', 'late')) : null,
    ),
  )
}

/** The reader's own clock: only here, and only as a hint. */
function isLate({ due, answered, errors, status }: BoardClause): boolean {
  if (due === undefined || (answered && errors === 0) || status === '定稿') return false
  const now = new Date()
  const pad = (value: number): string => String(value).padStart(2, '0')
  return due < `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

function Troubles({
  clause: { errors, warnings },
}: {
  readonly clause: BoardClause
}): ComponentChild {
  if (errors === 0 && warnings === 0) return h('span', { class: 'quiet' }, '0')
  return h(
    'span',
    { class: 'troubles' },
    errors === 0
      ? null
      : h('span', { class: 'badge error' }, say(`错误 ${errors}`, counted(errors, 'error'))),
    warnings === 0
      ? null
      : h(
          'span',
          { class: 'badge warning' },
          say(`警告 ${warnings}`, counted(warnings, 'warning')),
        ),
  )
}

function Requirements({
  clause: { requirements, needed },
  onShow,
}: {
  readonly clause: BoardClause
  readonly onShow: (where: Where) => void
}): ComponentChild {
  const done = requirements.filter(({ answered }) => answered).length
  if (requirements.length === 0) return h('span', { class: 'quiet' }, '—')
  return h(
    'div',
    { class: 'requirements' },
    h('span', { class: 'number' }, `${Math.min(done, needed)}/${needed}`),
    requirements.map(({ id, name, answered, where }) => {
      const words = `${name}：${answered ? say('已回应', 'answered') : say('未回应', 'not answered')}`
      const look = answered ? 'square done' : done >= needed ? 'square' : 'square missing'
      return where === undefined
        ? h('span', { class: look, key: id, title: words, role: 'img', 'aria-label': words })
        : h('button', {
            type: 'button',
            class: look,
            key: id,
            title: words,
            'aria-label': words,
            onClick: () => onShow(where),
          })
    }),
  )
}
