import { type ComponentChild, Fragment, h } from 'preact'
import type { ShownIndicator, Where } from '../protocol.ts'
import { say } from './words.ts'

/** Level, trend, benchmark and target of every result, by the clause that shows it. */
export function ResultMatrix({
  indicators,
  years,
  onShow,
}: {
  readonly indicators: readonly ShownIndicator[]
  readonly years: readonly number[]
  readonly onShow: (where: Where) => void
}): ComponentChild {
  if (indicators.length === 0) return null
  const clauses = [...new Set(indicators.flatMap(({ results }) => results))].sort()
  const title = say('结果矩阵', 'Results')
  const last = years.at(-1) ?? ''
  return h(
    'section',
    null,
    h('h2', null, title),
    h(
      'div',
      { class: 'table-box', tabIndex: 0, role: 'region', 'aria-label': title },
      h(
        'table',
        { class: 'results' },
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            h('th', { scope: 'col' }, say('指标', 'Indicator')),
            h('th', { scope: 'col' }, say(`水平（${last}）`, `Level (${last})`)),
            h('th', { scope: 'col', class: 'narrow' }, say('趋势', 'Trend')),
            h('th', { scope: 'col', class: 'narrow' }, say('对比', 'Comparison')),
            h('th', { scope: 'col', class: 'narrow' }, say('目标', 'Target')),
          ),
        ),
        h(
          'tbody',
          null,
          clauses.map((clause) =>
            h(
              Fragment,
              { key: clause },
              h('tr', { class: 'category' }, h('th', { scope: 'rowgroup', colSpan: 5 }, clause)),
              indicators
                .filter(({ results }) => results.includes(clause))
                .map((one) => h(Row, { key: one.id, one, onShow })),
            ),
          ),
        ),
      ),
    ),
  )
}

function Row({
  one,
  onShow,
}: {
  readonly one: ShownIndicator
  readonly onShow: (where: Where) => void
}): ComponentChild {
  const { name, unit, values, level, trend, compared, hasTarget, target, benchmark, where } = one
  const value = values.at(-1) ?? ''
  return h(
    'tr',
    { 'data-indicator': one.id },
    h(
      'th',
      { scope: 'row' },
      h('button', { type: 'button', class: 'link', onClick: () => onShow(where) }, name),
    ),
    h(HoleCell, { shown: level, text: `${value} ${unit}`.trim() }),
    h(HoleCell, { shown: trend, text: values.filter((text) => text !== '').join(' → ') }),
    h(HoleCell, { shown: compared, text: benchmark }),
    h(HoleCell, { shown: hasTarget, text: target }),
  )
}

/** A figure, or that it is missing. */
export function HoleCell({
  shown,
  text,
}: {
  readonly shown: boolean
  readonly text: string
}): ComponentChild {
  return h(
    'td',
    { class: shown ? 'cell done number' : 'cell missing number' },
    shown ? text || '✓' : say('缺', 'missing'),
  )
}
