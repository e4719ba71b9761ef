import type { Layout, PageRun } from '@ziping/resolve'
import type { Draft, PageFonts } from '../material.ts'
import type { MarginExtras, PageMargins, Side } from './page-css.ts'
import { fontStack, quoted } from './text-css.ts'

/** Text and figures of a draft are so much smaller: the outer margin is for notes, and pages break as they will in print. */
export const draftScale = 0.86

/** 草稿 across each page, a ruler of lines at the left, label and date in the head. */
export function draftExtras(
  draft: Draft,
  layout: Layout,
  fonts: Pick<PageFonts, 'families'>,
): MarginExtras {
  return {
    margins: (orientation) => draftMargins(layout, orientation),
    boxes: (side, orientation) =>
      [
        head(draft, side, fonts),
        watermark(layout, orientation, fonts),
        ruler(layout, orientation, fonts),
      ].join(' '),
  }
}

/** What scaling leaves goes to the outer edge and, for the ruler, a little to the bound one. */
function draftMargins(layout: Layout, orientation: PageRun['orientation']): PageMargins {
  const { page, margins, text, landscape } = layout
  const area = orientation === 'portrait' ? text : landscape
  const sheet = orientation === 'portrait' ? page : { width: page.height, height: page.width }
  const high = sheet.height - area.height * draftScale
  const wide = sheet.width - area.width * draftScale
  if (orientation === 'landscape')
    return { top: 0, bottom: 0, inside: high * 0.45, outside: high * 0.55 }
  const inside = margins.inside * draftScale
  return { top: high / 2, bottom: high / 2, inside, outside: wide - inside }
}

function head({ label, date }: Draft, side: Side, fonts: Pick<PageFonts, 'families'>): string {
  const words = quoted(`草稿　${label}　${date}`)
  return `@top-${side} { content: ${words}; font: 9pt/11pt ${fontStack('song', fonts)}; text-align: ${side}; vertical-align: top; padding-top: 28pt; white-space: nowrap }`
}

/** A margin box can be neither turned nor moved; what stands in it may be larger, and its line as high as the sheet. */
function watermark(
  { page }: Layout,
  orientation: PageRun['orientation'],
  fonts: Pick<PageFonts, 'families'>,
): string {
  const [width, height] =
    orientation === 'portrait' ? [page.width, page.height] : [page.height, page.width]
  const size = 170
  const left = Math.round((width - 2.3 * size) / 2)
  return `@top-left-corner { content: "草稿"; font: ${size}pt/${height}pt ${fontStack('hei', fonts)}; letter-spacing: .3em; color: #ececec; white-space: nowrap; text-align: left; text-indent: ${left}pt; vertical-align: top }`
}

/** Chromium cannot number lines; a ruler with the body's line says where one speaks of. */
function ruler(
  layout: Layout,
  orientation: PageRun['orientation'],
  fonts: Pick<PageFonts, 'families'>,
): string {
  const area = orientation === 'portrait' ? layout.text : layout.landscape
  const count = Math.floor(area.height / layout.body.line)
  const numbers = Array.from({ length: count }, (_, index) => `${index + 1}`).join('\\a ')
  return `@left-middle { content: "${numbers}"; white-space: pre; font: 7pt/${layout.body.line * draftScale}pt ${fontStack('song', fonts)}; color: #777; text-align: right; vertical-align: top; padding-right: 6pt; height: 100% }`
}
