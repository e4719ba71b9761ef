import type { Award, EvidenceNeeded } from '@ziping/award'
import { type Place, wording } from '@ziping/diagnostics'
import { contentOf, fieldName, fieldsOf } from '@ziping/forms'
import { defineRule, type Rule } from '../define-rule.ts'
import { fits } from '../evidence-needs.ts'
import type { RuleContext } from '../rule-context.ts'

interface Wanted {
  readonly issuers: string
  readonly levels: string
}

export const rankWithoutProof: Rule = defineRule({
  id: 'rank-without-proof',
  severity: 'error',
  source: ['L-30'],
  title: { 'zh-CN': '填了排名，没有合格的证明', en: 'A rank without valid proof' },
  why: {
    'zh-CN':
      '填了同行排名的，须提供市级以上（含市级）统计局、税务、外经贸、行业主管部门、行业协会或权威机构出具的证明。哪些单位、哪一级，由奖项方案规定。',
    en: 'A rank counts only with a certificate of an office or association of city level or above; which of them do, the award says.',
  },
  messages: {
    none: wording<{ readonly field: string; readonly ranks: string } & Wanted>({
      'zh-CN': ({ field, ranks, issuers, levels }) => ({
        message: `${field}填了排名（${ranks}），材料中没有合格的排名证明`,
        advice: `向${issuers}（${levels}级）索取证明，在 evidence/evidence.yaml 中以 kind: rank 登记；没有证明的，不填排名`,
      }),
      en: ({ field, ranks, issuers, levels }) => ({
        message: `${field} gives a rank (${ranks}), for which there is no valid proof`,
        advice: `Get one from ${issuers} (level ${levels}) and enter it with kind: rank; without proof leave the rank out`,
      }),
    }),
    unfit: wording<{ readonly title: string; readonly reasons: readonly Reason[] } & Wanted>({
      'zh-CN': ({ title, reasons, issuers, levels }) => ({
        message: `排名证明“${title}”不合要求：${reasons.map(reasonZh).join('，')}`,
        advice: `出具单位须是${issuers}，级别须是${levels}；核对 issuerType 和 level，或另取证明`,
      }),
      en: ({ title, reasons, issuers, levels }) => ({
        message: `The proof of rank “${title}” will not do: ${reasons.map(reasonEn).join(', ')}`,
        advice: `It has to be issued by ${issuers}, at level ${levels}; check issuerType and level, or get another`,
      }),
    }),
    bare: wording<{ readonly item: string } & Wanted>({
      'zh-CN': ({ item, issuers }) => ({
        message: `${item}的排名没有写明证明`,
        advice: `加上 evidence: 证明在 evidence/evidence.yaml 中的键（由${issuers}出具）`,
      }),
      en: ({ item }) => ({
        message: `The rank of ${item} names no proof`,
        advice: 'Add evidence: the key of the proof in evidence/evidence.yaml',
      }),
    }),
  },
  *check(context, finding) {
    const { award, evidence, applicant } = context
    const need = needOf(award)
    if (need === undefined) return
    const wanted = {
      issuers: (need.issuers ?? []).join('、'),
      levels: (need.levels ?? []).join('、'),
    }
    const proofs = evidence.all.filter(({ kind }) => kind === need.kind)
    for (const proof of proofs) {
      const reasons = reasonsAgainst(proof, need)
      const place = evidence.file?.placeOf([proof.id], 'key')
      if (reasons.length > 0 && place !== undefined)
        yield finding.unfit(place, { title: proof.title, reasons, ...wanted })
    }
    // With a proof that will not do, mending it is the advice; the cells would only repeat it.
    if (proofs.length === 0)
      for (const field of fieldsOf(award).filter((one) => one.evidence === need.kind)) {
        const ranks = ranksIn(context, field.id, field.ranks)
        const [first] = ranks
        if (first !== undefined)
          yield finding.none(first.place, {
            field: fieldName(field),
            ranks: ranks.map(({ rank }) => rank).join('、'),
            ...wanted,
          })
      }
    for (const { index, item, proof } of ranksOf(applicant.fact('organization.ranks')))
      if (proof === undefined)
        yield finding.bare(applicant.placeOf(`organization.ranks.${index}`), { item, ...wanted })
  },
  examples: [
    {
      name: 'proven by the statistics office of the city; a grade is no rank of this kind',
      award: 'nantong-org-2020',
      report: {
        'data/form.yaml':
          't3:\n  sales: { 2019: 100, 市: 第2位 }\nt5:\n  p1: { 2019: 5, 国内先进水平: 5 }\n',
        'evidence/evidence.yaml':
          'rank: { title: 排名证明, kind: rank, issuer: 南通市统计局, issuerType: 统计局, level: 市 }',
      },
      finds: [],
    },
    {
      name: 'no rank, no proof needed',
      award: 'nantong-org-2020',
      report: { 'data/form.yaml': 't3:\n  sales: { 2019: 100, 市: / }\n' },
      finds: [],
    },
    {
      name: 'the award says nothing of proof',
      report: {
        'data/applicant.yaml':
          'organization:\n  ranks: [{ item: 销售额, scope: 市, rank: 2, year: 2019 }]\n',
      },
      finds: [],
    },
    {
      name: 'two ranks and no proof',
      award: 'nantong-org-2020',
      report: {
        'data/form.yaml':
          't3:\n  sales: { 2019: 100, 省: 第9位, 市: 第2位 }\n  profit: { 2019: 10 }\n',
      },
      finds: ['data/form.yaml:2:26 none'],
    },
    {
      name: 'a certificate of the county, and one of a neighbour',
      award: 'nantong-org-2020',
      report: {
        'data/form.yaml': 't3:\n  sales: { 2019: 100, 市: 第2位 }\n',
        'evidence/evidence.yaml':
          'rank-a: { title: 县局证明, kind: rank, issuerType: 统计局, level: 县 }\nrank-b: { title: 同行证明, kind: rank, issuer: 乙公司, issuerType: 同行企业, level: 市 }',
      },
      finds: ['evidence/evidence.yaml:1:1 unfit', 'evidence/evidence.yaml:2:1 unfit'],
    },
    {
      name: 'a rank among the facts without its proof',
      award: 'nantong-org-2020',
      report: {
        'data/applicant.yaml':
          'organization:\n  ranks:\n    - { item: 销售额, scope: 市, rank: 2, year: 2019 }\n',
      },
      finds: ['data/applicant.yaml:3:7 bare'],
    },
  ],
})

