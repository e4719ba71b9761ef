import type { NumberBreak, NumberPlace, PageNumber, Sighting } from '../finished-file.ts'
import { findPageField, type PageField } from './find-page-field.ts'
import type { DocxPackage } from './open-package.ts'
import type { FooterKind, Section } from './sections.ts'
import type { Styles } from './styles.ts'

/** How a Word file numbers its pages. */
export interface DocxNumbering {
  readonly numbers: readonly Sighting<PageNumber>[]
  readonly breaks: readonly Sighting<NumberBreak>[]
  readonly numbered: string | undefined
}

interface Foot {
  readonly section: Section
  readonly kind: FooterKind
  readonly field: PageField | undefined
  readonly isHeader: boolean
}

export function readNumbering(
  sections: readonly Section[],
  opened: DocxPackage,
  styles: Styles,
  isOddEven: boolean,
): DocxNumbering {
  const feet = sections.flatMap((section) =>
    kindsOf(section, isOddEven).map((kind) => footOf(section, kind, opened, styles)),
  )
  const numbers = feet.flatMap((foot) => numbersOf(foot, isOddEven))
  return {
    numbers,
    breaks: [...missing(feet), ...restarts(sections), ...notArabic(feet)],
    numbered: numbers.length === 0 ? undefined : 'continuous',
  }
}

function kindsOf({ hasFirst }: Section, isOddEven: boolean): readonly FooterKind[] {
  const first: readonly FooterKind[] = hasFirst ? ['first'] : []
  return isOddEven ? [...first, 'default', 'even'] : [...first, 'default']
}

function footOf(section: Section, kind: FooterKind, opened: DocxPackage, styles: Styles): Foot {
  const find = (part: string | undefined): PageField | undefined => {
    const root = part === undefined ? undefined : opened.xml(part)
    return root === undefined ? undefined : findPageField(root, styles)
  }
  const footer = find(section.footers[kind])
  const header = footer === undefined ? find(section.headers[kind]) : undefined
  return { section, kind, field: footer ?? header, isHeader: header !== undefined }
}

function numbersOf(foot: Foot, isOddEven: boolean): readonly Sighting<PageNumber>[] {
  const { field, section } = foot
  if (field === undefined) return []
  return placesOf(foot, field, isOddEven).map((place) => ({
    value: { place, size: field.size },
    where: { section: section.number },
  }))
}

/** On which side of an opened book the number falls; without odd and even feet it falls on both. */
function placesOf(
  { kind, isHeader, section }: Foot,
  { side }: PageField,
  isOddEven: boolean,
): readonly NumberPlace[] {
  if (isHeader) return ['header']
  if (side === 'center') return ['center']
  if (side === 'outside') return ['outer']
  if (side === 'inside') return ['inner']
  const onRightHand: NumberPlace = side === 'right' ? 'outer' : 'inner'
  const onLeftHand: NumberPlace = side === 'left' ? 'outer' : 'inner'
  if (kind === 'even') return [onLeftHand]
  if (kind === 'default') return isOddEven ? [onRightHand] : [onRightHand, onLeftHand]
  // Which side a first page lies on is known of the first section, and where a number is given.
  const start = section.numberStart ?? (section.number === 1 ? 1 : undefined)
  if (start === undefined) return ['outer']
  return [start % 2 === 1 ? onRightHand : onLeftHand]
}

function missing(feet: readonly Foot[]): readonly Sighting<NumberBreak>[] {
  return feet
    .filter(({ field }) => field === undefined)
    .map(({ section }) => ({
      value: { kind: 'missing' },
      where: { section: section.number },
    }))
}

/** A section that begins anew breaks the count; the first may begin where its volume has come to. */
function restarts(sections: readonly Section[]): readonly Sighting<NumberBreak>[] {
  return sections.flatMap(({ number, numberStart }): Sighting<NumberBreak>[] => {
    if (numberStart === undefined) return []
    const where = { section: number }
    const found = `${numberStart}`
    if (number > 1) return [{ value: { kind: 'restart', found }, where }]
    return numberStart === 1 ? [] : [{ value: { kind: 'not-first', found }, where }]
  })
}

const arabic = new Set(['decimal', 'numberInDash', 'decimalFullWidth', 'decimalHalfWidth'])

function notArabic(feet: readonly Foot[]): readonly Sighting<NumberBreak>[] {
  return feet.flatMap(({ section, field }): Sighting<NumberBreak>[] => {
    const found = field?.format ?? section.numberFormat ?? 'decimal'
    if (field === undefined || arabic.has(found)) return []
    return [{ value: { kind: 'not-arabic', found }, where: { section: section.number } }]
  })
}
