import { defineFinding, type Finding, nearest, type Place, type Wording } from '@ziping/diagnostics'

/** Makes a finding about an award file from its place and the values it speaks of. */
export type MakeFinding<Values> = (place: Place, values: Values) => Finding

/** Declares a way in which an award file can be wrong. */
export function awardFinding<Values>(
  messageId: string,
  words: Wording<Values>,
): MakeFinding<Values> {
  return defineFinding({ rule: 'award-invalid', messageId, severity: 'error', words })
}

/** A name that is not known, and the names that are. */
export interface Unknown {
  readonly name: string
  readonly known: readonly string[]
}

/** The name that was probably meant: one that continues what was typed, or is close to it. */
function meant({ name, known }: Unknown): string | undefined {
  if (name.length < 3) return undefined
  const alike = known.find(
    (one) => one.startsWith(name) || (one.length > 2 && name.startsWith(one)),
  )
  return alike ?? nearest(name, known)
}

/** Advice in Chinese: the name probably meant, else all there are. */
export function suggestZh(unknown: Unknown): string | undefined {
  const near = meant(unknown)
  const { known } = unknown
  if (near !== undefined) return `是不是想写“${near}”？`
  return known.length > 0 ? `可写的有：${listNames(known, '、')}` : undefined
}

/** Advice in English: the name probably meant, else all there are. */
export function suggestEn(unknown: Unknown): string | undefined {
  const near = meant(unknown)
  const { known } = unknown
  if (near !== undefined) return `Did you mean “${near}”?`
  return known.length > 0 ? `Known are: ${listNames(known, ', ')}` : undefined
}

function listNames(names: readonly string[], separator: string): string {
  return names.slice(0, 15).join(separator) + (names.length > 15 ? ' …' : '')
}
