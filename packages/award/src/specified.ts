/** What the notice does not say. A value of its own: never a default, never borrowed from another award. */
export const notSpecified = 'not-specified' as const
export type NotSpecified = typeof notSpecified

/** Something the award may leave open. */
export type Specified<Value> = Value | NotSpecified

export function isSpecified<Value>(value: Specified<Value> | undefined): value is Value {
  return value !== notSpecified && value !== undefined
}
