import { wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { withIndicators } from '../example-indicators.ts'
import { placeOfIndicator, usedIndicators } from '../shown-indicators.ts'

export const indicatorWithoutSource: Rule = defineRule({
  id: 'indicator-without-source',
  severity: 'warning',
  source: ['L-49'],
  title: { 'zh-CN': '指标没有数据来源', en: 'An indicator without a source' },
  why: {
    'zh-CN': '数据应真实有效。现场评审会追问每个数从哪张表来；来源写在数据里，谁都能找到原始记录。',
    en: 'Figures must be true. On site the reviewers ask where each comes from; its source belongs beside it.',
  },
  messages: {
    none: wording<{ readonly name: string }>({
      'zh-CN': ({ name }) => ({
        message: `指标“${name}”没有写数据来源`,
        advice:
          '在 data/indicators.yaml 中补 source（如 年度审计报告、质量月报），有证明的补 evidence',
      }),
      en: ({ name }) => ({
        message: `Indicator “${name}” names no source`,
        advice: 'Add source, or evidence, to data/indicators.yaml',
      }),
    }),
  },
  *check(context, finding) {
    for (const indicator of usedIndicators(context)) {
      const { name, source = '', evidence } = indicator
      if (source.trim() !== '' || evidence.length > 0) continue
      yield finding.none(placeOfIndicator(context, indicator), { name })
    }
  },
  clauses: ['7.1 成绩'],
  examples: [
    {
      name: 'a source, or evidence',
      report: withIndicators(
        '# 7.1 成绩\n\n::指标表[结果]{指标="revenue rate"}',
        'revenue:\n  name: 主营业务收入\n  unit: 万元\n  values: { 2019: 81260 }\n  source: 年度审计报告\nrate:\n  name: 合格率\n  unit: "%"\n  values: { 2019: 98 }\n  evidence: inspection\n',
      ),
      finds: [],
    },
    {
      name: 'neither',
      report: withIndicators(
        '# 7.1 成绩\n\n2019年主营业务收入81260万元。',
        'revenue:\n  name: 主营业务收入\n  unit: 万元\n  values: { 2019: 81260 }\n',
      ),
      finds: ['data/indicators.yaml:1:1 none'],
    },
    {
      name: 'not used in the report',
      report: withIndicators(
        '# 7.1 成绩\n\n见附表。',
        'revenue:\n  name: 主营业务收入\n  unit: 万元\n  values: { 2019: 81260 }\n',
      ),
      finds: [],
    },
  ],
})
