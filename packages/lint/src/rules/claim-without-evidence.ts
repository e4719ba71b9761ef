import type { Clause } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import type { Block, Evidence, EvidenceIndex } from '@ziping/report'
import { unprovenCertificates, unprovenRows } from '../claim-records.ts'
import {
  type ClaimSentence,
  claimsIn,
  evidenceIn,
  pointsAtEvidence,
  pointsInWords,
} from '../claim-sentences.ts'
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
            ? '把证书登记到 evidence/evidence.yaml，在句后写（见[证](#它的键)）；无法提供的，登记时用 unavailable 说明'
            : `目录里的“${evidence.title}”可能就是，核对后在句后写（见[证](#${evidence.id})）`,
      }),
      en: ({ claim, evidence }) => ({
        message: `Nothing near “${claim}” points at its proof`,
        advice:
          evidence === undefined
            ? 'Enter the certificate in evidence/evidence.yaml and write [证](#its-key) after the sentence'
            : `“${evidence.title}” may be it: check, and write [证](#${evidence.id}) after the sentence`,
      }),
    }),
    apart: wording<{ readonly claim: string }>({
      'zh-CN': ({ claim }) => ({
        message: `“${claim}”这一句没有引用证实性材料，附近引用的可能是别的事的证明`,
        advice: '在这一句后面写（见[证](#…)）；无法提供的，登记时用 unavailable 说明',
      }),
      en: ({ claim }) => ({
        message: `“${claim}” has no proof of its own; what is referred to nearby may prove something else`,
        advice: 'Write [证](#…) after this sentence',
      }),
    }),
    row: wording<{ readonly claim: string }>({
      'zh-CN': ({ claim }) => ({
        message: `表中的“${claim}”没有证明，同一列的其他各行都有`,
        advice: '在这一格写 [证](#…)；无法提供的，登记时用 unavailable 说明',
      }),
      en: ({ claim }) => ({
        message: `“${claim}” has no proof in this table, where the other rows have theirs`,
        advice: 'Write [证](#…) into the cell',
      }),
    }),
    field: wording<{ readonly field: string }>({
      'zh-CN': ({ field }) => ({
        message: `申报表“${field}”填了证书，没有写明证明`,
        advice: '加上“证明: ”和证书在 evidence/evidence.yaml 中的键',
      }),
      en: ({ field }) => ({
        message: `“${field}” of the form names a certificate without its proof`,
        advice: 'Add 证明: and the key of the certificate in evidence/evidence.yaml',
      }),
    }),
  },
  *check(context, finding) {
    const { workspace, report, evidence, applicant } = context
    for (const { place, claim } of unprovenRows(context)) yield finding.row(place, { claim })
    for (const { place, field } of unprovenCertificates(context))
      yield finding.field(place, { field })
    const clauses = new Map(textIndex(report).blocks.map(({ block, clause }) => [block, clause]))
    const isEvidence = (id: string): boolean => evidence.byId.has(id)
    const proven = applicant.honours.flatMap(({ name, type, evidence: proof }) =>
      proof !== undefined && isEvidence(proof) ? [name ?? type ?? []].flat() : [],
    )
    for (const { kind, parsed } of report.documents)
      for (const { block, claim, near } of unprovenIn(parsed.blocks, evidence)) {
        // A text of the form stands beside its list of honours, where each has its certificate.
        if (kind === 'field' && proven.some((honour) => claim.claim.includes(honour))) continue
        const clause: Clause | undefined = clauses.get(block)
        const about = clause === undefined ? {} : { clause }
        const place = placeIn(workspace, parsed.file, claim.span)
        if (near !== undefined) {
          const proofs = near.map((id) => evidence.byId.get(id))
          const fits = proofs.some(
            (proof) =>
              proof === undefined ||
              sharedLength(claim.sentence.replace(dates, ''), proof.title) >= shared,
          )
          if (!fits)
            yield finding.apart(place, { claim: claim.claim }, { ...about, severity: 'info' })
          continue
        }
        yield finding.unproven(
          place,
          { claim: claim.claim, evidence: likeliest(claim.claim, evidence.all) },
          about,
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
      name: 'beside the proof of something else, and beside its own',
      report: {
        'report/1.md':
          '# 1.1 使命\n\n公司荣获市长质量奖[证](#award)。2019年测量管理体系通过认证。\n\n# 1.2 责任\n\n公司荣获市长质量奖。此后每年复评[证](#award)。',
        'evidence/evidence.yaml': 'award: { title: 市长质量奖证书, kind: honour }',
      },
      finds: ['3:33 apart'],
    },
    {
      name: 'a row of honours without proof, a certificate of the form without one',
      award: 'nantong-org-2020',
      report: {
        'report/1.md':
          '# 1.1 高层领导的作用\n\n| 时间 | 荣誉 | 证明 |\n| --- | --- | --- |\n| 2018年 | 市长质量奖 | [证](#award) |\n| 2019年 | 质量工匠 | — |\n\n| 时间 | 荣誉 | 备注 |\n| --- | --- | --- |\n| 2019年 | 质量工匠 | — |',
        'data/form.yaml': 't6:\n  credit: { 获得时间: 2018-12-18, 说明: 质量信用AAA级 }\n',
        'evidence/evidence.yaml': 'award: { title: 市长质量奖证书, kind: honour }',
      },
      finds: ['6:11 row', 'data/form.yaml:2:3 field'],
    },
    {
      name: 'a reference beyond the next heading is too far away',
      report: '# 1.1 使命\n\n公司荣获市长质量奖。\n\n# 1.2 责任\n\n依法纳税[证](#tax)。',
      finds: ['3:3 unproven'],
    },
  ],
})

