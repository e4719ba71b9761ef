import { type BookPlan, planBooks } from '@ziping/resolve'
import type { LivePages, LiveSpot } from '@ziping/session'
import type { Judged } from './engine.ts'
import type { Where } from './protocol.ts'
import { whereOf } from './view/where.ts'

/** A point of a page, in points from its upper left corner. */
export interface PagePoint {
  readonly sheet: number
  readonly top: number
  readonly left: number
}

/** Blocks begin a hair above their first letters, cells a line's width before. */
const hair = 4

/** What was written where somebody clicked: the last thing that begins there or above, and not to the right of it. */
export function whereClicked(
  { spots }: LivePages,
  { sheet, top, left }: PagePoint,
): Where | undefined {
  const before = spots.filter(
    (spot) => isBefore(spot, sheet, top + hair) && (spot.left ?? 0) <= left + hair,
  )
  const last = before.reduce<LiveSpot | undefined>(
    (found, spot) =>
      found === undefined || !isBefore(spot, found.sheet, found.top - 0.01) ? spot : found,
    undefined,
  )
  return last === undefined ? undefined : whereOf(last.place)
}

function isBefore(spot: LiveSpot, sheet: number, top: number): boolean {
  return spot.sheet < sheet || (spot.sheet === sheet && spot.top <= top)
}

/** Whether a file is printed in these pages. */
export function hasFile({ spots }: LivePages, file: string): boolean {
  return spots.some(({ place }) => place.file === file)
}

/** What is typed in it is printed in the form alone. */
const formFile = 'data/form.yaml'

/** The document of its own that a file is printed in. */
export function documentOf(file: string, { subject }: Judged): string | undefined {
  const { report, award } = subject
  const kind = report.documents.find(({ parsed }) => parsed.file === file)?.kind
  const wanted = kind === 'field' || file === formFile ? 'form' : kind
  if (wanted === undefined) return undefined
  const plans = planBooks(report)
  const prints = ({ documents }: BookPlan): boolean =>
    documents.some((id) => {
      const deliverable = award.deliverables.find((one) => one.id === id)
      return (deliverable?.kind ?? id) === wanted
    })
  return plans.find((plan) => !plan.isVolume && prints(plan))?.id ?? plans.find(prints)?.id
}
