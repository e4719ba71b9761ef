import type { Section } from '@ziping/report'
import { type Resolver, textOfUnits } from '@ziping/resolve'

const known = new WeakMap<Section, { readonly resolver: Resolver; readonly text: string }>()

/** What a section prints of its own: without headings, without the 【采用方法】 that lead in. */
export function textOfSection(section: Section, resolver: Resolver): string {
  const held = known.get(section)
  if (held?.resolver === resolver) return held.text
  const leads = new Map(section.leadIns.map(({ units, skip }) => [units[0], skip]))
  const units = section.units.filter(({ block }) => block.kind !== 'heading')
  const text = textOfUnits(units, (unit) => leads.get(unit) ?? 0, section.file, resolver)
  known.set(section, { resolver, text })
  return text
}
