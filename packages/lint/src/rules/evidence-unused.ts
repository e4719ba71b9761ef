import { wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { evidenceClaims } from '../evidence-claims.ts'
import { kindsNamed } from '../evidence-needs.ts'
import { textIndex } from '../text-index.ts'

export const evidenceUnused: Rule = defineRule({
  id: 'evidence-unused',
  severity: 'info',
  source: ['L-29'],
  title: { 'zh-CN': '证实性材料没有用上', en: 'Evidence proves nothing' },
  why: {
    'zh-CN':
      '材料要与申报表、自评报告的内容相符。哪里都没有提到的材料，评审员不知道它证明什么；也可能是正文漏写了引用。',
    en: 'Evidence has to go with what the form and report say. What nothing mentions proves nothing, or a reference was forgotten.',
  },
  messages: {
    unused: wording<{ readonly id: string; readonly title: string }>({
      'zh-CN': ({ id, title }) => ({
        message: `“${title}”（${id}）在正文、申报表和数据中都没有引用`,
        advice: `在它所证明的那句话后面写（见[证](#${id})）；用不上的，从目录中删去`,
      }),
      en: ({ id, title }) => ({
        message: `“${title}” (${id}) is mentioned neither in the text nor in the data`,
        advice: `Write [证](#${id}) after what it proves, or take it out of the index`,
      }),
    }),
  },
  *check({ award, workspace, report, evidence }, finding) {
    const used = new Set([
      ...textIndex(report).references.flatMap(({ reference }) => reference.targets),
      ...evidenceClaims(workspace).map(({ id }) => id),
    ])
    const asked = kindsNamed(award)
    for (const { id, title, kind } of evidence.all) {
      if (used.has(id) || asked.has(kind ?? '')) continue
      const place = evidence.file?.placeOf([id], 'key')
      if (place !== undefined) yield finding.unused(place, { id, title })
    }
  },
  examples: [
    {
      name: 'referred to in the text, in data, or asked for by the award',
      report: {
        'report/1.md': '# 1.1 使命\n\n满意度由第三方测评[证](#survey)。',
        'data/indicators.yaml': 'revenue: { values: { 2019: 1 }, evidence: audit }',
        'evidence/evidence.yaml':
          'survey: { title: 测评报告, kind: record }\naudit: { title: 审计报告, kind: record }\niso9001: { title: 证书, kind: certificate }',
      },
      finds: [],
    },
    {
      name: 'linked to in words of one’s own',
      report: {
        'report/1.md': '# 1.1 使命\n\n见[测评报告](#survey)。',
        'evidence/evidence.yaml': 'survey: { title: 测评报告, kind: record }',
      },
      finds: [],
    },
    {
      name: 'nobody mentions it',
      report: {
        'report/1.md': '# 1.1 使命\n\n满意度由第三方测评。',
        'evidence/evidence.yaml': '# 目录\nsurvey: { title: 测评报告, kind: record }',
      },
      finds: ['evidence/evidence.yaml:2:1 unused'],
    },
  ],
})