/** Why a certificate does not count. */
type Reason = { readonly what: 'issuer' | 'level'; readonly said: string }

function reasonZh({ what, said }: Reason): string {
  const label = what === 'issuer' ? '出具单位' : '级别'
  return said === '' ? `没有写明${label}` : `${label}是“${said}”`
}

function reasonEn({ what, said }: Reason): string {
  return said === '' ? `its ${what} is not given` : `its ${what} is “${said}”`
}

function reasonsAgainst(
  proof: RuleContext['evidence']['all'][number],
  { kind, issuers, levels }: EvidenceNeeded,
): readonly Reason[] {
  const byIssuer = issuers === undefined || fits(proof, { kind, issuers })
  const byLevel = levels === undefined || fits(proof, { kind, levels })
  return [
    ...(byIssuer
      ? []
      : [{ what: 'issuer' as const, said: proof.issuerType ?? proof.issuer ?? '' }]),
    ...(byLevel ? [] : [{ what: 'level' as const, said: proof.level ?? '' }]),
  ]
}

/** “须提供市级以上（含市级）…出具的证明”, as the award lists it; lists are more than a setting can hold. */
function needOf({ rules }: Award): EvidenceNeeded | undefined {
  const options = rules['rank-without-proof']?.options
  const issuers = textsIn(options?.['issuers'])
  const levels = textsIn(options?.['levels'])
  return issuers.length === 0 || levels.length === 0 ? undefined : { kind: 'rank', issuers, levels }
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** The ranks that are filled in, with where they stand. */
function ranksIn(
  { form }: RuleContext,
  field: string,
  ranks: readonly string[],
): readonly { readonly rank: string; readonly place: Place }[] {
  const content = contentOf(form.values.get(field))
  if (content?.kind !== 'series') return []
  return ranks.flatMap((rank) => {
    const cell = content.cells.get(rank)
    const filled = contentOf(cell)
    return cell === undefined || filled?.kind !== 'text' || filled.text.trim() === ''
      ? []
      : [{ rank: `${rank} ${filled.text.trim()}`, place: cell.place }]
  })
}

function ranksOf(
  value: unknown,
): readonly { readonly index: number; readonly item: string; readonly proof: unknown }[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown, index) => {
    if (typeof entry !== 'object' || entry === null) return []
    const { item, scope, evidence }: { item?: unknown; scope?: unknown; evidence?: unknown } = entry
    return [{ index, item: `“${[item, scope].filter(Boolean).join(' ')}”`, proof: evidence }]
  })
}
