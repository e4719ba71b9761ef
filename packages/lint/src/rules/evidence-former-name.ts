import { nearest, wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import type { RuleContext } from '../rule-context.ts'

export const evidenceFormerName: Rule = defineRule({
  id: 'evidence-former-name',
  severity: 'warning',
  source: ['L-29'],
  title: {
    'zh-CN': '证书上是曾用名，没有更名证明',
    en: 'Evidence in a former name, without proof of the change',
  },
  why: {
    'zh-CN':
      '证书上的名称与申报组织不一致，审查时会被当作别家的证书。附上登记机关的更名（变更登记）证明，才说得清是同一家。',
    en: 'A certificate in another name is taken for someone else’s. The registrar’s notice of the change shows that both are one.',
  },
  messages: {
    former: wording<{
      readonly title: string
      readonly former: string
      readonly name: string
      readonly until: string | undefined
    }>({
      'zh-CN': ({ title, former, name, until }) => ({
        message: `“${title}”上的名称是曾用名“${former}”${until === undefined ? '' : `（用到 ${until}）`}，材料中没有更名证明`,
        advice: `在 evidence/evidence.yaml 中登记更名为“${name}”的变更登记通知书（标题写“更名”或“变更登记”，或 kind: nameChange）`,
      }),
      en: ({ title, former, name, until }) => ({
        message: `“${title}” is in the former name “${former}”${until === undefined ? '' : ` (used until ${until})`}; there is no proof of the change`,
        advice: `Enter the notice of the change to “${name}” in evidence/evidence.yaml, with kind: nameChange`,
      }),
    }),
    stranger: wording<{
      readonly title: string
      readonly holder: string
      readonly near: string | undefined
    }>({
      'zh-CN': ({ title, holder, near }) => ({
        message: `“${title}”的持有人“${holder}”既不是申报者的现名，也不是登记的曾用名`,
        advice:
          near === undefined
            ? '是曾用名的，写进 data/applicant.yaml 的 organization.formerNames；是控股企业的，写进 holdings'
            : `是不是“${near}”？`,
      }),
      en: ({ title, holder, near }) => ({
        message: `“${holder}”, the holder of “${title}”, is no name of the applicant, present or former`,
        advice:
          near === undefined
            ? 'Enter former names in organization.formerNames, companies of the group in holdings'
            : `Did you mean “${near}”?`,
      }),
    }),
  },
  *check(context, finding) {
    const { applicant, evidence } = context
    const { file } = evidence
    const { name } = applicant
    if (file === undefined || name === undefined) return
    const proven = evidence.all.some(
      ({ kind, title }) => kind === 'nameChange' || changeOfName.test(title),
    )
    const names = namesOf(context)
    for (const { id, title } of evidence.all) {
      const holder = holderOf(file.value, id)
      const former = applicant.formerNames.find((candidate) =>
        holder === undefined
          ? title.includes(candidate.name) && !title.includes(name)
          : holder === candidate.name,
      )
      const place = file.placeOf([id, holder === undefined ? 'title' : 'holder'])
      if (former !== undefined && !proven)
        yield finding.former(place, { title, former: former.name, name, until: former.until })
      else if (former === undefined && holder !== undefined && !names.includes(holder))
        yield finding.stranger(place, { title, holder, near: nearest(holder, names) })
    }
  },
  examples: [
    {
      name: 'with the notice of the change, and in the present name',
      report: {
        'data/applicant.yaml':
          'organization:\n  name: 江苏甲股份有限公司\n  formerNames: [{ name: 南通甲有限公司, until: 2017-12 }]\n',
        'evidence/evidence.yaml':
          'a: { title: 证书, holder: 南通甲有限公司 }\nb: { title: 公司准予变更登记通知书 }\nc: { title: 奖牌, holder: 江苏甲股份有限公司 }',
      },
      finds: [],
    },
    {
      name: 'held by a company of the group',
      report: {
        'data/applicant.yaml':
          'organization:\n  name: 甲集团有限公司\n  holdings: [{ name: 乙新材有限公司 }]\n',
        'evidence/evidence.yaml': 'a: { title: 证书, holder: 乙新材有限公司 }',
      },
      finds: [],
    },
    {
      name: 'no proof of the change',
      report: {
        'data/applicant.yaml':
          'organization:\n  name: 江苏甲股份有限公司\n  formerNames: [{ name: 南通甲有限公司, until: 2017-12 }]\n',
        'evidence/evidence.yaml':
          'a:\n  title: 证书\n  holder: 南通甲有限公司\nb:\n  title: 南通甲有限公司高新技术企业证书\n',
      },
      finds: ['evidence/evidence.yaml:3:11 former', 'evidence/evidence.yaml:5:10 former'],
    },
    {
      name: 'nobody knows the holder',
      report: {
        'data/applicant.yaml': 'organization:\n  name: 江苏甲股份有限公司\n',
        'evidence/evidence.yaml': 'a:\n  title: 证书\n  holder: 上海丙有限公司\n',
      },
      finds: ['evidence/evidence.yaml:3:11 stranger'],
    },
  ],
})

const changeOfName = /更名|名称变更|变更名称|变更登记|准予变更/u

/** Every name that may rightly stand on the applicant's certificates. */
function namesOf({ applicant }: RuleContext): readonly string[] {
  const others = ['organization.parent', 'person.name', 'project.name'].map(applicant.fact)
  return [
    ...[applicant.name, ...others].filter((name) => typeof name === 'string'),
    ...applicant.shortNames,
    ...applicant.formerNames.map(({ name }) => name),
    ...applicant.holdings.flatMap(({ name, shortNames }) => [name, ...shortNames]),
  ]
}

/** The name on it, where the index says that it is another than the present one. */
function holderOf(index: unknown, id: string): string | undefined {
  if (typeof index !== 'object' || index === null) return undefined
  const entries: Readonly<Record<string, unknown>> = { ...index }
  const entry = entries[id]
  if (typeof entry !== 'object' || entry === null || !('holder' in entry)) return undefined
  return typeof entry.holder === 'string' ? entry.holder.trim() : undefined
}
