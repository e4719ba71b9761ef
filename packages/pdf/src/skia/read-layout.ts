import { type PdfDictionary, PdfReference, type PdfValue, textOf } from './pdf-syntax.ts'
import type { SkiaPdf } from './skia-pdf.ts'

/** In points, as everything in a PDF. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/**
 * Where something stands: pages from 1, distances in points from the left and the top edge of the page's content box.
 * Chromium leaves the page's margins out (seen in 153 and 156: an h1 below a margin of 25 mm is said to stand 15 pt
 * from the page's top), and what they are only the page's style knows.
 */
export interface Destination {
  readonly page: number
  readonly left: number
  readonly below: number
}

export interface OutlineEntry {
  readonly title: string
  /** 1 at the top. */
  readonly level: number
  readonly page: number
}

export interface PdfLayout {
  readonly pages: readonly PageSize[]
  /** By the id of the HTML element. */
  readonly destinations: ReadonlyMap<string, Destination>
  readonly outline: readonly OutlineEntry[]
}

/** Which page holds what. */
export function readLayout(pdf: SkiaPdf): PdfLayout {
  const root = pdf.root
  const leaves = pageLeaves(pdf, root.get('Pages'), new Set())
  const pageOf = new Map(leaves.map(({ number }, index) => [number, index + 1]))
  const targets = [...pdf.dictionary(root.get('Dests'))].flatMap(([name, value]) => {
    const destination = destinationOf(pdf, value, leaves, pageOf)
    return destination === undefined ? [] : [[idOf(name), destination] as const]
  })
  return {
    pages: leaves.map(({ size }) => size),
    destinations: new Map(targets.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    outline: [...outlineOf(pdf, pdf.dictionary(root.get('Outlines')), 1, pageOf)],
  }
}

interface PageLeaf {
  readonly number: number
  readonly size: PageSize
}

/** The pages' object numbers, in order. */
export function pageNumbers(pdf: SkiaPdf): readonly number[] {
  return pageLeaves(pdf, pdf.root.get('Pages'), new Set()).map(({ number }) => number)
}

function pageLeaves(
  pdf: SkiaPdf,
  node: PdfValue | undefined,
  seen: Set<number>,
): readonly PageLeaf[] {
  if (!(node instanceof PdfReference) || seen.has(node.number)) return []
  seen.add(node.number)
  const entries = pdf.dictionary(node)
  if (entries.has('Kids'))
    return pdf.list(entries.get('Kids')).flatMap((kid) => pageLeaves(pdf, kid, seen))
  const [left = 0, bottom = 0, right = 0, top = 0] = pdf
    .list(entries.get('MediaBox'))
    .map((side) => (typeof side === 'number' ? side : 0))
  return [{ number: node.number, size: { width: right - left, height: top - bottom } }]
}

function destinationOf(
  pdf: SkiaPdf,
  value: PdfValue | undefined,
  leaves: readonly PageLeaf[],
  pageOf: ReadonlyMap<number, number>,
): Destination | undefined {
  const page = pageOfDestination(pdf, value, pageOf)
  if (page === undefined) return undefined
  const [, , x, y] = pdf.list(value)
  const height = leaves[page - 1]?.size.height ?? 0
  const below = typeof y === 'number' ? Math.max(0, height - y) : 0
  return { page, left: typeof x === 'number' ? x : 0, below: Math.round(below * 1000) / 1000 }
}

function pageOfDestination(
  pdf: SkiaPdf,
  value: PdfValue | undefined,
  pageOf: ReadonlyMap<number, number>,
): number | undefined {
  const [target] = pdf.list(value)
  return target instanceof PdfReference ? pageOf.get(target.number) : undefined
}

function* outlineOf(
  pdf: SkiaPdf,
  parent: PdfDictionary,
  level: number,
  pageOf: ReadonlyMap<number, number>,
): Iterable<OutlineEntry> {
  for (
    let at = parent.get('First'), guard = pdf.size;
    at !== undefined && guard > 0 && level < 32;
    guard--
  ) {
    const entry = pdf.dictionary(at)
    const page = pageOfDestination(pdf, entry.get('Dest'), pageOf)
    if (page !== undefined) yield { title: textOf(entry.get('Title')) ?? '', level, page }
    yield* outlineOf(pdf, entry, level + 1, pageOf)
    at = entry.get('Next')
  }
}

/** Chromium names a destination by the fragment of a link, percent signs and all. */
function idOf(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
