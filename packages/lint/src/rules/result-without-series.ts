import { type Award, type Clause, parentsOf, scoredLeaves } from '@ziping/award'
import { type Severity, wording } from '@ziping/diagnostics'
import {
  allBlocks,
  type Block,
  dimensionsOf,
  holdingsIn,
  plainText,
  type Section,
  sectionsFor,
  type Table,
} from '@ziping/report'
import { textOfUnits } from '@ziping/resolve'
import { defineRule, type Rule } from '../define-rule.ts'
import { withIndicators } from '../example-indicators.ts'
import type { RuleContext } from '../rule-context.ts'

export const resultWithoutSeries: Rule = defineRule({
  id: 'result-without-series',
  severity: 'error',
  source: ['L-05', 'L-47'],
  title: { 'zh-CN': '结果条款没有数据', en: 'A results clause without figures' },
  why: {
    'zh-CN':
      '结果要用数据说话：现有水平、几年的趋势、与标杆和对手的比较、目标的达成，都要落在逐年的数据上。只有文字的结果条款基本不得分。',
    en: 'Results are figures: level, trend, comparison and target all rest on values by year. Words alone hardly score.',
  },
  messages: {
    noFigures: wording<{ readonly clause: Clause }>({
      'zh-CN': ({ clause }) => ({
        message: `结果条款“${clause.title}”没有一个数据`,
        advice: '结果应量化：用指标表或图表列出逐年的数据',
      }),
      en: ({ clause }) => ({
        message: `Results clause “${clause.title}” has no figure at all`,
        advice: 'Quantify the results: a table or chart of values by year',
      }),
    }),
    noSeries: wording<{ readonly clause: Clause }>({
      'zh-CN': ({ clause }) => ({
        message: `结果条款“${clause.title}”没有逐年的数据，只有零散的数`,
        advice: '用 ::指标表 或 ::图表 列出关键指标几年的数据，附目标与对比',
      }),
      en: ({ clause }) => ({
        message: `Results clause “${clause.title}” has single figures but no series over the years`,
        advice: 'Show the key indicators over the years with ::指标表 or ::图表',
      }),
    }),
  },
  *check(context, finding) {
    const { award, report } = context
    for (const holding of holdingsIn(report))
      for (const clause of scoredLeaves(award.clauses)) {
        const sections = sectionsFor(report, clause.id, holding)
        const [first] = sections
        if (clause.kind !== 'result' || first === undefined) continue
        const blocks = [...allBlocks(sections.flatMap((section) => section.blocks))]
        if (blocks.some((block) => isSeries(block, context))) continue
        const text = sections.map((section) => textOf(section, context)).join('\n')
        if (text.trim() === '') continue
        const severity = severityOf(award, clause)
        const more = { clause, usual: severity }
        if (!/\d/.test(text.replace(notFigures, '')))
          yield finding.noFigures(
            first.place,
            { clause },
            { ...more, usual: severity === 'info' ? 'warning' : severity },
          )
        else yield finding.noSeries(first.place, { clause }, more)
      }
  },
  examples: [
    {
      name: 'an indicator table, a chart',
      report: withIndicators('# 7.1 成绩\n\n::指标表[结果]{指标=revenue}'),
      finds: [],
    },
    {
      name: 'a typed table over the years',
      report:
        '# 7.1 成绩\n\n| 项目 | 2018年 | 2019年 |\n| --- | --- | --- |\n| 新增客户（家） | 82 | 96 |',
      finds: [],
    },
    {
      name: 'words alone; years and numbers of standards are no figures',
      report:
        '# 7.1 成绩\n\n2019年按GB/T 19001-2016运行，业绩见表7-1，取得显著成绩，顾客十分满意。',
      finds: ['1:1 noFigures'],
    },
    {
      name: 'figures of one year',
      report: '# 7.1 成绩\n\n2019年新增客户96家，顾客满意度90.3分。',
      finds: ['1:1 noSeries'],
    },
    {
      name: 'no section, or nothing written yet',
      report: '# 1.1 使命\n\n公司使命由全体员工讨论确定。\n\n# 7.1 成绩\n\n<!-- 待写 -->',
      finds: [],
    },
  ],
})

/** Numbers that measure nothing: years, standards, captions, clauses, lists. */
const notFigures =
  /20\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?|[A-Z]{2,}(?:\/[A-Z])?\s?\d[\d.]*(?:[-—]\d+)?|[表图第]\s?\d+(?:[-—.]\d+)*|^\s*[（(]?\d{1,2}[)）.、]|\d+(?:\.\d+)+\s?条/gm

function isSeries(block: Block, { indicators }: RuleContext): boolean {
  if (block.kind === 'table') return isSeriesTable(block)
  if (block.kind !== 'chart' && block.kind !== 'indicator-table') return false
  return block.indicators.some((id) => (indicators.byId.get(id)?.values.length ?? 0) >= 2)
}

/** Two years or more, and figures beside them. */
function isSeriesTable(table: Table): boolean {
  const cells = [table.head, ...table.rows].map((row) =>
    row.map((cell) => plainText(cell.content).trim()),
  )
  const years = new Set(cells.flat().flatMap((text) => /^20\d\d/.exec(text)?.[0] ?? []))
  const isPeriods = cells[0]?.some((text) => /三年|以往|上年|去年/.test(text)) ?? false
  const figures = cells.flat().filter((text) => /^[-+＋]?\d[\d,.]*\s*[^\d\s]{0,6}$/.test(text))
  return (years.size >= 2 || isPeriods) && figures.length >= 2
}

function textOf(section: Section, { resolver }: RuleContext): string {
  const units = section.units.filter(
    ({ block }) => block.kind !== 'heading' && block.kind !== 'note',
  )
  return textOfUnits(units, () => 0, section.file, resolver)
}

/** As strict as the award is about the level or trend of results; where it asks for neither, a hint. */
function severityOf(award: Award, clause: Clause): Severity {
  const ids = [clause.id, ...parentsOf(award.clauses, clause.id).map(({ id }) => id)]
  const window = award.windows.find(({ applies }) => applies.some((id) => ids.includes(id)))
  const dimensions = dimensionsOf(award, clause).filter(
    ({ id }) => id === 'level' || id === 'trend',
  )
  const asked = [...dimensions.map(({ required }) => required), ...(window ? [window.holes] : [])]
  if (asked.includes('error')) return 'error'
  return asked.length > 0 ? 'warning' : 'info'
}
