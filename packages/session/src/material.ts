import type { Pictures, resolveBook } from '@ziping/resolve'
import type { BuildRequest } from './build-documents.ts'

/** What a book of a workspace is made from. */
export function material(
  { subject }: Pick<BuildRequest, 'subject'>,
  pictures: Pictures,
): Parameters<typeof resolveBook>[1] {
  const { resolver, applicant, form, year, date, workspace } = subject
  const { layout, lists } = workspace.config
  return {
    resolver,
    applicant,
    form: form.values,
    fieldPlaces: form.places,
    pictures,
    ...(year === undefined ? {} : { year }),
    ...(date === undefined ? {} : { date }),
    ...(layout === undefined ? {} : { layout }),
    ...(lists === undefined ? {} : { lists }),
  }
}
