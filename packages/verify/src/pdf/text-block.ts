import type { PdfPage } from '@ziping/pdf'
import type { Margins, Sighting } from '../finished-file.ts'
import { commonest, type Line, type Segment } from './lines.ts'

/** A page with its lines, without page number and running head. */
export interface ReadPage {
  readonly number: number
  readonly page: PdfPage
  readonly isRightHand: boolean
  readonly lines: readonly Line[]
}

/** How a text runs through a file. */
export interface TextBlock {
  readonly bodySize: number | undefined
  /** Lines of paragraphs that fill the width of the text, by page. */
  readonly bodyLines: (page: ReadPage) => readonly Segment[]
}

const millimetres = 25.4 / 72
/** Fewer letters may be a cell. */
const leastLetters = 15

export function readTextBlock(pages: readonly ReadPage[]): TextBlock {
  const long = pages.flatMap(({ lines, isRightHand, page }) =>
    isUpright(page)
      ? lines.flatMap(({ segments }) =>
          segments
            .filter(({ chinese }) => chinese >= leastLetters)
            .map((segment) => ({ segment, isRightHand })),
        )
      : [],
  )
  const bodySize = commonest(
    long.map(({ segment }) => ({ value: segment.size, weight: segment.chinese })),
    0.5,
  )
  const edges = new Map(
    [true, false].map((isRightHand) => {
      const own = long.filter((one) => one.isRightHand === isRightHand).map((one) => one.segment)
      const once = (value: number) => ({ value, weight: 1 })
      const left = commonest(
        own.map((one) => once(one.left)),
        1,
      )
      const right = Math.max(0, ...own.map((one) => one.right))
      return [isRightHand, { left, right }]
    }),
  )
  const isBody = (segment: Segment, isRightHand: boolean): boolean => {
    const edge = edges.get(isRightHand)
    return (
      edge?.left !== undefined &&
      segment.chinese >= leastLetters &&
      Math.abs(segment.left - edge.left) < 2 &&
      segment.right > edge.right - 2.5 * segment.size
    )
  }
  const bodyLines = ({ lines, isRightHand, page }: ReadPage): readonly Segment[] =>
    isUpright(page)
      ? lines.flatMap(({ segments }) => segments.filter((one) => isBody(one, isRightHand)))
      : []
  return { bodySize, bodyLines }
}

export function isUpright({ width, height, rotation }: PdfPage): boolean {
  return height >= width && rotation === 0
}

/** Pages with less text do not show their margins. */
const leastLines = 3

/** The room around the text, page by page: a page that is not full counts as one that is. */
export function readMargins(
  pages: readonly ReadPage[],
  { bodyLines }: TextBlock,
  line: number | undefined,
): readonly Sighting<Margins>[] {
  const rooms = pages.flatMap((one) =>
    bodyLines(one).length < leastLines ? [] : [{ page: one.number, room: roomOf(one, line) }],
  )
  const usual = (side: 'top' | 'bottom'): number => lowQuarter(rooms.map(({ room }) => room[side]))
  const full = {
    top: usual('top'),
    bottom: usual('bottom'),
  }
  return rooms.map(({ page, room }) => ({
    page,
    value: {
      top: Math.min(room.top, full.top),
      bottom: Math.min(room.bottom, full.bottom),
      inside: room.inside,
      outside: room.outside,
    },
  }))
}

function lowQuarter(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 5)] ?? 0
}

function roomOf({ page, lines, isRightHand }: ReadPage, pitch: number | undefined): Margins {
  const segments = lines.flatMap((line) => line.segments)
  const left = Math.min(...segments.map((one) => one.left))
  const right = page.width - Math.max(...segments.map((one) => one.right))
  const [first, last] = [lines[0]?.segments[0], lines.at(-1)?.segments[0]]
  // A letter stands in the middle of its line; its em reaches 0.12 below the baseline.
  const leading = (size: number): number => Math.max(0, (pitch ?? size) - size) / 2
  const top =
    page.height - ((first?.y ?? 0) + 0.88 * (first?.size ?? 0) + leading(first?.size ?? 0))
  const bottom = (last?.y ?? 0) - 0.12 * (last?.size ?? 0) - leading(last?.size ?? 0)
  return {
    top: top * millimetres,
    bottom: bottom * millimetres,
    inside: (isRightHand ? left : right) * millimetres,
    outside: (isRightHand ? right : left) * millimetres,
  }
}

