import { wording } from '@ziping/diagnostics'
import { valueIn } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { withIndicators } from '../example-indicators.ts'
import { isExplained } from '../explanations.ts'
import { suspectedFractions } from '../percent-as-fraction.ts'
import { placeOfIndicator, usedIndicators } from '../shown-indicators.ts'

const missed =
  'revenue:\n  name: 主营业务收入\n  unit: 万元\n  better: higher\n  values: { 2018: 73150, 2019: 78260 }\n  target: { 2018: 73000, 2019: 80000 }\n'

export const targetMissedUnexplained: Rule = defineRule({
  id: 'target-missed-unexplained',
  severity: 'warning',
  source: ['L-11'],
  title: { 'zh-CN': '未达目标没有说明', en: 'A missed target without a word' },
  why: {
    'zh-CN': '如果出现不达标，要提供评价：差多少、为什么、怎么办。避而不谈比没有达到更失分。',
    en: 'A missed target must be discussed: by how much, why, and what is done. Silence costs more than the miss.',
  },
  messages: {
    unexplained: wording<{
      readonly name: string
      readonly year: number
      readonly value: string
      readonly target: string
    }>({
      'zh-CN': ({ name, year, value, target }) => ({
        message: `${name}${year}年实际${value}，未达到${target}的目标，没有说明`,
        advice: '在表后写明未达标的原因和改进措施，或写进 data/indicators.yaml 的 note',
      }),
      en: ({ name, year, value, target }) => ({
        message: `${name} came to ${value} in ${year} and missed its target of ${target}; nothing says why`,
        advice: 'Give reason and remedy below the table or in the indicator’s note',
      }),
    }),
  },
  *check(context, finding) {
    const [first = 0] = context.resolver.years
    // What misses its target by its unit alone is told as that.
    const mistyped = new Set(suspectedFractions(context).map(({ indicator }) => indicator))
    for (const indicator of usedIndicators(context)) {
      const { better, name, values, unit = '' } = indicator
      if (better === undefined || mistyped.has(indicator)) continue
      for (const { year, number, text } of values) {
        const target = valueIn(indicator.target, year)
        if (target === undefined || year < first) continue
        const isMissed = better === 'higher' ? number < target.number : number > target.number
        if (!isMissed || isExplained(context, indicator, year)) continue
        const place = placeOfIndicator(context, indicator, 'values', String(year))
        const words = { name, year, value: text + unit, target: target.text + unit }
        yield finding.unexplained(place, words)
      }
    }
  },
  clauses: ['7.1 成绩'],
  examples: [
    {
      name: 'targets met',
      report: withIndicators('# 7.1 成绩\n\n::指标表[结果]{指标="revenue loss"}'),
      finds: [],
    },
    {
      name: 'missed, and no word',
      report: withIndicators('# 7.1 成绩\n\n::指标表[结果]{指标="revenue"}', missed),
      finds: ['data/indicators.yaml:5:32 unexplained'],
    },
    {
      name: 'missed only because a percentage is typed as a fraction',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="pass"}',
        'pass:\n  name: 合格率\n  unit: "%"\n  better: higher\n  values: { 2019: 0.992 }\n  target: { 2019: 99 }\n',
      ),
      finds: [],
    },
    {
      name: 'explained in the text',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="revenue"}\n\n2019年主营业务收入未达到目标，原因是新厂投产推迟。',
        missed,
      ),
      finds: [],
    },
    {
      name: 'explained in the note',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="revenue"}',
        `${missed}  note: 2019年新厂投产推迟。\n`,
      ),
      finds: [],
    },
    {
      name: 'not used in the report',
      report: withIndicators('# 7.1 成绩\n\n见附表。', missed),
      finds: [],
    },
  ],
})
