import { type Award, allClauses, type Clause, clauseHeading, type Decimal } from '@ziping/award'
import type { ReportScore, ScoredClause, ScoreSum } from '@ziping/coverage'
import { showPlace } from '@ziping/diagnostics'
import { type Context, say } from '../context.ts'
import { displayWidth, padEnd, padStart } from './width.ts'

/** What a way of showing the scores needs. */
export interface ShownScore {
  readonly score: ReportScore
  readonly award: Award
  /** Where they are written. */
  readonly scores: string
}

/** The clauses under their categories, for a terminal. */
export function scoreAsTable({ score, award, scores }: ShownScore, context: Context): string {
  const { style } = context
  const titles = [...allClauses(award.clauses)].map((clause) => displayWidth(clauseHeading(clause)))
  const width = Math.max(...titles, 10) + 4
  const line = (title: string, cells: readonly string[]): string =>
    `${padEnd(title, width)}${cells.map((cell) => padStart(cell, 10)).join('')}`
  const head = [
    say(context, '分值', 'points'),
    say(context, '得分率%', 'score %'),
    say(context, '折算得分', 'earned'),
  ]
  return [
    style.dim(line(say(context, '条款', 'Clause'), head)),
    ...score.categories.flatMap(({ category, ...sum }) => [
      style.bold(line(clauseHeading(category), sumCells(sum))),
      ...leavesOf(category, score.clauses).map((one) => clauseLine(one, line, context)),
    ]),
    style.bold(line(say(context, '合计', 'Total'), sumCells(score.total))),
    '',
    ...closing(score, scores, context),
  ].join('\n')
}

/** The clauses below a category. */
export function leavesOf(
  category: Clause,
  clauses: readonly ScoredClause[],
): readonly ScoredClause[] {
  const below = new Set([...allClauses([category])].map(({ id }) => id))
  return clauses.filter(({ clause }) => below.has(clause.id) && clause.id !== category.id)
}

function clauseLine(
  { clause, points, percent, earned, note }: ScoredClause,
  line: (title: string, cells: readonly string[]) => string,
  { style }: Context,
): string {
  const cells = [number(points), percent === undefined ? '—' : number(percent), number(earned)]
  const text = `${line(`  ${clauseHeading(clause)}`, cells)}${note === undefined ? '' : `  ${style.dim(note)}`}`
  return percent === undefined ? style.yellow(text) : text
}

function sumCells({ points, percent, earned }: ScoreSum): readonly string[] {
  return [number(points), number(percent), number(earned)]
}

/** One decimal, none where there is none. */
export function number(value: Decimal | undefined): string {
  return value === undefined ? '' : value.toDecimalPlaces(1).toString()
}

/** Sums in a sentence, and what is still to be scored. */
export function closing(
  { total, holes, clauses }: ReportScore,
  scores: string,
  context: Context,
): readonly string[] {
  const { points, scored, earned } = total
  const sum =
    points === undefined || scored === undefined || earned === undefined
      ? say(
          context,
          '通知没有给出分值，只算平均得分率',
          'The notice gives no points: plain average',
        )
      : say(
          context,
          `已打分的条款共 ${number(scored)} 分，得 ${number(earned)} 分；全部 ${number(points)} 分`,
          `Scored so far: ${number(earned)} of ${number(scored)} points; ${number(points)} in all`,
        )
  const missing =
    holes.length === 0
      ? []
      : [
          holes.length === clauses.length
            ? say(
                context,
                `还没有打分：在 ${scores} 中每条写一行，如 "${holes[0]?.id}": 60 或 "${holes[0]?.id}": { score: 60, note: 理由 }`,
                `Nothing is scored: write a line for each clause into ${scores}, like "${holes[0]?.id}": 60`,
              )
            : say(
                context,
                `还没有打分的 ${holes.length} 条：${holes.map(({ id }) => id).join('、')}`,
                `Not scored yet (${holes.length}): ${holes.map(({ id }) => id).join(', ')}`,
              ),
        ]
  return [sum, ...missing]
}

/** The same as JSON; points and scores as numbers, null where there is none. */
export function scoreAsJson({ score, award }: ShownScore): Readonly<Record<string, unknown>> {
  const sum = ({
    points,
    scored,
    percent,
    earned,
  }: ScoreSum): Readonly<Record<string, unknown>> => ({
    points: plain(points),
    scored: plain(scored),
    percent: plain(percent),
    earned: plain(earned),
  })
  return {
    version: 1,
    award: award.id,
    clauses: score.clauses.map(({ clause, points, percent, earned, note, place }) => ({
      id: clause.id,
      title: clause.title,
      points: plain(points),
      percent: plain(percent),
      earned: plain(earned),
      ...(note === undefined ? {} : { note }),
      ...(place === undefined ? {} : { where: showPlace(place) }),
    })),
    categories: score.categories.map(({ category, ...rest }) => ({
      id: category.id,
      title: category.title,
      ...sum(rest),
    })),
    total: sum(score.total),
    holes: score.holes.map(({ id }) => id),
    unknown: score.unknown.map(({ key }) => key),
  }
}

function plain(value: Decimal | undefined): number | null {
  return value === undefined ? null : value.toDecimalPlaces(4).toNumber()
}
