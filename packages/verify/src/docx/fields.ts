import { allElements, elementsOf, type XmlElement } from '@ziping/office-file'
import type { Sighting, Unresolved } from '../finished-file.ts'
import { findAll } from './find-in-part.ts'

export interface Field {
  readonly instruction: string
  readonly result: string
  /** Word is to compute it anew when it opens the file. */
  readonly isDirty: boolean
}

interface OpenField {
  instruction: string
  result: string
  isDirty: boolean
  isInResult: boolean
}

/** The fields of a part in the order they end, the short form and the long one. */
export function fieldsIn(root: XmlElement): readonly Field[] {
  const found: Field[] = []
  const open: OpenField[] = []
  for (const element of allElements(root)) {
    const here = open.at(-1)
    if (element.name === 'w:fldSimple') found.push(simpleField(element))
    else if (element.name === 'w:fldChar') {
      const kind = element.attributes.get('w:fldCharType')
      if (kind === 'begin')
        open.push({ instruction: '', result: '', isDirty: isDirty(element), isInResult: false })
      else if (kind === 'separate' && here !== undefined) here.isInResult = true
      else if (kind === 'end') {
        const ended = open.pop()
        if (ended !== undefined) found.push(ended)
      }
    } else if (element.name === 'w:instrText' && here !== undefined && !here.isInResult)
      here.instruction += textIn(element)
    else if (element.name === 'w:t' || element.name === 'w:drawing')
      for (const one of open) if (one.isInResult) one.result += textIn(element) || '□'
  }
  return found
}

function simpleField(element: XmlElement): Field {
  return {
    instruction: element.attributes.get('w:instr') ?? '',
    result: findAll(element, 'w:t').map(textIn).join(''),
    isDirty: isDirty(element),
  }
}

function isDirty(element: XmlElement): boolean {
  return ['1', 'true', 'on'].includes(element.attributes.get('w:dirty') ?? '')
}

function textIn(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('')
}

/** Fields that print what they find elsewhere; others compute from what is always there. */
const referring = /^\s*(REF|PAGEREF|NOTEREF)\s+(?:"([^"]+)"|(\S+))/i
const filled = /^\s*(?:REF|PAGEREF|NOTEREF|SEQ|TOC|INDEX|STYLEREF)\b/i

/** What in a part's fields is still open. */
export function openFields(
  root: XmlElement,
  bookmarks: ReadonlySet<string>,
): readonly Sighting<Unresolved>[] {
  return fieldsIn(root).flatMap(
    ({ instruction, result, isDirty: stale }): Sighting<Unresolved>[] => {
      const text = instruction.trim().replaceAll(/\s+/g, ' ')
      const see = (kind: 'no-target' | 'no-result' | 'stale'): Sighting<Unresolved>[] => [
        { value: { kind, text }, where: { text: result === '' ? text : result } },
      ]
      const [, , quoted, plain] = referring.exec(instruction) ?? []
      const target = quoted ?? plain
      if (target !== undefined && !bookmarks.has(target)) return see('no-target')
      if (filled.test(instruction) && result.trim() === '') return see('no-result')
      return stale ? see('stale') : []
    },
  )
}

/** Every bookmark of the file. */
export function bookmarksIn(roots: readonly XmlElement[]): ReadonlySet<string> {
  return new Set(
    roots.flatMap((root) =>
      findAll(root, 'w:bookmarkStart').map((one) => one.attributes.get('w:name') ?? ''),
    ),
  )
}

/** Whether the field is the number of the page. */
export function isPageField(instruction: string): boolean {
  return /^\s*PAGE\b/i.test(instruction)
}

export function isPageRun(run: XmlElement): boolean {
  return elementsOf(run).some(({ name, children }) =>
    name === 'w:instrText' ? isPageField(children.join('')) : false,
  )
}
