import {
  type Award,
  type Clause,
  clauseHeading,
  type Dimension,
  isSpecified,
  parentsOf,
} from '@ziping/award'
import type { ClauseCoverage, DocumentCoverage, ReportCoverage, Tally } from '@ziping/coverage'
import type { ShownCoverage } from '../commands/run-coverage.ts'
import { type Context, say } from '../context.ts'
import { holesOf } from './holes.ts'
import { displayWidth, padEnd, padStart, truncate } from './width.ts'

/** The board in a terminal: clauses down, what they ask across. */
export function coverageAsTable({ coverage, opened }: ShownCoverage, context: Context): string {
  const { award } = opened
  const reports: readonly ReportCoverage[] = [coverage, ...coverage.holdings]
  const parts = reports.flatMap((report) => [
    ...(report.holding === undefined ? [] : ['', context.style.bold(report.holding)]),
    ...clauseLines(report, award, context),
    '',
    summaryLine(report, context),
  ])
  return [
    ...titleLines(award, context),
    '',
    ...parts,
    '',
    ...documentLines(coverage.documents, context),
    ...holesNote(reports, award, context),
  ].join('\n')
}

/** Only what is missing, with the place to write it. */
export function holesAsText({ coverage, opened }: ShownCoverage, context: Context): string {
  const { style } = context
  const holes = [coverage, ...coverage.holdings].flatMap((report) => holesOf(report, opened.award))
  if (holes.length === 0)
    return say(context, '没有缺项：条款、要求、维度都已作答。', 'Nothing is missing.')
  const words = {
    clause: say(context, '条款没有作答', 'clause not answered'),
    requirement: say(context, '要求没有作答', 'requirement not answered'),
    dimension: say(context, '缺少维度', 'dimension missing'),
  }
  const lines = holes.map((hole) => {
    const place = hole.where ?? say(context, '（没有这一条的标题）', '(no heading yet)')
    const text =
      hole.what === 'clause'
        ? `${hole.text} ${say(context, '字', 'characters')}`
        : `“${truncate(hole.text, 60)}”`
    const holding = hole.holding === undefined ? '' : `${hole.holding} `
    return `${style.cyan(place)}  ${style.red(words[hole.what])}  ${holding}${hole.clause}：${text}`
  })
  return [...lines, '', say(context, `共 ${holes.length} 项`, `${holes.length} in all`)].join('\n')
}

function titleLines(award: Award, { style }: Context): readonly string[] {
  const year = isSpecified(award.year) ? ` · ${award.year}` : ''
  return [
    style.bold(`${award.name}${year}`),
    ...(award.banner === undefined ? [] : [style.yellow(award.banner)]),
  ]
}

function clauseLines(
  { clauses }: ReportCoverage,
  award: Award,
  context: Context,
): readonly string[] {
  const { style } = context
  const dimensions = shownDimensions(clauses, award)
  const titleWidth = Math.max(
    12,
    ...clauses.map(
      ({ clause }) => displayWidth(clauseHeading(clause)) + 2 * depthOf(award, clause),
    ),
  )
  const hasRequirements = clauses.some(({ requirements }) => requirements.length > 0)
  const head = [
    padEnd(say(context, '条款', 'Clause'), titleWidth),
    padStart(say(context, '字数', 'Length'), 7),
    ...(hasRequirements ? [padStart(say(context, '要求', 'Items'), 7)] : []),
    ...dimensions.map((dim) => padEnd(shortName(dim), shortWidth(dim))),
  ].join('  ')
  const lines: string[] = [style.dim(head)]
  let open: readonly Clause[] = []
  for (const coverage of clauses) {
    const parents = parentsOf(award.clauses, coverage.clause.id)
    for (const parent of parents)
      if (!open.includes(parent))
        lines.push(`${'  '.repeat(depthOf(award, parent))}${style.bold(clauseHeading(parent))}`)
    open = parents
    lines.push(clauseLine(coverage, { award, titleWidth, hasRequirements, dimensions }, context))
  }
  return lines
}

