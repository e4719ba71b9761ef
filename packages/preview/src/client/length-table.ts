import { type ComponentChild, h } from 'preact'
import type { Length, Where } from '../protocol.ts'
import { figure, say } from './words.ts'

/** How many 字 there are, against how many there may be. */
export function LengthBar({
  name,
  count,
  limit,
}: {
  readonly name: string
  readonly count: number
  readonly limit: number | undefined
}): ComponentChild {
  if (limit === undefined) return h('span', { class: 'number' }, figure(count))
  const over = count > limit
  return h(
    'span',
    { class: over ? 'length over' : 'length' },
    h('span', { class: 'number' }, `${figure(count)} / ${figure(limit)}`),
    h('meter', {
      min: 0,
      max: limit,
      high: limit * 0.95,
      value: Math.min(count, limit),
      'aria-label': `${name} ${count} / ${limit}`,
    }),
    over
      ? h(
          'span',
          { class: 'tag missing' },
          say(`超 ${figure(count - limit)}`, `${figure(count - limit)} over`),
        )
      : null,
  )
}

export function LengthTable({
  lengths,
  onShow,
}: {
  readonly lengths: readonly Length[]
  readonly onShow: (where: Where) => void
}): ComponentChild {
  return h(
    'section',
    null,
    h('h2', null, say('篇幅', 'Lengths')),
    h(
      'div',
      { class: 'table-box' },
      h(
        'table',
        { class: 'lengths' },
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            h('th', { scope: 'col' }, say('材料', 'Document')),
            h('th', { scope: 'col' }, say('字数 / 上限', 'Characters / limit')),
          ),
        ),
        h(
          'tbody',
          null,
          lengths.map(({ id, title, count, limit, where }) =>
            h(
              'tr',
              { key: `${id} ${title}`, 'data-document': id },
              h(
                'th',
                { scope: 'row' },
                where === undefined
                  ? title
                  : h(
                      'button',
                      { type: 'button', class: 'link', onClick: () => onShow(where) },
                      title,
                    ),
              ),
              h(
                'td',
                null,
                h(LengthBar, { name: title, count, limit }),
                limit === undefined
                  ? h('span', { class: 'quiet' }, say('（通知未规定上限）', ' (no limit given)'))
                  : null,
              ),
            ),
          ),
        ),
      ),
    ),
  )
}
