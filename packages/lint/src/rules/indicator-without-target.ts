import { wording } from '@ziping/diagnostics'
import { shortfallOf, showYears } from '../compare-series.ts'
import { defineRule, type Rule } from '../define-rule.ts'
import { withIndicators } from '../example-indicators.ts'
import { wantedOf } from '../indicator-needs.ts'
import { placeOfIndicator } from '../shown-indicators.ts'

export const indicatorWithoutTarget: Rule = defineRule({
  id: 'indicator-without-target',
  severity: 'warning',
  source: ['L-05', 'L-11'],
  title: { 'zh-CN': '指标没有目标值', en: 'An indicator without a target' },
  why: {
    'zh-CN': '结果要与预定目标相比才知道是否达成；没有目标值，“完成情况良好”就无从核对。',
    en: 'Results are judged against what was aimed at; without a target nothing was reached.',
  },
  messages: {
    none: wording<{ readonly name: string }>({
      'zh-CN': ({ name }) => ({
        message: `指标“${name}”没有目标值`,
        advice: '在 data/indicators.yaml 中补 target：当初下达的各年目标值',
      }),
      en: ({ name }) => ({
        message: `Indicator “${name}” has no target`,
        advice: 'Add target to data/indicators.yaml: what was aimed at in each year',
      }),
    }),
    years: wording<{ readonly name: string; readonly missing: readonly number[] }>({
      'zh-CN': ({ name, missing }) => ({
        message: `指标“${name}”缺${showYears(missing)}的目标值`,
        advice: `在 data/indicators.yaml 的 target 中补上${showYears(missing)}`,
      }),
      en: ({ name, missing }) => ({
        message: `Indicator “${name}” has no target for ${missing.join(', ')}`,
        advice: 'Add these years under target in data/indicators.yaml',
      }),
    }),
  },
  *check(context, finding) {
    for (const wanted of wantedOf(context, 'target')) {
      const { indicator, clause, severity } = wanted
      const { name } = indicator
      const shortfall = shortfallOf(wanted, [{ name: '目标', values: indicator.target }])
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
        'rate:\n  name: 合格率\n  unit: "%"\n  values: { 2017: 97, 2018: 97.5, 2019: 98 }\nloss:\n  name: 损失率\n  unit: "%"\n  values: { 2017: 3, 2018: 2, 2019: 1 }\n  target: { 2019: 1.2 }\n',
      ),
      finds: ['data/indicators.yaml:1:1 none', 'data/indicators.yaml:5:1 years'],
    },
    {
      name: 'an award that does not ask for it',
      award: 'nantong-org-2020',
      report: {
        ...withIndicators(
          '# 7.1 产品和服务结果\n\n::指标表[结果]{指标="rate"}',
          'rate:\n  name: 合格率\n  unit: "%"\n  values: { 2017: 97, 2018: 97.5, 2019: 98 }\n',
        ),
        'ziping.yaml': 'award: nantong-org-2020\n',
      },
      finds: [],
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
