import { isSpecified } from '@ziping/award'
import { type BookPlan, planBooks } from '@ziping/resolve'
import type { BuildRequest } from './build-documents.ts'
import { documentUnknown } from './build-failures.ts'

/** The label for a volume's back is a document to whoever asks for it. */
export const spineId = 'spine'
export const spineTitle = '书脊'

/** What is to be made of a workspace: all there is, or what was asked for by its id or title. */
export function chosenPlans({
  subject,
  documents,
}: Pick<BuildRequest, 'subject' | 'documents'>): readonly BookPlan[] {
  const plans = planBooks(subject.report)
  if (documents.length === 0) return plans
  const spined = plans.filter(({ volume }) => volume !== undefined && isSpecified(volume.spine))
  const spines = spined.length === 0 ? [] : [spineId]
  const chosen = documents.flatMap((asked) => {
    // How thick a volume is, only its print can tell.
    if (spines.length > 0 && (asked === spineId || asked === spineTitle)) return spined
    const plan = plans.find(({ id, title }) => id === asked || title === asked)
    if (plan === undefined)
      throw documentUnknown({ asked, known: [...plans.map(({ id }) => id), ...spines] })
    return [plan]
  })
  return [...new Set(chosen)]
}
