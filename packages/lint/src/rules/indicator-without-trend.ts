import { wording } from '@ziping/diagnostics'
import { type Indicator, valueIn } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { withIndicators } from '../example-indicators.ts'
import { wantedOf } from '../indicator-needs.ts'
import { placeOfIndicator, resultSeries } from '../shown-indicators.ts'

interface Lacking {
  readonly name: string
  readonly missing: readonly number[]
}

const years = (missing: readonly number[]): string => missing.map((year) => `${year}年`).join('、')

export const indicatorWithoutTrend: Rule = defineRule({
  id: 'indicator-without-trend',
  severity: 'warning',
  source: ['L-05', 'L-08', 'L-09', 'L-41'],
  title: { 'zh-CN': '指标看不出趋势', en: 'An indicator shows no trend' },
  why: {
    'zh-CN':
      '结果要看趋势：方案要求几年的数据，就要逐年都有。只有个别年份的数据，评审员无法判断是在变好还是变差。',
    en: 'Results are judged by their trend. Single years do not tell whether things got better or worse.',
  },
  messages: {
    holes: wording<Lacking>({
      'zh-CN': ({ name, missing }) => ({
        message: `指标“${name}”缺${years(missing)}的数据，看不出要求的趋势`,
        advice: `在 data/indicators.yaml 中补上${years(missing)}的值；确实没有的，在 note 中说明原因`,
      }),
      en: ({ name, missing }) => ({
        message: `Indicator “${name}” has no value for ${missing.join(', ')}`,
        advice: 'Add the values in data/indicators.yaml, or explain in its note why there are none',
      }),
    }),
    single: wording<{ readonly name: string; readonly count: number }>({
      'zh-CN': ({ name, count }) => ({
        message: `指标“${name}”${count === 0 ? '没有数据' : '只有一年的数据'}，看不出趋势`,
        advice: '在 data/indicators.yaml 中补上以往年份的值，宜有三年',
      }),
      en: ({ name, count }) => ({
        message: `Indicator “${name}” has ${count === 0 ? 'no value' : 'a value for one year only'}`,
        advice: 'Add the values of earlier years in data/indicators.yaml, better three of them',
      }),
    }),
    gap: wording<Lacking>({
      'zh-CN': ({ name, missing }) => ({
        message: `指标“${name}”的数据中间缺${years(missing)}`,
        advice: `在 data/indicators.yaml 中补上${years(missing)}的值，不然表格里是空的`,
      }),
      en: ({ name, missing }) => ({
        message: `Indicator “${name}” has a gap: ${missing.join(', ')}`,
        advice: 'Add the values in data/indicators.yaml; the table shows a blank there',
      }),
    }),
  },
  *check(context, finding) {
    const wanted = wantedOf(context, 'trend')
    const told = new Set<Indicator>()
    for (const { indicator, clause, severity, years: asked } of wanted) {
      const { name, values } = indicator
      const place = placeOfIndicator(context, indicator)
      const missing = (asked ?? []).filter((year) => valueIn(values, year) === undefined)
      if (missing.length > 0)
        yield finding.holes(place, { name, missing }, { clause, usual: severity })
      else if (asked === undefined && values.length < 2)
        yield finding.single(place, { name, count: values.length }, { clause, usual: severity })
      else continue
      told.add(indicator)
    }
    for (const { indicator, section } of resultSeries(context)) {
      const missing = gapsIn(indicator)
      if (missing.length === 0 || told.has(indicator)) continue
      told.add(indicator)
      const { name } = indicator
      const place = placeOfIndicator(context, indicator)
      yield finding.gap(place, { name, missing }, { clause: section.clause })
    }
  },
  examples: [
    {
      name: 'three years',
      report: withIndicators('# 7.1 成绩\n\n::指标表[结果]{指标="revenue loss"}'),
      finds: [],
    },
    {
      name: 'a year missing from the award’s window',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="rate"}',
        'rate:\n  name: 合格率\n  unit: "%"\n  values: { 2018: 97, 2019: 98 }\n',
      ),
      finds: ['data/indicators.yaml:1:1 holes'],
    },
    {
      name: 'shown in a process clause only',
      report: withIndicators(
        '# 1.1 使命\n\n::指标表[过程]{指标="rate"}',
        'rate:\n  name: 合格率\n  unit: "%"\n  values: { 2019: 98 }\n',
      ),
      finds: [],
    },
    {
      name: 'no years asked for, but one is no trend',
      award: 'shenzhen-economic-2020',
      report: {
        ...withIndicators(
          '# 1.3 领导的结果\n\n::指标表[结果]{指标="rate loss"}',
          'rate:\n  name: 合格率\n  unit: "%"\n  values: { 2019: 98 }\nloss:\n  name: 损失率\n  unit: "%"\n  values: { 2018: 2, 2019: 1 }\n',
        ),
        'ziping.yaml': 'award: shenzhen-economic-2020\n',
      },
      finds: ['data/indicators.yaml:1:1 single'],
    },
    {
      name: 'what only the standard asks, and a gap in the middle',
      award: 'nantong-org-2020',
      report: {
        ...withIndicators(
          '# 7.1 产品和服务结果\n\n::指标表[结果]{指标="rate loss"}',
          'rate:\n  name: 合格率\n  unit: "%"\n  values: { 2017: 97, 2019: 98 }\nloss:\n  name: 损失率\n  unit: "%"\n  values: { 2019: 1 }\n',
        ),
        'ziping.yaml': 'award: nantong-org-2020\n',
      },
      finds: ['data/indicators.yaml:5:1 single', 'data/indicators.yaml:1:1 gap'],
    },
  ],
})

/** Years without a value between years that have one. */
function gapsIn({ values }: Indicator): readonly number[] {
  const [first] = values
  const last = values.at(-1)
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last.year - first.year }, (_, index) => first.year + index).filter(
    (year) => valueIn(values, year) === undefined,
  )
}
