import { finishedFiles } from './finished-files.ts'
import { handingIn } from './handing-in.ts'
import type { LaterRule } from './later-rule.ts'
import { openedFiles } from './opened-files.ts'
import { awardFiles, parcel } from './parcel.ts'
import { printed } from './printed.ts'

/** Every kind of finding that only another command than `lint` can see, in the order of the work. */
export const laterRules: readonly LaterRule[] = [
  ...handingIn,
  ...openedFiles,
  ...printed,
  ...finishedFiles,
  ...parcel,
  ...awardFiles,
]

const byId = new Map(laterRules.map((kind) => [kind.id, kind]))

export function laterRule(id: string): LaterRule | undefined {
  return byId.get(id)
}
