import { childOf, elementsOf, findElement, type XmlElement } from '@ziping/office-file'
import { symbolOf } from '../read/symbols.ts'

/** A character of a form as it shows, and where it stands in the part's text. */
export interface Character {
  readonly value: string
  readonly start: number
  readonly end: number
  /** It is not typed text but a sign of its own: replaced as a whole by a text. */
  readonly isSign: boolean
  /** The check box it is the face of. */
  readonly control?: XmlElement
}

/** A change of the part's text; everything between changes stays as it was. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The characters of an element in order, so that a label cut into many runs is still one word. */
export function charactersOf(element: XmlElement, source: string): readonly Character[] {
  return collect(element, source, undefined)
}

function collect(
  element: XmlElement,
  source: string,
  control: XmlElement | undefined,
): readonly Character[] {
  if (element.name === 'w:t') return typed(source, element.innerStart, element.innerEnd, control)
  if (element.name === 'w:sym') {
    const { attributes, start, end } = element
    const value = symbolOf(attributes.get('w:font') ?? '', attributes.get('w:char') ?? '') ?? ''
    return value === ''
      ? []
      : [{ value, start, end, isSign: true, ...(control === undefined ? {} : { control }) }]
  }
  if (element.name === 'w:del' || element.name === 'mc:Fallback') return []
  const box =
    element.name === 'w:sdt'
      ? findElement(childOf(element, 'w:sdtPr') ?? element, 'w14:checkbox')
      : undefined
  return elementsOf(element).flatMap((child) => collect(child, source, box ?? control))
}

function typed(
  source: string,
  from: number,
  to: number,
  control: XmlElement | undefined,
): readonly Character[] {
  const found: Character[] = []
  for (const match of source.slice(from, to).matchAll(/&[#\w]+;|[\s\S]/gu)) {
    const start = from + match.index
    const value = match[0].length > 2 ? decode(match[0]) : match[0]
    found.push({
      value,
      start,
      end: start + match[0].length,
      isSign: false,
      ...(control === undefined ? {} : { control }),
    })
  }
  return found
}

function decode(entity: string): string {
  const plain: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
    '&quot;': '"',
    '&apos;': "'",
  }
  const number = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(entity)
  if (number === null) return plain[entity] ?? entity
  return String.fromCodePoint(
    number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16),
  )
}

/** Applies changes that do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue
    parts.push(source.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return parts.join('') + source.slice(at)
}
