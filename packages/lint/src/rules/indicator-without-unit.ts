import { wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { withIndicators } from '../example-indicators.ts'
import { placeOfIndicator, usedIndicators } from '../shown-indicators.ts'

/** Ratios and ranks have none. */
const without = /指数|系数|比值?$|倍数|排名|名次|位次|Cpk|等级/i

export const indicatorWithoutUnit: Rule = defineRule({
  id: 'indicator-without-unit',
  severity: 'warning',
  source: ['L-05', 'L-58'],
  title: { 'zh-CN': '指标没有单位', en: 'An indicator without a unit' },
  why: {
    'zh-CN': '没有单位的数据读不出大小，也无法核对正文里的万元、亿元是不是同一个数。',
    en: 'A figure without a unit cannot be read, nor compared with the text.',
  },
  messages: {
    none: wording<{ readonly name: string }>({
      'zh-CN': ({ name }) => ({
        message: `指标“${name}”没有单位`,
        advice: "在 data/indicators.yaml 中补 unit，如 万元、%、件；本来没有单位的写 unit: ''",
      }),
      en: ({ name }) => ({
        message: `Indicator “${name}” has no unit`,
        advice: "Add unit to data/indicators.yaml; where there is none, write unit: ''",
      }),
    }),
  },
  *check(context, finding) {
    for (const indicator of usedIndicators(context)) {
      const { name, unit } = indicator
      if (unit !== undefined || without.test(name)) continue
      yield finding.none(placeOfIndicator(context, indicator), { name })
    }
  },
  clauses: ['7.1 成绩'],
  examples: [
    {
      name: 'with a unit, or none by nature',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="rate ratio index"}',
        'rate:\n  name: 合格率\n  unit: "%"\n  values: { 2019: 98 }\nratio:\n  name: 流动比率\n  unit: ""\n  values: { 2019: 1.5 }\nindex:\n  name: 顾客忠诚指数\n  values: { 2019: 85 }\n',
      ),
      finds: [],
    },
    {
      name: 'without a unit',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="revenue"}',
        'revenue:\n  name: 主营业务收入\n  values: { 2019: 81260 }\n',
      ),
      finds: ['data/indicators.yaml:1:1 none'],
    },
    {
      name: 'not used in the report',
      report: withIndicators(
        '# 7.1 成绩\n\n见附表。',
        'revenue:\n  name: 主营业务收入\n  values: { 2019: 81260 }\n',
      ),
      finds: [],
    },
  ],
})
