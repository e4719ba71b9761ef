import { wording } from '@ziping/diagnostics'
import { shortfallOf, showYears } from '../compare-series.ts'
import { defineRule, type Rule } from '../define-rule.ts'
import { withIndicators } from '../example-indicators.ts'
import { wantedOf } from '../indicator-needs.ts'
import { placeOfIndicator } from '../shown-indicators.ts'

export const indicatorWithoutBenchmark: Rule = defineRule({
  id: 'indicator-without-benchmark',
  severity: 'warning',
  source: ['L-05', 'L-08', 'L-16', 'L-37'],
  title: { 'zh-CN': '指标没有标杆对比', en: 'An indicator without a benchmark' },
  why: {
    'zh-CN': '没有标杆，评审员无从判断水平高低：98% 是领先还是落后，要与标杆比了才知道。',
    en: 'Without a benchmark nobody can tell whether 98 % is ahead or behind.',
  },
  messages: {
    none: wording<{ readonly name: string }>({
      'zh-CN': ({ name }) => ({
        message: `指标“${name}”没有标杆数据`,
        advice:
          '在 data/indicators.yaml 中补 benchmark：标杆名称和各年的值；取不到的，写明原因或换用公开数据',
      }),
      en: ({ name }) => ({
        message: `Indicator “${name}” has no benchmark`,
        advice: 'Add benchmark to data/indicators.yaml: whose, and its values by year',
      }),
    }),
    years: wording<{ readonly name: string; readonly missing: readonly number[] }>({
      'zh-CN': ({ name, missing }) => ({
        message: `指标“${name}”缺${showYears(missing)}的标杆数据`,
        advice: `在 data/indicators.yaml 的 benchmark 中补上${showYears(missing)}`,
      }),
      en: ({ name, missing }) => ({
        message: `Indicator “${name}” has no benchmark for ${missing.join(', ')}`,
        advice: 'Add these years under benchmark in data/indicators.yaml',
      }),
    }),
  },
  *check(context, finding) {
    for (const wanted of wantedOf(context, 'benchmark')) {
      const { indicator, clause, severity } = wanted
      const { name } = indicator
      const shortfall = shortfallOf(wanted, indicator.benchmark)
      if (shortfall === undefined) continue
      const place = placeOfIndicator(context, indicator)
      if (shortfall === 'none') yield finding.none(place, { name }, { clause, usual: severity })
      else yield finding.years(place, { name, missing: shortfall }, { clause, usual: severity })
    }
  },
  examples: [
    {
      name: 'compared over the years',
      report: withIndicators('# 7.1 成绩\n\n::指标表[结果]{指标="revenue loss"}'),
      finds: [],
    },
    {
      name: 'not compared, or not for all years',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="rate loss"}',
        'rate:\n  name: 合格率\n  unit: "%"\n  values: { 2017: 97, 2018: 97.5, 2019: 98 }\nloss:\n  name: 损失率\n  unit: "%"\n  values: { 2017: 3, 2018: 2, 2019: 1 }\n  benchmark: { name: 行业标杆, values: { 2019: 0.9 } }\n',
      ),
      finds: ['data/indicators.yaml:1:1 none', 'data/indicators.yaml:5:1 years'],
    },
    {
      name: 'what only the standard asks, and not the notice: a word of advice',
      award: 'nantong-org-2020',
      report: {
        ...withIndicators(
          '# 7.1 产品和服务结果\n\n::指标表[结果]{指标="rate"}',
          'rate:\n  name: 合格率\n  unit: "%"\n  values: { 2017: 97, 2018: 97.5, 2019: 98 }\n',
        ),
        'ziping.yaml': 'award: nantong-org-2020\n',
      },
      finds: ['data/indicators.yaml:1:1 none'],
    },
    {
      name: 'not shown in the results',
      report: withIndicators(
        '# 1.1 使命\n\n::指标表[过程]{指标="rate"}',
        'rate:\n  name: 合格率\n  unit: "%"\n  values: { 2017: 97, 2018: 97.5, 2019: 98 }\n',
      ),
      finds: [],
    },
  ],
})
