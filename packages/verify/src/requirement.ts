import { type Award, isSpecified, type LengthLimit, type Medium, type Volume } from '@ziping/award'
import type { Sheet } from './finished-file.ts'
import { pointsOf } from './font-size.ts'

/** What the award wants of one file; whatever it does not say is undefined. */
export interface Requirement {
  readonly sheet: Sheet | undefined
  readonly margins:
    | {
        readonly top: number
        readonly bottom: number
        readonly left: number
        readonly right: number
      }
    | undefined
  /** Printed on both sides and bound: what is inside on one page is inside on its back. */
  readonly isDuplex: boolean
  readonly edge: 'long' | 'short' | undefined
  readonly numberSize: number | undefined
  readonly numberPlace: 'footer-outer' | 'footer-center' | undefined
  readonly numbering: 'continuous' | 'per-part' | undefined
  /** A volume's first page is page 1; one of its parts may begin anywhere. */
  readonly isVolume: boolean
  readonly isArabic: boolean
  readonly bodyFont: string | undefined
  readonly bodySize: number | undefined
  readonly linePt: number | undefined
  readonly headings: readonly {
    readonly level: number
    readonly font: string | undefined
    readonly size: number | undefined
  }[]
  readonly limits: readonly LengthLimit[]
  readonly types: readonly string[] | undefined
  readonly fileName: string | undefined
  readonly maxBytes: number | undefined
}

/** An electronic copy: which medium it is for, and its name there. */
export interface Copy {
  readonly medium: string
  /** The award's name for it with its values, without an ending. */
  readonly fileName?: string
}

/** Sizes of ISO 216; what else a notice names it gives in millimetres. */
const papers: ReadonlyMap<string, Sheet> = new Map([
  ['A3', { width: 297, height: 420 }],
  ['A4', { width: 210, height: 297 }],
])

export function requirementFor(
  award: Award,
  document: string,
  copy: Copy | undefined,
): Requirement {
  const volume = volumeOf(award, document)
  const page = isSpecified(award.page) ? award.page : undefined
  const number = given(page?.pageNumber)
  const body = given(page?.body)
  const binding = given(volume?.binding)
  return {
    sheet: sheetOf(award, volume),
    margins: given(page?.margins),
    isDuplex: given(volume?.duplex) === true,
    edge: given(binding?.edge),
    numberSize: given(number?.sizePt) ?? sizeOf(given(number?.size)),
    numberPlace: given(number?.place),
    numbering: given(volume?.numbering),
    isVolume: isVolume(document),
    isArabic: number?.digits === 'arabic',
    bodyFont: body?.font,
    bodySize: sizeOf(body?.size),
    linePt: body?.linePt,
    headings: (given(page?.headings) ?? []).map(({ level, font, size }) => ({
      level,
      font,
      size: sizeOf(size),
    })),
    limits: limitsOf(award, document),
    ...deliveryOf(award, document, copy),
  }
}

function given<Value>(value: Value | 'not-specified' | undefined): Value | undefined {
  return value === 'not-specified' ? undefined : value
}

function sizeOf(name: string | undefined): number | undefined {
  return name === undefined ? undefined : pointsOf(name)
}

function isVolume(document: string): boolean {
  return document === 'book' || document.startsWith('book-')
}

/** The bound volume a file is, or is a part of. */
function volumeOf({ volumes }: Award, document: string): Volume | undefined {
  if (document === 'book') return volumes[0]
  return volumes.find(
    ({ id, contains }) => `book-${id}` === document || contains.includes(document),
  )
}

function sheetOf({ page }: Award, volume: Volume | undefined): Sheet | undefined {
  const [width, height] = (isSpecified(page) ? given(page.sizeMm) : undefined) ?? []
  if (width !== undefined && height !== undefined) return { width, height }
  const name = (isSpecified(page) ? given(page.paper) : undefined) ?? given(volume?.paper)
  return name === undefined ? undefined : papers.get(name.toUpperCase())
}

/** Limits that hang on the applicant's facts are judged where the facts are: in `lint` and `check`. */
function limitsOf(award: Award, document: string): readonly LengthLimit[] {
  const source = award.deliverables.find(({ id }) => id === document)?.source?.document
  const volume = volumeOf(award, document)?.id
  return award.limits.filter(({ target, applies }) => {
    if (applies !== undefined) return false
    if ('document' in target) return target.document === document || target.document === source
    return 'volume' in target && isVolume(document) && target.volume === volume
  })
}

/** Only what is handed in as a file must have the award's name, type and size; paper has none. */
function deliveryOf(
  { media }: Award,
  document: string,
  copy: Copy | undefined,
): Pick<Requirement, 'types' | 'fileName' | 'maxBytes'> {
  const medium = media.find(({ id }) => id === copy?.medium)
  if (medium === undefined) return { types: undefined, fileName: undefined, maxBytes: undefined }
  return {
    types: typesOf(medium, document),
    fileName: isSpecified(medium.fileName) ? copy?.fileName : undefined,
    maxBytes: given(medium.maxBytes),
  }
}

function typesOf(medium: Medium, document: string): readonly string[] | undefined {
  const own = medium.formats.find(({ deliverable }) => deliverable === document)?.types
  return own ?? given(medium.types)
}
