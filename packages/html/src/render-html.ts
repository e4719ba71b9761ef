import type { Finding } from '@ziping/diagnostics'
import type { Book, BookBlock } from '@ziping/resolve'
import { allBookBlocks } from './all-blocks.ts'
import { bookCss } from './book-css.ts'
import { neededCharacters } from './characters.ts'
import { pageFindings } from './findings.ts'
import { readFormulas } from './formula.ts'
import {
  type FaceCharacters,
  type HtmlMaterial,
  type PageFonts,
  printFamilies,
} from './material.ts'
import { fillPage } from './templates.ts'
import { titleLevel } from './view/block-view.ts'
import { bookView } from './view/book-view.ts'
import { viewContext } from './view/view-context.ts'

export interface RenderedHtml {
  readonly html: string
  /** What each face and weight must be able to draw. */
  readonly characters: readonly FaceCharacters[]
  readonly findings: readonly Finding[]
}

/** A book as one HTML page that Chromium prints as its pages. The same book and material give the same text. */
export async function renderHtml(book: Book, material: HtmlMaterial): Promise<RenderedHtml> {
  const found: Finding[] = []
  const blocks = [...allBookBlocks(book)]
  const context = viewContext(
    {
      layout: book.layout,
      material,
      formulas: await readFormulas(blocks),
      findings: pageFindings(found),
    },
    blocks.some(isTitle),
  )
  const { fonts = { families: printFamilies } } = material
  const html = fillPage({
    book: bookView(book, context),
    css: bookCss(book, fonts, material.draft),
  })
  const characters = neededCharacters(html, book.layout, fonts.families)
  return { html: withFonts(html, await fontCss(fonts, characters)), characters, findings: found }
}

/** Titles of whole documents take the first level of headings, and the others go one down. */
function isTitle(block: BookBlock): boolean {
  return block.kind === 'heading'
    ? block.level === 0
    : block.kind === 'paragraph' && titleLevel(block) === 0
}

async function fontCss(
  { css = '' }: PageFonts,
  characters: readonly FaceCharacters[],
): Promise<string> {
  return typeof css === 'string' ? css : await css(characters)
}

function withFonts(html: string, css: string): string {
  if (css === '') return html
  const at = html.indexOf('<style>')
  return `${html.slice(0, at)}<style>\n${css}\n</style>\n${html.slice(at)}`
}
