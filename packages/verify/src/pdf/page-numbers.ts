import type { PdfPage } from '@ziping/pdf'
import type { NumberBreak, NumberPlace, PageNumber, Sighting } from '../finished-file.ts'
import type { Line, Segment } from './lines.ts'

/** How far from the edge of the sheet a page number may stand: an inch, in points. */
const band = 72

const forms: readonly RegExp[] = [
  /^第?(\d{1,4})页?$/,
  /^[-—–−－─·•~～.]{1,2}(\d{1,4})[-—–−－─·•~～.]{1,2}$/,
  /^第?(\d{1,4})页?[/／,，、]?(?:共)?\d{1,4}页?$/,
  /^page(\d{1,4})(?:of\d{1,4})?$/i,
  /^[-—–]{0,2}([ivxlc]{1,7})[-—–]{0,2}$/i,
  /^[-—–]{0,2}([一二三四五六七八九十百零〇]{1,5})[-—–]{0,2}$/,
]

/** The number printed on a page. */
export interface FoundNumber {
  readonly text: string
  /** Undefined where it is not Arabic. */
  readonly value: number | undefined
  readonly segment: Segment
  readonly where: 'left' | 'right' | 'center' | 'header' | 'turned'
}

export function findNumber(page: PdfPage, lines: readonly Line[]): FoundNumber | undefined {
  const last = lines.at(-1)
  const first = lines[0]
  if (last !== undefined && last.y < band) {
    // Beside the number a footer may have other words.
    for (const segment of [last.segments.at(-1), last.segments[0]]) {
      const found = segment && numberIn(segment)
      if (found !== undefined) return { ...found, where: sideOf(found.segment, page.width) }
    }
    for (const segment of last.segments) {
      const found = numberIn(segment)
      if (found !== undefined) return { ...found, where: sideOf(found.segment, page.width) }
    }
  }
  if (first !== undefined && first.y > page.height - band) {
    for (const segment of first.segments) {
      const found = numberIn(segment)
      if (found !== undefined) return { ...found, where: 'header' }
    }
  }
  return page.width > page.height || page.rotation !== 0 ? turned(page, lines) : undefined
}

/** On a sheet turned by a quarter the footer may lie at a side. */
function turned(page: PdfPage, lines: readonly Line[]): FoundNumber | undefined {
  for (const { segments } of lines)
    for (const segment of segments) {
      if (segment.left > band && segment.right < page.width - band && segment.y > band) continue
      const found = numberIn(segment)
      if (found !== undefined) return { ...found, where: 'turned' }
    }
  return undefined
}

function numberIn(segment: Segment): Omit<FoundNumber, 'where'> | undefined {
  const text = segment.text.normalize('NFKC').replaceAll(/\s/g, '')
  for (const form of forms) {
    const found = form.exec(text)?.[1]
    if (found === undefined) continue
    const value = /^\d+$/.test(found) ? Number(found) : undefined
    return { text: found, value, segment }
  }
  return undefined
}

function sideOf({ left, right }: Segment, width: number): 'left' | 'right' | 'center' {
  const middle = (left + right) / 2
  if (Math.abs(middle - width / 2) < 0.08 * width) return 'center'
  return middle < width / 2 ? 'left' : 'right'
}

/** Page numbers as seen, and whether pages lie at the left or the right of an opened book. */
export interface Numbering {
  readonly numbers: readonly Sighting<PageNumber>[]
  readonly breaks: readonly Sighting<NumberBreak>[]
  readonly numbered: string | undefined
  /** By index of the page. */
  readonly isRightHand: readonly boolean[]
}

export function readNumbering(found: readonly (FoundNumber | undefined)[]): Numbering {
  const isRightHand = rightHands(found)
  const numbers = found.flatMap((one, index): Sighting<PageNumber>[] => {
    if (one === undefined || one.where === 'turned') return []
    const place = placeOf(one.where, isRightHand[index] ?? true)
    return [{ value: { place, size: one.segment.size }, page: index + 1 }]
  })
  return { numbers, breaks: breaksIn(found), numbered: rangeOf(found), isRightHand }
}

function placeOf(where: 'left' | 'right' | 'center' | 'header', isRightHand: boolean): NumberPlace {
  if (where === 'center' || where === 'header') return where
  return (where === 'right') === isRightHand ? 'outer' : 'inner'
}

/**
 * A page with an odd number lies at the right. One number that does not fit its neighbours is a slip and says nothing
 * about its page; where a page has none, its neighbours tell.
 */
function rightHands(found: readonly (FoundNumber | undefined)[]): readonly boolean[] {
  const offsets = found.map((one, index) =>
    one?.value === undefined ? undefined : one.value - index,
  )
  const agreed = offsets.map((offset, index) =>
    offset !== undefined && (offsets[index - 1] === offset || offsets[index + 1] === offset)
      ? offset
      : undefined,
  )
  let last =
    agreed.find((offset) => offset !== undefined) ?? offsets.find((one) => one !== undefined) ?? 1
  return agreed.map((offset, index) => {
    last = offset ?? last
    return (index + last) % 2 !== 0
  })
}

function breaksIn(found: readonly (FoundNumber | undefined)[]): readonly Sighting<NumberBreak>[] {
  const breaks: Sighting<NumberBreak>[] = []
  let expected: number | undefined
  found.forEach((one, index) => {
    const page = index + 1
    if (one === undefined) breaks.push({ value: { kind: 'missing' }, page })
    else if (one.value === undefined)
      breaks.push({ value: { kind: 'not-arabic', found: one.text }, page })
    else if (expected === undefined && index === 0 && one.value !== 1)
      breaks.push({ value: { kind: 'not-first', found: one.text }, page })
    else if (expected !== undefined && one.value !== expected)
      breaks.push({ value: { kind: 'jump', found: one.text, expected }, page })
    expected = next(found, index, expected)
  })
  return breaks
}

/** A single wrong number does not make the next ones wrong; a new count does not either. */
function next(
  found: readonly (FoundNumber | undefined)[],
  index: number,
  expected: number | undefined,
): number | undefined {
  const here = found[index]?.value
  if (here === undefined) return expected === undefined ? undefined : expected + 1
  const after = found[index + 1]?.value
  const isSlip = expected !== undefined && here !== expected && after === expected + 1
  return (isSlip && expected !== undefined ? expected : here) + 1
}

function rangeOf(found: readonly (FoundNumber | undefined)[]): string | undefined {
  const numbers = found.flatMap((one) => (one === undefined ? [] : [one.text]))
  const [first] = numbers
  const last = numbers.at(-1)
  return first === undefined || last === undefined ? undefined : `${first}–${last}`
}
