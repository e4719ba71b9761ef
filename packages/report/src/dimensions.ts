import type { Award, Clause, Dimension, DimensionId } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import { plainText } from './inline.ts'
import { normalizeTitle } from './normalize-title.ts'
import type { LeadIn } from './report.ts'
import { isHeading, type Unit } from './unit.ts'

const resultDimensions: ReadonlySet<DimensionId> = new Set([
  'result',
  'level',
  'trend',
  'comparison',
  'target',
])

/** The dimensions a leaf must show: all of its scheme, for results only those of results. */
export function dimensionsOf(award: Award, clause: Clause): readonly Dimension[] {
  if (!clause.scored || clause.dimensions === 'not-specified') return []
  const kind = clause.kind === 'result' ? 'result' : 'process'
  const schemes = award.dimensions.filter((scheme) =>
    clause.dimensions === undefined
      ? scheme.applies === 'all' || scheme.applies === kind
      : scheme.id === clause.dimensions,
  )
  return schemes.flatMap((scheme) =>
    scheme.applies === 'all' && kind === 'result'
      ? scheme.dims.filter((dim) => resultDimensions.has(dim.id))
      : scheme.dims,
  )
}

export interface FoundLeadIns {
  readonly leadIns: readonly LeadIn[]
  readonly histories: readonly { readonly place: Place; readonly units: readonly Unit[] }[]
}

/** Finds the passages that 【采用方法】 and the like open; each runs to the next lead-in or heading. */
export function findLeadIns(award: Award, units: readonly Unit[]): FoundLeadIns {
  const words = dimensionWords(award)
  const leadIns: LeadIn[] = []
  const histories: { place: Place; units: Unit[] }[] = []
  let current: Unit[][] = []
  for (const unit of units) {
    const text =
      unit.block.kind === 'heading' || unit.block.kind === 'paragraph'
        ? plainText(unit.block.content)
        : ''
    const lead = leadOf(text, isHeading(unit))
    if (isHeading(unit)) current = []
    if (lead !== undefined) {
      const dimensions = [
        ...new Set(lead.words.flatMap((word) => words.get(normalizeTitle(word)) ?? [])),
      ]
      const history = lead.words.some((word) => word === '历程')
      if (dimensions.length > 0 || history) current = []
      for (const dimension of dimensions) {
        const passage: Unit[] = []
        current.push(passage)
        leadIns.push({
          dimension,
          place: unit.block.place,
          units: passage,
          skip: isHeading(unit) ? 0 : lead.length,
        })
      }
      if (history) {
        const passage = { place: unit.block.place, units: [] as Unit[] }
        current.push(passage.units)
        histories.push(passage)
      }
    }
    if (!isHeading(unit) && unit.block.kind !== 'note')
      for (const passage of current) passage.push(unit)
  }
  return { leadIns, histories }
}

function dimensionWords(award: Award): ReadonlyMap<string, readonly DimensionId[]> {
  const words = new Map<string, DimensionId[]>()
  for (const scheme of award.dimensions)
    for (const dim of scheme.dims)
      for (const word of [dim.label, dim.id, ...dim.names]) {
        const key = normalizeTitle(word)
        if (!words.get(key)?.includes(dim.id)) words.set(key, [...(words.get(key) ?? []), dim.id])
      }
  return words
}

/** `【方法、展开】` → both words; a heading counts when it is nothing but the word. */
function leadOf(
  text: string,
  heading: boolean,
): { words: readonly string[]; length: number } | undefined {
  const bracketed = /^\s*[【[]([^】\]\n]{1,20})[】\]]\s*/.exec(text)
  if (bracketed !== null) {
    const whole = (bracketed[1] ?? '').trim()
    return {
      words: [whole, ...whole.split(/[、，,/和与及]/).map((word) => word.trim())],
      length: bracketed[0].length,
    }
  }
  return heading ? { words: [text.trim()], length: text.length } : undefined
}
