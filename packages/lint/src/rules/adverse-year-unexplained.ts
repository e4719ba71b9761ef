import { wording } from '@ziping/diagnostics'
import { valueIn } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { withIndicators } from '../example-indicators.ts'
import { isExplained } from '../explanations.ts'
import { placeOfIndicator, usedIndicators } from '../shown-indicators.ts'

const falling =
  'revenue:\n  name: 主营业务收入\n  unit: 万元\n  better: higher\n  values: { 2017: 62480, 2018: 73150, 2019: 72260 }\n'

export const adverseYearUnexplained: Rule = defineRule({
  id: 'adverse-year-unexplained',
  severity: 'warning',
  source: ['L-10', 'L-12'],
  title: { 'zh-CN': '数据变差没有说明', en: 'A bad year without a word' },
  why: {
    'zh-CN':
      '数据出现波动或下滑，需要作出详细说明和解释；出现不利情况也未作说明，是评审指引点名的扣分项。说清原因和对策，不扣分。',
    en: 'A bad year must be explained; saying nothing about it loses points, saying why and what was done does not.',
  },
  messages: {
    unexplained: wording<{
      readonly name: string
      readonly year: number
      readonly before: string
      readonly value: string
      readonly isCompared: boolean
    }>({
      'zh-CN': ({ name, year, before, value, isCompared }) => ({
        message: `${name}${year}年由${before}变为${value}，比上年差，没有说明原因`,
        advice: `在表后写明原因和对策，或写进 data/indicators.yaml 的 note${isCompared ? '' : '；行业整体不景气的，可补行业或竞争对手的数据对比'}`,
      }),
      en: ({ name, year, before, value, isCompared }) => ({
        message: `${name} got worse in ${year}, from ${before} to ${value}, and nothing says why`,
        advice: `Give reason and remedy below the table or in the indicator’s note${isCompared ? '' : '; if the whole industry did badly, show its figures'}`,
      }),
    }),
  },
  *check(context, finding) {
    const [first = 0] = context.resolver.years
    for (const indicator of usedIndicators(context)) {
      const { better, name, values, unit = '' } = indicator
      if (better === undefined) continue
      for (const { year, number, text } of values) {
        const before = valueIn(values, year - 1)
        if (before === undefined || year < first) continue
        const isWorse = better === 'higher' ? number < before.number : number > before.number
        if (!isWorse || isExplained(context, indicator, year)) continue
        const isCompared = indicator.competitor.length + indicator.industry.length > 0
        const place = placeOfIndicator(context, indicator, 'values', String(year))
        const words = { name, year, before: before.text + unit, value: text + unit, isCompared }
        yield finding.unexplained(place, words)
      }
    }
  },
  clauses: ['7.1 成绩'],
  examples: [
    {
      name: 'better every year',
      report: withIndicators('# 7.1 成绩\n\n::指标表[结果]{指标="revenue loss"}'),
      finds: [],
    },
    {
      name: 'worse, and no word',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="revenue"}\n\n2019年主营业务收入72260万元。',
        falling,
      ),
      finds: ['data/indicators.yaml:5:45 unexplained'],
    },
    {
      name: 'explained in the text',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="revenue"}\n\n主营业务收入2019年有所下降。主要由于行业投资放缓，公司主动收紧信用条件。',
        falling,
      ),
      finds: [],
    },
    {
      name: 'explained in the note; another year’s explanation does not do',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="revenue loss"}',
        `${falling}  note: 2019年行业投资放缓。\nloss:\n  name: 损失率\n  unit: "%"\n  better: lower\n  values: { 2018: 0.5, 2019: 0.6 }\n  note: 2018年搬迁。\n`,
      ),
      finds: ['data/indicators.yaml:11:30 unexplained'],
    },
    {
      name: 'which way is better is not said',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="revenue"}',
        falling.replace('  better: higher\n', ''),
      ),
      finds: [],
    },
  ],
})
