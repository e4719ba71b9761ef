import type { Layout, PageRun } from '@ziping/resolve'
import { type Counting, countings } from '../folio.ts'
import type { PageFonts } from '../material.ts'
import { counterStyle, folioContent } from './folio-css.ts'
import { fontStack, quoted } from './text-css.ts'

export type Side = 'left' | 'right'

/** What stands in the margins besides the number: 草稿, numbers of lines. */
export interface MarginExtras {
  readonly margins?: (orientation: PageRun['orientation']) => PageMargins
  readonly boxes?: (side: Side, orientation: PageRun['orientation']) => string
}

export interface PageMargins {
  readonly top: number
  readonly bottom: number
  readonly inside: number
  readonly outside: number
}

/** Page formats of all runs: Chromium knows running heads and countings only by the page's name. */
export function pageCss(
  runs: readonly PageRun[],
  layout: Layout,
  fonts: Pick<PageFonts, 'families'>,
  extras: MarginExtras = {},
): string {
  const counted = countings(runs)
  const rules = runs.flatMap((run, index) => {
    const { own, blank } = counted[index] ?? { own: first, blank: first }
    return [
      counterStyle(run.folio, own),
      ...pageRules(`r${index}`, run, own, layout, fonts, extras),
      ...(run.start === 'right-hand'
        ? pageRules(`b${index}`, blankRun(run), blank, layout, fonts, extras)
        : []),
    ]
  })
  return [...new Set(rules)].filter((rule) => rule !== '').join('\n')
}

const first: Counting = { index: 0, from: 1 }

/** A blank back: counted, without a number. */
function blankRun({ runningHead: _, ...run }: PageRun): PageRun {
  return { ...run, folio: 'none', orientation: 'portrait' }
}

function pageRules(
  name: string,
  run: PageRun,
  counting: Counting,
  layout: Layout,
  fonts: Pick<PageFonts, 'families'>,
  extras: MarginExtras,
): readonly string[] {
  const { width, height } = layout.page
  const turned = run.orientation === 'landscape'
  const size = turned ? `${height}pt ${width}pt` : `${width}pt ${height}pt`
  const sides = (['right', 'left'] as const).map((side) => {
    const margin = extras.margins?.(run.orientation) ?? layout.margins
    const edges = turned ? landscapeEdges(layout, margin) : portraitEdges(margin, side)
    const boxes = [
      headBox(run, layout, fonts),
      folioBox(run, side, counting, layout, fonts),
      extras.boxes?.(side, run.orientation) ?? '',
    ]
    return `@page ${name}:${side} { margin: ${edges}; ${boxes.join(' ')} }`
  })
  return [`@page ${name} { size: ${size}; counter-increment: q${counting.index} 1 }`, ...sides]
}

/** Bound at the left edge of right-hand pages, at the right edge of left-hand ones. */
function portraitEdges({ top, bottom, inside, outside }: PageMargins, side: Side): string {
  const [right, left] = side === 'right' ? [outside, inside] : [inside, outside]
  return `${top}pt ${right}pt ${bottom}pt ${left}pt`
}

/** Bound at the top edge; what the text leaves is shared by the two sides. */
function landscapeEdges(layout: Layout, { inside, outside }: PageMargins): string {
  const side = (layout.page.height - layout.landscape.width) / 2
  return `${inside}pt ${side}pt ${outside}pt ${side}pt`
}

function headBox(run: PageRun, layout: Layout, fonts: Pick<PageFonts, 'families'>): string {
  if (run.runningHead === undefined) return ''
  const { face, bold, size, line } = layout.runningHead
  return `@top-center { content: ${quoted(run.runningHead)}; font: ${bold ? 700 : 400} ${size}pt/${line}pt ${fontStack(face, fonts)}; text-align: center; vertical-align: bottom; padding-bottom: ${size}pt; white-space: nowrap }`
}

/** At the outer foot. The text's baseline is where the layout says; a line box of the figures' size hangs this much lower. */
function folioBox(
  run: PageRun,
  side: Side,
  counting: Counting,
  layout: Layout,
  fonts: Pick<PageFonts, 'families'>,
): string {
  if (run.folio === 'none') return ''
  const { margins } = layout
  const { size, face, place, dashes, above } = layout.pageNumber
  const [box, align] = place === 'center' ? ['center', 'center'] : [side, side]
  // GB/T 9704: with dashes the number stands one character in from the outer edge.
  const inset = dashes && place === 'outer' ? ` padding-${side}: ${size}pt;` : ''
  const edge = run.orientation === 'portrait' ? margins.bottom : margins.outside
  const baseline = Math.min(above, edge - size * 1.25)
  const foot = Math.round((baseline - size * descent) * 100) / 100
  return `@bottom-${box} { content: ${folioContent(run.folio, counting, dashes)}; font: ${size}pt/${size}pt ${fontStack(face, fonts)}; text-align: ${align};${inset} vertical-align: bottom; padding-bottom: ${foot}pt }`
}

/** Of Times-like figures in a line of their own size: half of what ascent and descent exceed an em, added to the descent. */
const descent = 0.163
