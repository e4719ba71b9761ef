import type { Clause } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import type { Block, Evidence } from '@ziping/report'
import { type ClaimSentence, claimsIn, pointsAtEvidence } from '../claim-sentences.ts'
import { defineRule, type Rule } from '../define-rule.ts'
import { placeIn } from '../source-places.ts'
import { textIndex } from '../text-index.ts'

export const claimWithoutEvidence: Rule = defineRule({
  id: 'claim-without-evidence',
  severity: 'warning',
  source: ['L-29'],
  title: {
    'zh-CN': '写了证书或荣誉，没有引用证明',
    en: 'A certificate or honour without its proof',
  },
  why: {
    'zh-CN':
      '证实性材料要与自评报告的内容相符。写到获得的认证、证书、称号和奖项，要让评审员在同一处就能翻到证明。凭句式判断，只看写成已经取得的；本段和相邻段落有 [证](#…) 即可。',
    en: 'What the report claims has to be proven. Judged by the form of the sentence, and only what is said to have been obtained; a reference in the same paragraph or next to it is enough.',
  },
  messages: {
    unproven: wording<{ readonly claim: string; readonly evidence: Evidence | undefined }>({
      'zh-CN': ({ claim, evidence }) => ({
        message: `“${claim}”附近没有引用证实性材料`,
        advice:
          evidence === undefined
            ? '把证书登记到 evidence/evidence.yaml，在句后写 [证](#它的键)；无法提供的，登记时用 unavailable 说明'
            : `目录里的“${evidence.title}”可能就是，核对后在句后写 [证](#${evidence.id})`,
      }),
      en: ({ claim, evidence }) => ({
        message: `Nothing near “${claim}” points at its proof`,
        advice:
          evidence === undefined
            ? 'Enter the certificate in evidence/evidence.yaml and write [证](#its-key) after the sentence'
            : `“${evidence.title}” may be it: check, and write [证](#${evidence.id}) after the sentence`,
      }),
    }),
  },
  *check({ workspace, report, evidence, applicant }, finding) {
    const clauses = new Map(textIndex(report).blocks.map(({ block, clause }) => [block, clause]))
    const isEvidence = (id: string): boolean => evidence.byId.has(id)
    const proven = applicant.honours.flatMap(({ name, type, evidence: proof }) =>
      proof !== undefined && isEvidence(proof) ? [name ?? type ?? []].flat() : [],
    )
    for (const { kind, parsed } of report.documents)
      for (const { block, claim } of unproven(parsed.blocks, isEvidence)) {
        // A text of the form stands beside its list of honours, where each has its certificate.
        if (kind === 'field' && proven.some((honour) => claim.claim.includes(honour))) continue
        const clause: Clause | undefined = clauses.get(block)
        yield finding.unproven(
          placeIn(workspace, parsed.file, claim.span),
          { claim: claim.claim, evidence: likeliest(claim.claim, evidence.all) },
          clause === undefined ? {} : { clause },
        )
      }
  },
  examples: [
    {
      name: 'proven in the same sentence, in the next paragraph, or in typed words',
      report:
        '# 1.1 使命\n\n2019年公司通过质量管理体系认证[证](#iso9001)。\n\n# 1.2 责任\n\n公司荣获市长质量奖。\n\n证书见[证](#award)。\n\n# 7.1 成绩\n\n公司获得省名牌产品称号，证书见证实性材料。',
      finds: [],
    },
    {
      name: 'not claimed: aims, means, conditions, other people’s',
      report:
        '# 1.1 使命\n\n公司计划2021年通过能源管理体系认证。\n\n通过认证提高管理水平。\n\n供应商须通过质量管理体系认证。\n\n2019年27人取得高级工证书。\n\n尚未获得市长质量奖。\n\n产品获得顾客认可，员工获得奖励。',
      finds: [],
    },
    {
      name: 'a list of honours with the proof below it',
      report:
        '# 1.1 使命\n\n- 2018年荣获市长质量奖\n- 2019年荣获省质量信用AAA级企业称号\n\n以上证书见[证](#award)。',
      finds: [],
    },
    {
      name: 'a text of the form, whose list of honours has the certificate',
      report: {
        'form/org.kind.md': '公司荣获市长质量奖。',
        'data/applicant.yaml':
          'honours:\n  - { type: 市长质量奖, date: 2019-05-01, evidence: award }\n',
        'evidence/evidence.yaml': 'award: { title: 市长质量奖证书, kind: honour }',
      },
      finds: [],
    },
    {
      name: 'claimed and not proven',
      report:
        '# 1.1 使命\n\n公司2019年通过了质量管理体系认证。\n\n# 1.2 责任\n\n2018年，公司荣获海盐县县长质量奖；被评为省级节水型企业。\n\n- 获得**高新技术企业证书**',
      finds: ['3:8 unproven', '7:9 unproven', '7:20 unproven', '9:3 unproven'],
    },
    {
      name: 'a reference beyond the next heading is too far away',
      report: '# 1.1 使命\n\n公司荣获市长质量奖。\n\n# 1.2 责任\n\n依法纳税[证](#tax)。',
      finds: ['3:3 unproven'],
    },
  ],
})

/** Claims without proof in their own block or the one before or after it, under the same heading. */
function* unproven(
  blocks: readonly Block[],
  isEvidence: (id: string) => boolean,
): Generator<{ readonly block: Block; readonly claim: ClaimSentence }> {
  const row = blocks.filter(({ kind }) => kind !== 'note' && kind !== 'link-definition')
  const points = row.map((block) => block.kind !== 'heading' && pointsAtEvidence(block, isEvidence))
  for (const [index, block] of row.entries()) {
    if (block.kind === 'box' || block.kind === 'landscape')
      yield* points[index] === true ? [] : unproven(block.blocks, isEvidence)
    if (points[index - 1] === true || points[index] === true || points[index + 1] === true) continue
    for (const claim of claimsIn(block)) yield { block, claim }
  }
}

/** The piece of evidence whose title shares most words with the claim. */
function likeliest(claim: string, all: readonly Evidence[]): Evidence | undefined {
  let best: Evidence | undefined
  let longest = 3
  for (const evidence of all) {
    const shared = sharedLength(claim, evidence.title)
    if (shared > longest) {
      best = evidence
      longest = shared
    }
  }
  return best
}

/** The longest stretch that stands in both. */
function sharedLength(a: string, b: string): number {
  let longest = 0
  for (let start = 0; start + longest < a.length; start++)
    while (start + longest < a.length && b.includes(a.slice(start, start + longest + 1))) longest++
  return longest
}
