import { type ComponentChild, h } from 'preact'
import type { Hole, ShownEvidence, ShownIndicator, State } from '../protocol.ts'
import { DataTable } from './data-table.ts'
import { severityName } from './finding-card.ts'
import { PlaceLink } from './place-link.ts'
import { HoleCell } from './result-matrix.ts'
import { say, tell } from './words.ts'

/** All indicators with what they lack. */
export function IndicatorsView({ state }: { readonly state: State }): ComponentChild {
  const { years, indicators } = state
  return h(DataTable<ShownIndicator>, {
    name: say('指标', 'Indicators'),
    entries: indicators,
    hasHole: (one) =>
      one.holes.length > 0 || !(one.level && one.trend && one.compared && one.hasTarget),
    textOf: (one) => `${one.id} ${one.name} ${one.clauses.join(' ')} ${one.source}`,
    head: [
      say('指标', 'Indicator'),
      say('单位', 'Unit'),
      ...years.map(String),
      say('目标', 'Target'),
      say('标杆', 'Benchmark'),
      say('竞争对手', 'Competitor'),
      say('数据来源', 'Source'),
      say('见于条款', 'Shown in'),
      say('问题', 'Findings'),
    ],
    row: (one) => [
      h('th', { scope: 'row' }, one.name, h('br', null), h(PlaceLink, { where: one.where })),
      h('td', null, one.unit || h('span', { class: 'quiet' }, '—')),
      ...one.values.map((value) => h(HoleCell, { shown: value !== '', text: value })),
      h(HoleCell, { shown: one.hasTarget, text: one.target }),
      h(HoleCell, { shown: one.benchmark !== '', text: one.benchmark }),
      h(HoleCell, { shown: one.competitor !== '', text: one.competitor }),
      one.source === ''
        ? h('td', { class: 'cell missing' }, say('缺', 'missing'))
        : h('td', null, one.source),
      h('td', null, h(Clauses, { clauses: one.clauses })),
      h('td', null, h(Holes, { holes: one.holes })),
    ],
  })
}

/** All evidence under its printed numbers. */
export function EvidenceView({ state }: { readonly state: State }): ComponentChild {
  return h(DataTable<ShownEvidence>, {
    name: say('证实性材料', 'Evidence'),
    entries: state.evidence,
    hasHole: (one) => one.holes.length > 0 || one.state === 'missing' || one.state === 'none',
    textOf: (one) => `${one.id} ${one.title} ${one.issuer} ${one.file}`,
    head: [
      say('编号', 'No.'),
      say('名称', 'Title'),
      say('出具单位', 'Issuer'),
      say('日期', 'Date'),
      say('有效期至', 'Valid until'),
      say('文件', 'File'),
      say('引用于条款', 'Cited in'),
      say('问题', 'Findings'),
    ],
    row: (one) => [
      h('td', { class: 'number' }, one.number),
      h('th', { scope: 'row' }, one.title, h('br', null), h(PlaceLink, { where: one.where })),
      h('td', null, one.issuer || h('span', { class: 'quiet' }, '—')),
      h('td', { class: 'number' }, one.issued || h('span', { class: 'quiet' }, '—')),
      h('td', { class: 'number' }, one.expires || h('span', { class: 'quiet' }, '—')),
      h(FileCell, { one }),
      h('td', null, h(Clauses, { clauses: one.clauses })),
      h('td', null, h(Holes, { holes: one.holes })),
    ],
  })
}

function FileCell({ one: { state, file, why } }: { readonly one: ShownEvidence }): ComponentChild {
  switch (state) {
    case 'there':
      return h('td', { class: 'file' }, file)
    case 'missing':
      return h('td', { class: 'cell missing' }, say(`缺文件 ${file}`, `${file} is missing`))
    case 'unavailable':
      return h('td', null, say('不附：', 'Not attached: '), why)
    default:
      return h('td', { class: 'cell missing' }, say('没有写文件', 'no file named'))
  }
}

function Clauses({ clauses }: { readonly clauses: readonly string[] }): ComponentChild {
  if (clauses.length === 0) return h('span', { class: 'quiet' }, '—')
  return h('span', null, clauses.join('、'))
}

function Holes({ holes }: { readonly holes: readonly Hole[] }): ComponentChild {
  return h(
    'ul',
    { class: 'holes' },
    holes.map(({ severity, message }, index) =>
      h(
        'li',
        { key: index },
        h('span', { class: `badge ${severity}` }, severityName(severity)),
        ' ',
        tell(message),
      ),
    ),
  )
}
