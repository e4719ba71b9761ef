import { nearest, type Place, placeOfFile, wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { evidenceClaims } from '../evidence-claims.ts'
import { evidenceNeeds, kindName } from '../evidence-needs.ts'
import type { RuleContext } from '../rule-context.ts'

export const evidenceMissing: Rule = defineRule({
  id: 'evidence-missing',
  severity: 'error',
  source: ['L-29', 'L-35'],
  title: { 'zh-CN': '缺少证实性材料', en: 'Evidence is missing' },
  why: {
    'zh-CN':
      '通知要求：申报表和自评报告中涉及、需要提供的证实性材料都要如实提供，无法提供的应当说明。没有材料的荣誉、指标和条件，评审时按没有处理。',
    en: 'The notice wants proof of whatever the form and the report speak of, or a word why it cannot be given. What has no proof does not count.',
  },
  messages: {
    unknown: wording<{ readonly id: string; readonly near: string | undefined }>({
      'zh-CN': ({ id, near }) => ({
        message: `这里以“${id}”作证，可是 evidence/evidence.yaml 中没有这份材料`,
        advice: near === undefined ? '在目录中登记这份材料，或改正这里的键' : `是不是“${near}”？`,
      }),
      en: ({ id, near }) => ({
        message: `“${id}” is named as proof here but is not in evidence/evidence.yaml`,
        advice:
          near === undefined ? 'Enter it there, or correct the key' : `Did you mean “${near}”?`,
      }),
    }),
    required: wording<{
      readonly kind: string
      readonly by: string
      readonly min: number
      readonly found: number
      readonly note: string | undefined
      readonly limits: string
    }>({
      'zh-CN': ({ kind, by, min, found, note, limits }) => ({
        message: `“${by}”要求有${kindName(kind)}${limits}至少 ${min} 份，目录中有 ${found} 份${note === undefined ? '' : `（${note}）`}`,
        advice: `在 evidence/evidence.yaml 中登记，并写明 kind: ${kind}；确实无法提供的，用 unavailable 写明理由`,
      }),
      en: ({ kind, by, min, found, limits }) => ({
        message: `“${by}” asks for at least ${min} of the kind ${kind}${limits}; there are ${found}`,
        advice: `Enter it in evidence/evidence.yaml with kind: ${kind}, or say with “unavailable” why it cannot be given`,
      }),
    }),
    honour: wording<{ readonly name: string }>({
      'zh-CN': ({ name }) => ({
        message: `荣誉“${name}”没有写明证书`,
        advice: '加上 evidence: 证书在 evidence/evidence.yaml 中的键',
      }),
      en: ({ name }) => ({
        message: `The honour “${name}” has no certificate`,
        advice: 'Add evidence: the key of its certificate in evidence/evidence.yaml',
      }),
    }),
  },
  *check(context, finding) {
    const { workspace, evidence, applicant } = context
    for (const { id, file, path } of evidenceClaims(workspace))
      if (!evidence.byId.has(id))
        yield finding.unknown(file.placeOf(path), { id, near: nearest(id, evidence.byId.keys()) })
    for (const { kind, by, min = 0, found, note, issuers = [], levels = [] } of evidenceNeeds(
      context,
    ))
      if (found < min) {
        const allowed = [...issuers, ...levels.map((level) => `${level}级`)].join('、')
        const limits = allowed === '' ? '' : `（${allowed}）`
        yield finding.required(indexPlace(context), { kind, by, min, found, note, limits })
      }
    for (const [index, { name, type, evidence: proof }] of applicant.honours.entries())
      if (proof === undefined && applicant.gap(`honours.${index}.evidence`) === undefined)
        yield finding.honour(applicant.placeOf(`honours.${index}`), { name: name ?? type ?? '' })
  },
  examples: [
    {
      name: 'everything has its proof',
      report: {
        'data/applicant.yaml':
          'organization: { name: 甲公司 }\nhonours:\n  - { type: 市长质量奖, date: 2019-05-01, evidence: iso9001 }\n',
        'data/indicators.yaml': 'revenue: { values: { 2019: 1 }, evidence: [iso9001] }',
        'evidence/evidence.yaml': 'iso9001: { title: 证书, kind: certificate }',
      },
      finds: [],
    },
    {
      name: 'proof that is still to be found names nothing',
      report: {
        'data/applicant.yaml':
          'honours:\n  - { type: 市长质量奖, date: 2019-05-01, evidence: 待查： 档案室 7月20日 }\n',
        'evidence/evidence.yaml': 'iso9001: { title: 证书, kind: certificate }',
      },
      finds: [],
    },
    {
      name: 'an unknown key',
      report: {
        'data/indicators.yaml': 'revenue:\n  values: { 2019: 1 }\n  evidence: audit2019, iso9001\n',
        'evidence/evidence.yaml':
          'iso9001: { title: 证书, kind: certificate }\naudit-2019: { title: 审计报告 }',
      },
      finds: ['data/indicators.yaml:3:13 unknown'],
    },
    {
      name: 'the award asks for a certificate',
      report: { 'evidence/evidence.yaml': 'audit: { title: 审计报告, kind: record }' },
      finds: ['evidence/evidence.yaml:1:1 required'],
    },
    {
      name: 'no index at all',
      report: '# 1.1 使命\n\n公司使命由全体员工讨论确定。',
      finds: ['ziping.yaml:1:1 required'],
    },
    {
      name: 'an honour without a certificate',
      report: {
        'data/applicant.yaml': 'honours:\n  - { type: 市长质量奖, date: 2019-05-01 }\n',
        'evidence/evidence.yaml': 'iso9001: { title: 证书, kind: certificate }',
      },
      finds: ['data/applicant.yaml:2:5 honour'],
    },
  ],
})

function indexPlace({ evidence }: RuleContext): Place {
  return placeOfFile(evidence.file?.file ?? 'ziping.yaml')
}
