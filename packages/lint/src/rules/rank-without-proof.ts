import type { Award, EvidenceNeeded } from '@ziping/award'
import { type Place, wording } from '@ziping/diagnostics'
import { contentOf, fieldName, fieldsOf } from '@ziping/forms'
import { defineRule, type Rule } from '../define-rule.ts'
import { fits } from '../evidence-needs.ts'
import { isKnownRank, rankMentions, ranksKnown } from '../rank-mentions.ts'
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
  options: {
    issuers: {
      usual: [],
      help: {
        'zh-CN': '哪些单位可以出具；不写的，按奖项方案对证明的要求',
        en: 'who may issue a proof; else what the award asks of the evidence',
      },
    },
    levels: {
      usual: [],
      help: {
        'zh-CN': '哪些级别的单位可以出具；不写的，按奖项方案对证明的要求',
        en: 'at which levels; else what the award asks of the evidence',
      },
    },
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
    other: wording<{ readonly field: string; readonly rank: string }>({
      'zh-CN': ({ field, rank }) => ({
        message: `${field}填了排名“${rank}”，organization.ranks 中没有这一位次，可能没有它的证明`,
        advice:
          '有证明的，在 data/applicant.yaml 的 ranks 中写明项目、范围、位次和证明；没有的，不填排名',
      }),
      en: ({ field, rank }) => ({
        message: `${field} gives the rank “${rank}”, which organization.ranks does not have; it may lack its proof`,
        advice: 'Enter it under ranks in data/applicant.yaml with its proof, or leave the rank out',
      }),
    }),
    text: wording<{ readonly rank: string; readonly issuers: string }>({
      'zh-CN': ({ rank, issuers }) => ({
        message: `“${rank}”没有引用证明，data/applicant.yaml 的 ranks 中也没有这一位次`,
        advice: `在句后写（见[证](#…)）（由${issuers}出具）；没有证明的，不写名次`,
      }),
      en: ({ rank }) => ({
        message: `“${rank}” refers to no proof, and ranks in data/applicant.yaml does not have it`,
        advice: 'Write [证](#…) after it, or leave the rank out',
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
    const asked = needOf(award)
    if (asked === undefined) return
    const issuers = context.listOption('issuers')
    const levels = context.listOption('levels')
    const need = {
      ...asked,
      ...(issuers.length === 0 ? {} : { issuers }),
      ...(levels.length === 0 ? {} : { levels }),
    }
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
    const known = ranksKnown(applicant.fact('organization.ranks'))
    if (proofs.length > 0 && known.length > 0) {
      for (const field of fieldsOf(award).filter((one) => one.evidence === need.kind))
        for (const { rank, place } of ranksIn(context, field.id, field.ranks))
          if (!isKnownRank(rank, known))
            yield finding.other(place, { field: fieldName(field), rank })
      for (const { typed, scope, rank, place, isProven } of rankMentions(context))
        if (!isProven && !known.some((one) => one.scope === scope && one.rank === rank))
          yield finding.text(
            place,
            { rank: typed, issuers: wanted.issuers },
            { severity: 'warning' },
          )
    }
    for (const { index, item, proof } of ranksOf(applicant.fact('organization.ranks')))
      if (proof === undefined)
        yield finding.bare(applicant.placeOf(`organization.ranks.${index}`), { item, ...wanted })
  },
  examples: [
    {
      name: 'ranks of the facts, and others, in the form and in the text',
      award: 'nantong-org-2020',
      report: {
        'report/1.md':
          '# 7.2 顾客与市场结果\n\n销售额居全市第2位。产量居全省第4位[证](#rank)，利润居全市同行业第3位，税收居全国第1位。专利数居行业第1位。\n',
        'data/applicant.yaml':
          'organization:\n  ranks:\n    - { item: 销售额, scope: 市, rank: 2, year: 2019, evidence: rank }\n',
        'data/form.yaml':
          't3:\n  sales: { 2019: 100, 市: 第2位 }\n  profit: { 2019: 10, 省: 第3位 }\n',
        'evidence/evidence.yaml':
          'rank: { title: 排名证明, kind: rank, issuer: 南通市统计局, issuerType: 统计局, level: 市 }',
      },
      finds: ['data/form.yaml:3:26 other', '3:32 text', '3:44 text'],
    },
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
      name: 'proven by an office that the settings allow, but not the award',
      award: 'nantong-org-2020',
      options: { 'rank-without-proof': { options: { issuers: ['海关'] } } },
      report: {
        'data/form.yaml': 't3:\n  sales: { 2019: 100, 市: 第2位 }\n',
        'evidence/evidence.yaml':
          'rank: { title: 排名证明, kind: rank, issuer: 南通海关, issuerType: 海关, level: 市 }',
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
