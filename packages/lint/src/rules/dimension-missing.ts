import { type Clause, clauseHeading, type Dimension, type DimensionId } from '@ziping/award'
import { type Severity, wording } from '@ziping/diagnostics'
import { countCharacters, dimensionsOf } from '@ziping/report'
import { textOfUnits } from '@ziping/resolve'
import { defineRule, type Rule } from '../define-rule.ts'
import type { RuleContext } from '../rule-context.ts'
import { answeredClauses, type WrittenClause } from '../written-clauses.ts'

interface Undimensioned {
  readonly clause: Clause
  readonly dimensions: readonly Dimension[]
}

interface ShortLead {
  readonly label: string
  readonly count: number
}

/** What only a series of figures shows. */
const ofSeries: ReadonlySet<DimensionId> = new Set(['level', 'trend', 'comparison', 'target'])

export const dimensionMissing: Rule = defineRule({
  id: 'dimension-missing',
  severity: 'warning',
  source: ['L-03', 'L-04', 'L-05', 'L-06', 'L-13'],
  title: { 'zh-CN': '缺少评价维度', en: 'A dimension is missing' },
  why: {
    'zh-CN':
      '评审员按维度给分：过程看方法、展开、结果（或 A-D-L-I、PDCA），结果看水平、趋势、对比、目标。缺一个维度，这一档的分就拿不到。',
    en: 'Points are given by dimension: approach, deployment, result (or A-D-L-I, PDCA); level, trend, comparison, target for results.',
  },
  messages: {
    absent: wording<Undimensioned>({
      'zh-CN': ({ clause, dimensions }) => ({
        message: `条款“${clauseHeading(clause)}”没有标出${labels(dimensions)}，正文里也看不出来`,
        advice: adviceFor(dimensions),
      }),
      en: ({ clause, dimensions }) => ({
        message: `Clause “${clauseHeading(clause)}” does not show ${labels(dimensions)}`,
        advice: `Open the passage with ${dimensions.map(({ label }) => `【${label}】`).join(' ')}; figures belong into a table or ::indicators`,
      }),
    }),
    short: wording<{
      readonly clause: Clause
      readonly leads: readonly ShortLead[]
      readonly least: number
      readonly figures: readonly Dimension[]
    }>({
      'zh-CN': ({ clause, leads, least, figures }) => ({
        message: `条款“${clauseHeading(clause)}”的${leads.map(({ label, count }) => `【${label}】只有${count}字`).join('、')}，写得太短，不算写到了`,
        advice: `每一段至少写${least}字，说明具体的做法和事实${figures.length === 0 ? '' : `；${labels(figures)}也可以在结果表里补上数据`}`,
      }),
      en: ({ clause, leads, least }) => ({
        message: `In clause “${clauseHeading(clause)}” ${leads.map(({ label, count }) => `【${label}】 has ${count} 字`).join(', ')}: too short to count`,
        advice: `Write at least ${least} 字 in each passage: practices and facts`,
      }),
    }),
    unmarked: wording<Undimensioned & { readonly words: readonly string[] }>({
      'zh-CN': ({ clause, dimensions, words }) => ({
        message: `条款“${clauseHeading(clause)}”没有标出${labels(dimensions)}，只有“${words.join('”“')}”等字样`,
        advice: adviceFor(dimensions),
      }),
      en: ({ clause, dimensions, words }) => ({
        message: `Clause “${clauseHeading(clause)}” does not mark ${labels(dimensions)}; only words such as “${words.join('”, “')}” hint at it`,
        advice: `Open the passage with ${dimensions.map(({ label }) => `【${label}】`).join(' ')}; figures belong into a table or ::indicators`,
      }),
    }),
  },
  *check(context, finding) {
    for (const written of answeredClauses(context)) {
      const { clause, section, coverage, text } = written
      const needed = dimensionsOf(context.award, clause)
      const open = needed.filter(({ id }) => coverage.dimensions[id] === false)
      const series = needed.filter(({ id }) => ofSeries.has(id))
      // Without any series there is one thing to say, and result-without-series says it.
      const hasNone = series.every((dimension) => open.includes(dimension))
      const short = new Map(
        open.flatMap((dimension) => {
          const count = lengthOfLead(written, dimension, context)
          return count === undefined ? [] : [[dimension, count] as const]
        }),
      )
      const missing = open.filter(
        (dimension) => !short.has(dimension) && !(hasNone && ofSeries.has(dimension.id)),
      )
      const hinted = new Map(missing.map((dimension) => [dimension, hintIn(text, dimension)]))
      for (const severity of ['error', 'warning', 'info'] satisfies readonly Severity[]) {
        const dimensions = missing.filter(
          (dimension) => dimension.required === severity && hinted.get(dimension) === undefined,
        )
        if (dimensions.length > 0)
          yield finding.absent(section.place, { clause, dimensions }, { clause, usual: severity })
        const led = [...short].filter(([{ required }]) => required === severity)
        if (led.length > 0)
          yield finding.short(
            section.place,
            {
              clause,
              leads: led.map(([{ label }, count]) => ({ label, count })),
              least: context.award.answered.requirement,
              figures: led.map(([dimension]) => dimension).filter(({ id }) => ofSeries.has(id)),
            },
            { clause, usual: severity },
          )
      }
      const unmarked = missing.filter((dimension) => hinted.get(dimension) !== undefined)
      const words = [...new Set(unmarked.flatMap((dimension) => hinted.get(dimension) ?? []))]
      if (unmarked.length > 0)
        yield finding.unmarked(
          section.place,
          { clause, dimensions: unmarked, words },
          { clause, severity: 'info', atMost: 'info' },
        )
    }
  },
  examples: [
    {
      name: 'no result',
      report:
        '# 1.1 使命\n\n【方法】公司使命由全体员工讨论确定，每年复核一次，写入公司章程。\n\n【展开】十二个部门每季度宣讲一次，新员工入职当天学习公司使命。\n',
      finds: ['1:1 absent'],
    },
    {
      name: 'words that hint at a dimension, but no lead-in',
      report:
        '# 1.1 使命\n\n公司建立了使命的讨论制度，每年复核一次，全员参加；2023年员工知晓率达到98%，比上年提高3个百分点。\n',
      finds: ['1:1 unmarked'],
    },
    {
      name: 'a series without comparison and target',
      report:
        '# 7.1 成绩\n\n表：主营业务收入（万元）\n\n| 项目 | 2021年 | 2022年 | 2023年 |\n| - | - | - | - |\n| 收入 | 810 | 902 | 1015 |\n',
      finds: ['1:1 absent'],
    },
    {
      name: 'a lead-in with hardly anything behind it',
      report:
        '# 1.1 使命\n\n【方法】公司使命由全体员工讨论确定，每年复核一次，写入公司章程。\n\n【展开】十二个部门每季度宣讲一次，新员工入职当天学习公司使命。\n\n【结果】知晓率98%。\n',
      finds: ['1:1 short'],
    },
    {
      name: 'near miss: short forms, and the result by reference',
      report:
        '# 1.1 使命\n\n【方法、展开】公司使命由全体员工讨论确定，十二个部门每季度宣讲一次，见[条](#7.1)。\n\n# 7.1 成绩\n\n收入连续增长。\n',
      finds: [],
    },
    {
      name: 'near miss: headings equal to the dimensions',
      report:
        '# 1.1 使命\n\n## 采用方法\n\n公司使命由全体员工讨论确定，每年复核一次。\n\n## 工作展开\n\n十二个部门每季度宣讲一次，新员工入职学习。\n\n## 实施结果\n\n2023年员工知晓率为98%，比上年提高3个百分点。\n',
      finds: [],
    },
    {
      name: 'near miss: no series at all is another rule’s',
      report: '# 7.1 成绩\n\n2023年主营业务收入1015万元，比上年增加113万元。\n',
      finds: [],
    },
  ],
})