function clauseLine(
  { clause, answered, count, requirements, dimensions: shown }: ClauseCoverage,
  table: {
    readonly award: Award
    readonly titleWidth: number
    readonly hasRequirements: boolean
    readonly dimensions: readonly Dimension[]
  },
  { style }: Context,
): string {
  const done = requirements.filter((requirement) => requirement.answered).length
  const enough = clause.choice?.min ?? requirements.length
  const title = padEnd(
    `${'  '.repeat(depthOf(table.award, clause))}${clauseHeading(clause)}`,
    table.titleWidth,
  )
  const items = requirements.length === 0 ? '' : `${done}/${requirements.length}`
  return [
    answered ? title : style.red(title),
    (answered ? String : style.red)(padStart(count.toLocaleString('en-US'), 7)),
    ...(table.hasRequirements ? [(done >= enough ? String : style.red)(padStart(items, 7))] : []),
    ...table.dimensions.map((dim) => mark(shown[dim.id], shortWidth(dim), style)),
  ]
    .join('  ')
    .trimEnd()
}

function mark(shown: boolean | undefined, width: number, style: Context['style']): string {
  if (shown === undefined) return padEnd(' ', width)
  return shown ? style.green(padEnd('✓', width)) : style.red(padEnd('✗', width))
}

function depthOf(award: Award, clause: Clause): number {
  return parentsOf(award.clauses, clause.id).length
}

function shownDimensions(clauses: readonly ClauseCoverage[], award: Award): readonly Dimension[] {
  const asked = new Set(clauses.flatMap((clause) => Object.keys(clause.dimensions)))
  const all = award.dimensions.flatMap((scheme) => scheme.dims)
  return all.filter(
    (dim, index) => asked.has(dim.id) && all.findIndex((other) => other.id === dim.id) === index,
  )
}

function shortName(dim: Dimension): string {
  return [...dim.names].filter((name) => /^\p{Script=Han}{2}$/u.test(name))[0] ?? dim.label
}

function shortWidth(dim: Dimension): number {
  return Math.max(4, displayWidth(shortName(dim)))
}

function summaryLine({ summary }: ReportCoverage, context: Context): string {
  const { style } = context
  const tally = (name: string, [answered, all]: Tally): string =>
    all === 0 ? '' : `${name} ${(answered === all ? style.green : style.red)(`${answered}/${all}`)}`
  const parts = [
    tally(say(context, '条款', 'Clauses'), summary.clauses),
    tally(say(context, '要求', 'requirements'), summary.requirements),
    tally(say(context, '维度', 'dimensions'), summary.dimensions),
  ].filter((part) => part !== '')
  return parts.join(' · ')
}

function documentLines(
  documents: readonly DocumentCoverage[],
  context: Context,
): readonly string[] {
  const width = Math.max(8, ...documents.map(({ title }) => displayWidth(truncate(title, 40))))
  return documents.map(({ title, length, limit }) => {
    const count = length.characters.toLocaleString('en-US')
    const allowed =
      limit === undefined
        ? context.style.dim(say(context, '（通知未规定字数）', '(no limit given)'))
        : `/ ${limit.toLocaleString('en-US')} ${say(context, '字', '')}`
    const over = limit !== undefined && length.characters > limit
    return `${padEnd(truncate(title, 40), width)}  ${(over ? context.style.red : String)(padStart(count, 7))} ${allowed}`.trimEnd()
  })
}

function holesNote(
  reports: readonly ReportCoverage[],
  award: Award,
  context: Context,
): readonly string[] {
  const holes = reports.flatMap((report) => holesOf(report, award)).length
  if (holes === 0) return []
  return [
    '',
    say(
      context,
      `还有 ${holes} 处缺项，用 ziping coverage --holes 逐条查看`,
      `${holes} things are missing: ziping coverage --holes lists them`,
    ),
  ]
}
