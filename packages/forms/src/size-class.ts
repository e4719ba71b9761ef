import { Decimal, type EnterpriseSize, enterpriseSize, type SizeClasses } from '@ziping/award'
import type { Applicant } from './applicant.ts'

/** 大型, 中型, 小型 or 微型, from the applicant's industry, staff, revenue and assets. */
export function applicantSize(
  sizes: SizeClasses,
  { fact }: Pick<Applicant, 'fact'>,
): EnterpriseSize {
  const code = industryCode(fact('organization.industry'))
  if (code === undefined) return { kind: 'undecided', missing: ['organization.industry'] }
  const figures = sizes.measures.flatMap(({ id, from }) => {
    const value = fact(from)
    return Decimal.isDecimal(value) ? [[id, value.toNumber()] as const] : []
  })
  return enterpriseSize(sizes, code, new Map(figures))
}

/** The code of `C3551 纺织专用设备制造`. */
export function industryCode(fact: unknown): string | undefined {
  return typeof fact === 'string' ? fact.split(' ')[0] : undefined
}
