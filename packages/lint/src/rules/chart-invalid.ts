import { type Language, type Words, wording } from '@ziping/diagnostics'
import { chartData, chartFaultWords } from '@ziping/resolve'
import { defineFactsRule } from '../define-facts-rule.ts'
import type { Rule } from '../define-rule.ts'

/** What `reference-unresolved` tells already. */
const toldElsewhere: ReadonlySet<string> = new Set(['no-indicators', 'unknown-indicator'])

export const chartInvalid: Rule = defineFactsRule({
  id: 'chart-invalid',
  severity: 'error',
  source: ['L-17'],
  title: { 'zh-CN': '图表画不出来', en: 'A chart cannot be drawn' },
  why: {
    'zh-CN':
      '图表由指标数据画出：类型写错、单位混在一起、年份没有数据，书里就少一张图，评审也就少看到一个结果。',
    en: 'Charts are drawn from the data: with a wrong type, mixed units or years without values the book lacks a figure, and the reviewer a result.',
  },
  messages: {
    refused: wording<{ readonly words: Readonly<Record<Language, Words>> }>({
      'zh-CN': ({ words }) => words['zh-CN'],
      en: ({ words }) => words.en,
    }),
  },
  // Whether a chart can be drawn takes drawing it.
  ask: ({ indicators, years }) => ({ indicators: indicators.all, years }),
  gather: (view, { asked, finding }) => {
    const { indicators: all, years } = asked
    const indicators = { all, byId: new Map(all.map((one) => [one.id, one])) }
    return view.blocks.flatMap((block) => {
      if (block.kind !== 'chart') return []
      const made = chartData(block, indicators, years)
      if (made.kind === 'chart' || toldElsewhere.has(made.fault.kind)) return []
      const words = chartFaultWords(made.fault)
      return [finding.refused(block.place, { words }, view.about(block))]
    })
  },
  judge: (files) => files.flatMap(({ facts }) => facts),
  examples: [
    {
      name: 'a chart of values that are there',
      report: {
        'report/1.md': '# 1.1 使命\n\n::图表[收入]{指标=revenue 类型=折线}',
        'data/indicators.yaml':
          'revenue: { name: 收入, unit: 万元, values: { 2017: 10, 2018: 12, 2019: 15 } }',
      },
      finds: [],
    },
    {
      name: 'what another rule tells',
      report: '# 1.1 使命\n\n::图表[收入]{指标=revenue}',
      finds: [],
    },
    {
      name: 'a type there is not',
      report: {
        'report/1.md': '# 1.1 使命\n\n::图表[收入]{指标=revenue 类型=曲线}',
        'data/indicators.yaml':
          'revenue: { name: 收入, unit: 万元, values: { 2017: 10, 2018: 12, 2019: 15 } }',
      },
      finds: ['3:1 refused'],
    },
    {
      name: 'an indicator without values',
      report: {
        'report/1.md': '# 1.1 使命\n\n::图表[收入]{指标=revenue}',
        'data/indicators.yaml': 'revenue: { name: 收入, unit: 万元, values: {} }',
      },
      finds: ['3:1 refused'],
    },
  ],
})
