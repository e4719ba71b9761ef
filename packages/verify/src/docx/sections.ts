import { allElements, childOf, elementsOf, settingOf, type XmlElement } from '@ziping/office-file'
import { isOn, numberOf } from './find-in-part.ts'
import type { DocxPackage } from './open-package.ts'

export type FooterKind = 'default' | 'even' | 'first'

/** Lengths in millimetres. */
export interface Section {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly gutter: number
  readonly isGutterRight: boolean
  /** Its first page has a head and a foot of its own. */
  readonly hasFirst: boolean
  readonly numberFormat: string | undefined
  readonly numberStart: number | undefined
  readonly footers: Readonly<Partial<Record<FooterKind, string>>>
  readonly headers: Readonly<Partial<Record<FooterKind, string>>>
}

/** A section that begins within a page has the page's size and feet, whatever it says. */
export function sectionsOf(root: XmlElement, opened: DocxPackage): readonly Section[] {
  const targets = opened.targets(opened.document)
  const sections: Section[] = []
  for (const element of allElements(root)) {
    if (element.name !== 'w:sectPr') continue
    const before = sections.at(-1)
    if (
      before !== undefined &&
      settingOf(element, 'w:type') === 'continuous' &&
      !startsAnew(element)
    )
      continue
    sections.push(readSection(element, sections.length + 1, before, targets))
  }
  return sections
}

function startsAnew(element: XmlElement): boolean {
  return numberOf(childOf(element, 'w:pgNumType'), 'w:start') !== undefined
}

function readSection(
  element: XmlElement,
  number: number,
  before: Section | undefined,
  targets: ReadonlyMap<string, string>,
): Section {
  const size = childOf(element, 'w:pgSz')
  const margins = childOf(element, 'w:pgMar')
  const mm = (from: XmlElement | undefined, name: string, usual: number): number =>
    lengthOf(from?.attributes.get(name)) ?? usual
  const numbers = childOf(element, 'w:pgNumType')
  return {
    number,
    // What Word takes where a file says nothing: a Letter sheet with an inch around.
    width: mm(size, 'w:w', 215.9),
    height: mm(size, 'w:h', 279.4),
    top: Math.abs(mm(margins, 'w:top', 25.4)),
    bottom: Math.abs(mm(margins, 'w:bottom', 25.4)),
    left: mm(margins, 'w:left', 25.4),
    right: mm(margins, 'w:right', 25.4),
    gutter: mm(margins, 'w:gutter', 0),
    isGutterRight: isOn(element, 'w:rtlGutter'),
    hasFirst: isOn(element, 'w:titlePg'),
    numberFormat: numbers?.attributes.get('w:fmt'),
    numberStart: numberOf(numbers, 'w:start'),
    footers: { ...before?.footers, ...partsOf(element, 'w:footerReference', targets) },
    headers: { ...before?.headers, ...partsOf(element, 'w:headerReference', targets) },
  }
}

/** Twentieths of a point, or a number with its unit as strict files have it. */
function lengthOf(text: string | undefined): number | undefined {
  const [, digits, unit = ''] = /^(-?[\d.]+)(mm|cm|in|pt|pc|pi)?$/.exec(text ?? '') ?? []
  if (digits === undefined) return undefined
  const millimetres = units.get(unit) ?? 25.4 / 1440
  return Number(digits) * millimetres
}

const units: ReadonlyMap<string, number> = new Map([
  ['mm', 1],
  ['cm', 10],
  ['in', 25.4],
  ['pt', 25.4 / 72],
  ['pc', 25.4 / 6],
  ['pi', 25.4 / 6],
])

function partsOf(
  element: XmlElement,
  name: string,
  targets: ReadonlyMap<string, string>,
): Readonly<Partial<Record<FooterKind, string>>> {
  const found: Partial<Record<FooterKind, string>> = {}
  for (const one of elementsOf(element)) {
    if (one.name !== name) continue
    const part = targets.get(one.attributes.get('r:id') ?? '')
    const kind = one.attributes.get('w:type') ?? 'default'
    if (part !== undefined && (kind === 'default' || kind === 'even' || kind === 'first'))
      found[kind] = part
  }
  return found
}
