import { clauseHeading, isSpecified } from '@ziping/award'
import type { ReportScore, ScoreSum } from '@ziping/coverage'
import { type Context, say } from '../context.ts'
import { renderTemplate } from '../render-template.ts'
import { closing, leavesOf, number, type ShownScore } from './score.ts'

/** The scores as a page to print: a radar of the categories, then clause by clause. */
export function scoreAsHtml({ score, award, scores }: ShownScore, context: Context): string {
  const titles = {
    clause: say(context, '条款', 'Clause'),
    points: say(context, '分值', 'Points'),
    percent: say(context, '得分率%', 'Score %'),
    earned: say(context, '折算得分', 'Earned'),
    note: say(context, '依据与说明', 'Reasons'),
  }
  return renderTemplate('html/score.hbs', {
    lang: context.language,
    title: `${award.name}${isSpecified(award.year) ? ` ${award.year}` : ''} · ${say(context, '自评打分', 'Self-scores')}`,
    banner: award.banner ?? '',
    closing: closing(score, scores, context),
    radar: radarOf(score, context),
    head: Object.entries(titles).map(([key, text]) => ({
      text,
      number: ['points', 'percent', 'earned'].includes(key),
    })),
    rows: [
      ...score.categories.flatMap(({ category, ...sum }) => [
        { kind: 'category', title: clauseHeading(category), ...cells(sum) },
        ...leavesOf(category, score.clauses).map(({ clause, note = '', ...own }) => ({
          kind: '',
          leaf: true,
          title: clauseHeading(clause),
          ...cells(own),
          percent:
            own.percent === undefined ? say(context, '未打分', 'not scored') : number(own.percent),
          state: own.percent === undefined ? 'missing' : '',
          note,
        })),
      ]),
      { kind: 'total', title: say(context, '合计', 'Total'), ...cells(score.total) },
    ],
  })
}

function cells({ points, percent, earned }: ScoreSum): Readonly<Record<string, string>> {
  return { points: number(points), percent: number(percent), earned: number(earned) }
}

const radius = 150

/** Points of an SVG; undefined with fewer than three categories, which span no area. */
function radarOf({ categories }: ReportScore, context: Context): unknown {
  const count = categories.length
  if (count < 3 || categories.every(({ percent }) => percent === undefined)) return undefined
  const at = (index: number, share: number): readonly [x: number, y: number] => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2
    return [round(Math.cos(angle) * radius * share), round(Math.sin(angle) * radius * share)]
  }
  const polygon = (share: (index: number) => number): string =>
    categories.map((_, index) => at(index, share(index)).join(',')).join(' ')
  return {
    label: say(context, '各类目得分率', 'Scores by category'),
    rings: [0.2, 0.4, 0.6, 0.8, 1].map((share) => polygon(() => share)),
    spokes: categories.map(({ category, percent }, index) => {
      const [x, y] = at(index, 1)
      const [textX, textY] = at(index, 1.12)
      const anchor = Math.abs(x) < 1 ? 'middle' : x > 0 ? 'start' : 'end'
      const shown = percent === undefined ? '—' : `${number(percent)}%`
      return { x, y, textX, textY: textY + 4, anchor, text: `${category.title} ${shown}` }
    }),
    area: polygon((index) => (categories[index]?.percent?.toNumber() ?? 0) / 100),
  }
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}