/** A year in common proves nothing. */
const dates = /\d+[年月日]?/g
/** What an evidence's title must have in common with the sentence it is to prove. */
const shared = 4

interface Unproven {
  readonly block: Block
  readonly claim: ClaimSentence
  /** The evidence that is referred to nearby, though not in the claim's own sentence. */
  readonly near?: readonly string[]
}

const last = new WeakMap<
  readonly Block[],
  { readonly evidence: EvidenceIndex; readonly found: readonly Unproven[] }
>()

/** Those of one document; looked for again only when it or the evidence has changed. */
function unprovenIn(blocks: readonly Block[], evidence: EvidenceIndex): readonly Unproven[] {
  const before = last.get(blocks)
  if (before?.evidence === evidence) return before.found
  const found = [...unproven(blocks, (id) => evidence.byId.has(id))]
  last.set(blocks, { evidence, found })
  return found
}

/** Claims without proof in their own block or the one before or after it, under the same heading. */
function* unproven(
  blocks: readonly Block[],
  isEvidence: (id: string) => boolean,
): Generator<Unproven> {
  const row = blocks.filter(({ kind }) => kind !== 'note' && kind !== 'link-definition')
  const points = row.map((block) => block.kind !== 'heading' && pointsAtEvidence(block, isEvidence))
  for (const [index, block] of row.entries()) {
    if (block.kind === 'box' || block.kind === 'landscape')
      yield* points[index] === true ? [] : unproven(block.blocks, isEvidence)
    const around = [index - 1, index, index + 1].filter((at) => points[at] === true)
    if (around.length === 0) for (const claim of claimsIn(block)) yield { block, claim }
    else if (block.kind === 'paragraph')
      yield* besideOther(
        block,
        around.flatMap((at) => row[at] ?? []),
      )
  }
}

/** Claims whose own sentence has no reference, with the evidence referred to around them. */
function* besideOther(block: Block, around: readonly Block[]): Generator<Unproven> {
  const claims = [...claimsIn(block)]
  if (claims.length === 0 || around.some(pointsInWords)) return
  const own = evidenceIn(block)
  const near = around.flatMap((one) => evidenceIn(one).flatMap(({ ids }) => ids))
  for (const claim of claims) {
    const { start, end } = claim.within
    if (!own.some(({ at }) => at >= start && at <= end)) yield { block, claim, near }
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