/** Left and right differ by less than this by chance: a line ends where its last letter fits. */
const chance = 3

/** Pages whose room for binding is not on the side of the others; all of them, where all are on the wrong one. */
export function readSides(
  pages: readonly ReadPage[],
  { bodyLines }: TextBlock,
): {
  readonly unmirrored: readonly Sighting<Margins>[]
  readonly gutter: readonly Sighting<'side' | 'wrong-side'>[]
} {
  const usual = pages.flatMap((one) => sidesOf(one, bodyLines(one)))
  const width = lowQuarter(usual.map(({ width: own }) => own))
  const rooms = pages.flatMap((one) => sidesOf(one, longLines(one, width)))
  const inner = rooms.filter(({ lean }) => lean.least > chance)
  const outer = rooms.filter(({ lean }) => lean.most < -chance)
  const [few, many] = inner.length < outer.length ? [inner, outer] : [outer, inner]
  const isMixed = few.length > 0
  const turned = few.filter(({ value }) => isTurned(value, many))
  return {
    unmirrored: turned,
    gutter: rooms.map(({ page }) => ({
      page,
      value: !isMixed && outer.length > 0 ? 'wrong-side' : 'side',
    })),
  }
}

/** The same two margins, the other way round. */
function isTurned(value: Margins, others: readonly Sighting<Margins>[]): boolean {
  const inside = lowQuarter(others.map((one) => one.value.inside))
  const outside = lowQuarter(others.map((one) => one.value.outside))
  return Math.abs(value.inside - outside) < chance && Math.abs(value.outside - inside) < chance
}

interface Sides extends Sighting<Margins> {
  readonly page: number
  readonly width: number
  /** By how much there is more room inside than outside. */
  readonly lean: { readonly least: number; readonly most: number }
}

function sidesOf(
  { page, number, isRightHand }: ReadPage,
  body: readonly Segment[],
): readonly Sides[] {
  if (body.length < leastLines) return []
  const from = Math.min(...body.map((segment) => segment.left))
  const to = Math.max(...body.map((segment) => segment.right))
  const left = from * millimetres
  const right = (page.width - to) * millimetres
  const inside = isRightHand ? left : right
  const outside = isRightHand ? right : left
  const loose = areStretched(body) ? 0 : (body[0]?.size ?? 0) * millimetres
  const lean = {
    least: inside - outside - (isRightHand ? 0 : loose),
    most: inside - outside + (isRightHand ? loose : 0),
  }
  return [{ page: number, width: to - from, lean, value: { top: 0, bottom: 0, inside, outside } }]
}

const fullWidth = /^[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’…—·]+$/

/**
 * Lines that are set to the full width have room between their letters. Others end where the last letter fits: up to a
 * letter's width of what looks like margin is none.
 */
function areStretched(body: readonly Segment[]): boolean {
  const ratios = body
    .filter(({ text }) => fullWidth.test(text))
    .map(({ text, left, right, size }) => (right - left) / ([...text].length * size))
    .toSorted((a, b) => a - b)
  return (ratios[Math.floor(ratios.length / 2)] ?? 1) > 1.003
}

/** Lines as wide as the text is elsewhere, wherever they stand: a cell is narrower. */
function longLines({ page, lines }: ReadPage, width: number): readonly Segment[] {
  if (!isUpright(page) || width === 0) return []
  return lines.flatMap(({ segments }) =>
    segments.filter(
      ({ chinese, left, right, size }) =>
        chinese >= leastLetters &&
        right - left > width - 1.5 * size &&
        right - left < width + 0.5 * size,
    ),
  )
}
