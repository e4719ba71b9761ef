import { elementsOf } from './xml/elements.ts'
import type { XmlElement } from './xml/read-xml.ts'

/** What a part refers to: another part, or an address outside. */
export interface Relation {
  readonly type: string
  readonly target: string
  readonly isExternal: boolean
}

/** The part that lists what a part refers to; that of the whole file for ''. */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

export function readRelations(
  part: string,
  root: XmlElement | undefined,
): ReadonlyMap<string, Relation> {
  return new Map(
    elementsOf(root).map((element): readonly [string, Relation] => {
      const written = element.attributes.get('Target') ?? ''
      const isExternal = element.attributes.get('TargetMode') === 'External'
      const target = isExternal ? written : resolveTarget(part, written)
      const type = element.attributes.get('Type') ?? ''
      return [element.attributes.get('Id') ?? '', { type, target, isExternal }]
    }),
  )
}

function resolveTarget(part: string, written: string): string {
  if (written.startsWith('/')) return written.slice(1)
  const steps = part.split('/').slice(0, -1)
  for (const step of written.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
