import type { Finding } from '@ziping/diagnostics'
import { awardFinding, type MakeFinding } from '../award-finding.ts'
import type { Clause } from '../clause.ts'
import { Decimal } from '../expression/decimal.ts'
import { isSpecified, type Specified } from '../specified.ts'
import { type CheckedAward, clausesWithPaths } from './checked-award.ts'

/** Points that do not add up: requirements to their clause, clauses to theirs, all to the total. */
export function checkPoints({ award, located: { placeOf } }: CheckedAward): readonly Finding[] {
  const findings: Finding[] = []
  const total = sumOf(award.clauses.filter(({ scored }) => scored))
  if (isSpecified(award.total) && total !== undefined && total !== award.total)
    findings.push(
      pointsDiffer(placeOf(['criteria', 'total']), { of: '', sum: total, points: award.total }),
    )
  for (const [clause, path] of clausesWithPaths(award.clauses)) {
    const { id: of, points } = clause
    if (!isSpecified(points)) continue
    for (const sum of sumsOf(clause))
      if (sum !== points)
        findings.push(pointsDiffer(placeOf([...path, 'points']), { of, sum, points }))
  }
  return findings
}

/** Where some requirements are enough, theirs need not add up. */
function sumsOf({ children, requirements, choice }: Clause): readonly number[] {
  const lists = choice === undefined ? [children, requirements] : [children]
  return lists.flatMap((list) => (list.length === 0 ? [] : (sumOf(list) ?? [])))
}

/** Nothing where any part has no points of its own. */
function sumOf(parts: readonly { readonly points: Specified<number> }[]): number | undefined {
  let sum = new Decimal(0)
  for (const { points } of parts) {
    if (!isSpecified(points)) return undefined
    sum = sum.plus(points)
  }
  return sum.toNumber()
}

interface Points {
  /** The clause; empty for the award as a whole. */
  readonly of: string
  readonly sum: number
  readonly points: number
}

const pointsDiffer: MakeFinding<Points> = awardFinding('points-sum', {
  'zh-CN': ({ of, sum, points }) => ({
    message: `${of === '' ? '总分' : `条款“${of}”`}写的是 ${points} 分，各项相加是 ${sum} 分`,
    advice: '核对通知中的分值',
  }),
  en: ({ of, sum, points }) => ({
    message: `${of === '' ? 'The total' : `Clause “${of}”`} has ${points} points, but its parts add up to ${sum}`,
    advice: 'Compare the points with the notice',
  }),
})
