import { type Award, parentsOf } from '@ziping/award'
import type { Workspace } from '@ziping/report'

/** Who writes a clause until when. */
export interface Planned {
  readonly owner?: string
  readonly due?: string
  readonly status?: string
}

/** What data/plan.yaml says of a clause, or of the one above it; malformed entries are told by the findings. */
export function plannedFor(clause: string, { plan }: Workspace, award: Award): Planned {
  const clauses = mapOf(mapOf(plan?.value)['clauses'])
  const chain = [...parentsOf(award.clauses, clause).map(({ id }) => id), clause]
  return Object.assign(
    {},
    ...chain.map((id): Planned => {
      const entry = mapOf(clauses[id])
      return { ...textAs('owner', entry), ...textAs('due', entry), ...textAs('status', entry) }
    }),
  )
}

/** The team's own dates, in their order. */
export function plannedDates({
  plan,
}: Workspace): readonly { readonly name: string; readonly date: string }[] {
  return Object.entries(mapOf(mapOf(plan?.value)['dates']))
    .flatMap(([name, date]) => (typeof date === 'string' ? [{ name, date }] : []))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

function textAs(key: keyof Planned, entry: Readonly<Record<string, unknown>>): Planned {
  const text = entry[key]
  return typeof text === 'string' ? { [key]: text } : {}
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