/** How many 字 stand behind the lead-ins of a dimension; undefined where there are none. */
function lengthOfLead(
  { sections }: WrittenClause,
  { id }: Dimension,
  { resolver }: RuleContext,
): number | undefined {
  const counts = sections.flatMap(({ leadIns, file }) =>
    leadIns
      .filter(({ dimension }) => dimension === id)
      .map(({ units, skip }) => {
        const [first] = units
        const text = textOfUnits(units, (unit) => (unit === first ? skip : 0), file, resolver)
        return countCharacters(text).characters
      }),
  )
  return counts.length === 0 ? undefined : Math.max(...counts)
}

function hintIn(text: string, { words }: Dimension): string | undefined {
  return words.find((word) => text.includes(word))
}

function labels(dimensions: readonly Dimension[]): string {
  return dimensions.map(({ label }) => `“${label}”`).join('')
}

function adviceFor(dimensions: readonly Dimension[]): string {
  const [led, figures] = [
    dimensions.filter(({ id }) => !ofSeries.has(id)),
    dimensions.filter(({ id }) => ofSeries.has(id)),
  ]
  const parts = [
    led.length === 0 ? '' : `在相应段落开头加${led.map(({ label }) => `【${label}】`).join('')}`,
    led.some(({ id }) => id === 'result') ? '结果写在结果章的，用“见[条](#…)”引过去' : '',
    figures.length === 0 ? '' : `在结果表里补上${labels(figures)}的数据`,
  ]
  return parts.filter((part) => part !== '').join('；')
}
