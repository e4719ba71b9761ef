import { isSpecified } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { type PlannedDay, readPlan } from '@ziping/forms'
import { deadlineOf, type LintSubject } from '@ziping/lint'
import { planDateLate } from './check-findings.ts'

/** A step on the way to the office, with the day the team has set for it. */
export interface RouteStep {
  readonly text: string
  readonly by?: string
  readonly day?: string
}

export interface CheckedPlan {
  /** The notice's route; undefined where it says nothing of it. */
  readonly route: readonly RouteStep[] | undefined
  /** Days of the team's own that belong to no step of the route. */
  readonly dates: readonly { readonly name: string; readonly day: string }[]
  readonly findings: readonly Finding[]
}

/** The way from the team to the office: what the notice says, and when the team means to be there. */
export function checkPlan(subject: LintSubject): CheckedPlan {
  const { award, workspace } = subject
  const { dates, findings } = readPlan(workspace.plan, award)
  const used = new Set<string>()
  const route = isSpecified(award.route)
    ? award.route.map(({ text, by }): RouteStep => {
        const date = dates.find(({ name }) => !used.has(name) && isAbout(name, text))
        if (date !== undefined) used.add(date.name)
        return {
          text,
          ...(by === undefined ? {} : { by }),
          ...(date === undefined ? {} : { day: date.day }),
        }
      })
    : undefined
  return {
    route,
    dates: dates.filter(({ name }) => !used.has(name)),
    findings: [...findings, ...lateDates(dates, subject)],
  }
}

function lateDates(
  dates: readonly PlannedDay[],
  { award, workspace }: LintSubject,
): readonly Finding[] {
  const deadline = deadlineOf(workspace, award)
  if (deadline === undefined) return []
  return dates
    .filter(({ day }) => day > deadline)
    .map(({ name, day, place }) => planDateLate(place, { name, day, deadline }))
}

/** 送达 is written 报送 in the notices. */
function isAbout(name: string, text: string): boolean {
  return text.includes(name) || (name === '送达' && text.includes('报送'))
}
