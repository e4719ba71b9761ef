import type { Pages, ShownFinding, Spot } from '../protocol.ts'

export type ShownPages = Extract<Pages, { readonly kind: 'pages' }>

/** Where a line is printed: what begins there, or last before it; nothing for a file that is not in these pages. */
export function spotOf({ spots }: ShownPages, file: string, line: number): Spot | undefined {
  const own = spots.filter(({ where }) => where.file === file)
  let best: Spot | undefined
  for (const spot of own)
    if (spot.where.line <= line && (best === undefined || spot.where.line >= best.where.line))
      best = spot
  return best ?? own[0]
}

/** A finding and the height of the page at which it belongs. */
export interface PlacedFinding {
  readonly finding: ShownFinding
  readonly top: number
}

/** The findings of each page, from its upper edge down. */
export function findingsBySheet(
  pages: ShownPages,
  findings: readonly ShownFinding[],
): ReadonlyMap<number, readonly PlacedFinding[]> {
  const placed = new Map<number, PlacedFinding[]>()
  for (const finding of findings) {
    const spot = spotOf(pages, finding.where.file, finding.where.line)
    if (spot === undefined) continue
    const here = placed.get(spot.sheet) ?? []
    here.push({ finding, top: spot.top })
    placed.set(spot.sheet, here)
  }
  for (const here of placed.values()) here.sort((a, b) => a.top - b.top)
  return placed
}

/** Where a reader is: a page, known by what it is and by its place, and how far down. */
export interface ReadingPlace {
  readonly pdf: string
  readonly index: number
  readonly below: number
}

/** What stands at the upper edge of what is seen. */
export function readingPlace(view: HTMLElement): ReadingPlace | undefined {
  const edge = view.getBoundingClientRect().top
  for (const sheet of view.querySelectorAll<HTMLElement>('.sheet')) {
    const { top, bottom } = sheet.getBoundingClientRect()
    if (bottom <= edge) continue
    const { pdf = '', index = '0' } = sheet.dataset
    return { pdf, index: Number(index), below: edge - top }
  }
  return undefined
}

/** Goes back to where the reader was, however many pages have come or gone before it. */
export function backTo(view: HTMLElement, place: ReadingPlace): void {
  const sheets = [...view.querySelectorAll<HTMLElement>('.sheet')]
  const sheet = sheets.find(({ dataset }) => dataset['pdf'] === place.pdf) ?? sheets[place.index]
  if (sheet === undefined) return
  const moved = sheet.getBoundingClientRect().top - view.getBoundingClientRect().top + place.below
  if (Math.abs(moved) > 1) view.scrollTop += moved
}

/** Brings a point of a page to the upper third of what is seen. */
export function goTo(view: HTMLElement, index: number, top: number): void {
  const sheet = view.querySelectorAll<HTMLElement>('.sheet')[index]
  if (sheet === undefined) return
  const there = sheet.getBoundingClientRect().top - view.getBoundingClientRect().top + top
  view.scrollTop += there - view.clientHeight / 4
}
