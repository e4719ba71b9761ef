import { type Award, isSpecified } from '@ziping/award'
import type { Layout } from '../layout/layout.ts'
import { layouts, reportLayout } from '../layout/layouts.ts'

/** The layout a workspace or award asks for, changed where the notice gives numbers of its own. */
export function pageLayout(award: Award, asked: string | undefined): Layout {
  const page = isSpecified(award.page) ? award.page : undefined
  const base = layouts.find(({ id }) => id === (asked ?? page?.layout)) ?? reportLayout
  if (page === undefined) return base
  const margined = isSpecified(page.margins) ? withMargins(base, page.margins) : base
  const body = isSpecified(page.body) ? page.body : undefined
  const lined = body?.linePt === undefined ? margined : withLine(margined, body.linePt)
  if (!isSpecified(page.pageNumber)) return lined
  const { sizePt, place, style } = page.pageNumber
  return {
    ...lined,
    pageNumber: {
      ...lined.pageNumber,
      ...(isSpecified(sizePt) ? { size: sizePt } : {}),
      ...(isSpecified(place) ? { place: place === 'footer-center' ? 'center' : 'outer' } : {}),
      ...(style === undefined ? {} : { dashes: style === 'dashes' }),
    },
  }
}

type Margins = { readonly [side in 'top' | 'bottom' | 'left' | 'right']: number }

/** Margins in millimetres; the left one is the bound one of a right-hand page. */
function withMargins(layout: Layout, { top, bottom, left, right }: Margins): Layout {
  const points = (mm: number): number => (mm * 72) / 25.4
  const inside = points(left)
  const outside = points(right)
  const t = points(top)
  const b = points(bottom)
  const width = layout.page.width - inside - outside
  const height = layout.page.height - t - b
  return {
    ...layout,
    margins: { top: t, bottom: b, inside, outside },
    text: { width, height },
    landscape: { width: height, height: width },
  }
}

function withLine(layout: Layout, line: number): Layout {
  return { ...layout, quantum: line / 4, body: { ...layout.body, line } }
}
