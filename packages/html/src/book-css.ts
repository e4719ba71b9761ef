import type { Book } from '@ziping/resolve'
import { draftExtras, draftScale } from './css/draft-css.ts'
import { pageCss } from './css/page-css.ts'
import { textCss } from './css/text-css.ts'
import type { Draft, PageFonts } from './material.ts'
import { printCss } from './templates.ts'

/** All CSS of a book but its fonts: what never changes, what its layout says, and its pages. */
export function bookCss(
  book: Book,
  fonts: Pick<PageFonts, 'families'>,
  draft: Draft | undefined,
): string {
  const { layout, runs } = book
  const extras = draft === undefined ? {} : draftExtras(draft, layout, fonts)
  const names = runs.flatMap(({ start }, index) => [
    `.r${index} { page: r${index} }`,
    ...(start === 'right-hand' ? [`.b${index} { page: b${index} }`] : []),
  ])
  return [
    printCss('book'),
    textCss(layout, fonts),
    pageCss(runs, layout, fonts, extras),
    ...names,
    ...(draft === undefined ? [] : [`body { zoom: ${draftScale} }`]),
  ].join('\n')
}
