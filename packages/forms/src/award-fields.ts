import { type Award, type Field, type Form, isSpecified, resolveYear } from '@ziping/award'
import { asText } from './plain-data.ts'

/** The forms of an award; none where the notice has none. */
export function formsOf({ forms }: Pick<Award, 'forms'>): readonly Form[] {
  return isSpecified(forms) ? forms : []
}

/** All fields of all forms, in printed order. */
export function fieldsOf(award: Pick<Award, 'forms'>): readonly Field[] {
  return formsOf(award).flatMap(({ fields }) => fields)
}

/** Fields that stay blank: for the office, or signed, sealed and dated by hand. */
export function fieldsByHand(award: Pick<Award, 'forms'>): ReadonlySet<string> {
  const signed = formsOf(award).flatMap(({ parts }) =>
    parts.flatMap(({ blocks }) => blocks.flatMap(({ sign }) => sign.map(({ field }) => field))),
  )
  const others = fieldsOf(award).filter(
    ({ type, officeUse }) => officeUse || type === 'signature' || type === 'seal',
  )
  return new Set([...signed.flatMap((id) => id ?? []), ...others.map(({ id }) => id)])
}

/** The years of a series; one that a fact tells (`project.inService`) is the year of its date. */
export function seriesYears(
  { years }: Field,
  year: number | undefined,
  fact: (path: string) => unknown,
): readonly string[] {
  return years.flatMap((reference) => {
    const counted = year === undefined ? undefined : resolveYear(reference, year)
    return counted === undefined ? (asText(fact(reference))?.slice(0, 4) ?? []) : [String(counted)]
  })
}
