import { type ComponentChild, h } from 'preact'
import type { Board, BoardReport, ShownIndicator, State, Tally, Where } from '../protocol.ts'
import { ClauseTable } from './clause-table.ts'
import { LengthTable } from './length-table.ts'
import { ResultMatrix } from './result-matrix.ts'
import { counted, figure, say } from './words.ts'

export interface BoardViewProps {
  readonly state: State
  readonly onShow: (where: Where) => void
}

/** Everything the report lead follows. */
export function BoardView({ state, onShow }: BoardViewProps): ComponentChild {
  const { board, indicators, years } = state
  if (board === undefined)
    return h('p', { class: 'empty' }, say('还没有可以显示的内容', 'There is nothing to show yet'))
  return h(
    'section',
    { class: 'board scroll', 'aria-label': say('进度板', 'Board'), tabIndex: 0 },
    h(Summary, { board, state }),
    board.reports.map((report) => h(Report, { key: report.name, report, board, onShow })),
    h(LengthTable, { lengths: board.lengths, onShow }),
    h(ResultMatrix, { indicators: resultsOf(indicators), years, onShow }),
  )
}

function resultsOf(indicators: readonly ShownIndicator[]): readonly ShownIndicator[] {
  return indicators.filter(({ results }) => results.length > 0)
}

function Summary({
  board,
  state,
}: {
  readonly board: Board
  readonly state: State
}): ComponentChild {
  const [own] = board.reports
  const count = (severity: string): number =>
    state.findings.filter((finding) => finding.severity === severity).length
  return h(
    'div',
    { class: 'summary' },
    own === undefined
      ? null
      : [
          h(TallyCard, {
            name: say('条款已作答', 'Clauses answered'),
            id: 'clauses',
            tally: own.summary.clauses,
          }),
          h(TallyCard, {
            name: say('要求已回应', 'Requirements met'),
            id: 'requirements',
            tally: own.summary.requirements,
          }),
          h(TallyCard, {
            name: say('评价维度齐备', 'Dimensions shown'),
            id: 'dimensions',
            tally: own.summary.dimensions,
          }),
        ],
    h(
      'div',
      { class: 'card' },
      h('span', { class: 'quiet' }, say('问题', 'Findings')),
      h('strong', null, say(`${count('error')} 处错误`, counted(count('error'), 'error'))),
      h('span', null, say(`${count('warning')} 处警告`, counted(count('warning'), 'warning'))),
    ),
    board.dates.length === 0
      ? null
      : h(
          'div',
          { class: 'card dates' },
          h('span', { class: 'quiet' }, say('内部节点', 'Own dates')),
          board.dates.map(({ name, date }) => h('span', { key: name }, `${name} ${date}`)),
        ),
  )
}

function TallyCard({
  name,
  id,
  tally: [answered, needed],
}: {
  readonly name: string
  readonly id: string
  readonly tally: Tally
}): ComponentChild {
  if (needed === 0) return null
  const share = Math.round((answered / needed) * 100)
  return h(
    'div',
    { class: answered === needed ? 'card done' : 'card open', 'data-tally': id },
    h('span', { class: 'quiet' }, name),
    h('strong', null, `${figure(answered)} / ${figure(needed)}`),
    h('meter', { min: 0, max: needed, value: answered, 'aria-label': `${name} ${share}%` }),
  )
}

function Report({
  report,
  board,
  onShow,
}: {
  readonly report: BoardReport
  readonly board: Board
  readonly onShow: (where: Where) => void
}): ComponentChild {
  const title = report.name === '' ? say('各条款', 'Clauses') : report.name
  return h(
    'section',
    null,
    h('h2', null, title),
    h(ClauseTable, { clauses: report.clauses, dimensions: board.dimensions, title, onShow }),
  )
}
