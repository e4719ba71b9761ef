import { type Award, notSpecified } from '@ziping/award'

/** An award as plain JSON, in which `null` is what the notice does not say. */
export function awardAsJson(award: Award): unknown {
  return JSON.parse(
    JSON.stringify(award, (_, value: unknown) => (value === notSpecified ? null : value)),
  )
}
