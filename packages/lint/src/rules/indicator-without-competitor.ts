import { wording } from '@ziping/diagnostics'
import { shortfallOf, showYears } from '../compare-series.ts'
import { defineRule, type Rule } from '../define-rule.ts'
import { withIndicators } from '../example-indicators.ts'
import { wantedOf } from '../indicator-needs.ts'
import { placeOfIndicator } from '../shown-indicators.ts'

export const indicatorWithoutCompetitor: Rule = defineRule({
  id: 'indicator-without-competitor',
  severity: 'warning',
  source: ['L-05', 'L-08', 'L-12', 'L-16', 'L-41'],
  title: { 'zh-CN': '指标没有竞争对手或同行对比', en: 'An indicator without a competitor' },
  why: {
    'zh-CN':
      '与竞争对手或同类组织相比，才看得出竞争地位；行业整体不景气时，同行的数据也最能说明问题。',
    en: 'Only a comparison with competitors or peers shows where one stands, above all in a bad year of the whole industry.',
  },
  messages: {
    none: wording<{ readonly name: string }>({
      'zh-CN': ({ name }) => ({
        message: `指标“${name}”没有竞争对手或同行的数据`,
        advice: '在 data/indicators.yaml 中补 competitor（或 industry 行业平均）：名称和各年的值',
      }),
      en: ({ name }) => ({
        message: `Indicator “${name}” has no competitor or peer`,
        advice: 'Add competitor, or industry for the average, to data/indicators.yaml',
      }),
    }),
    years: wording<{ readonly name: string; readonly missing: readonly number[] }>({
      'zh-CN': ({ name, missing }) => ({
        message: `指标“${name}”缺${showYears(missing)}的竞争对手或同行的数据`,
        advice: `在 data/indicators.yaml 的 competitor 中补上${showYears(missing)}`,
      }),
      en: ({ name, missing }) => ({
        message: `Indicator “${name}” has no competitor or peer for ${missing.join(', ')}`,
        advice: 'Add these years under competitor in data/indicators.yaml',
      }),
    }),
  },
  *check(context, finding) {
    for (const wanted of wantedOf(context, 'competitor')) {
      const { indicator, clause, severity } = wanted
      const { name } = indicator
      const shortfall = shortfallOf(wanted, [...indicator.competitor, ...indicator.industry])
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
        'rate:\n  name: 合格率\n  unit: "%"\n  values: { 2017: 97, 2018: 97.5, 2019: 98 }\nloss:\n  name: 损失率\n  unit: "%"\n  values: { 2017: 3, 2018: 2, 2019: 1 }\n  competitor: { name: 对手甲, values: { 2019: 1.9 } }\n',
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
    {
      name: 'the average of the industry serves as well',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="rate"}',
        'rate:\n  name: 合格率\n  unit: "%"\n  values: { 2017: 97, 2018: 97.5, 2019: 98 }\n  industry: { name: 行业平均, values: { 2017: 95, 2018: 95.5, 2019: 96 } }\n',
      ),
      finds: [],
    },
  ],
})
