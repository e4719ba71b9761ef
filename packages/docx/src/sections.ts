import { type PageRun, roman } from '@ziping/resolve'
import {
  Footer,
  Header,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  NumberFormat,
  PageOrientation,
  SectionType,
} from 'docx'
import { isTable, type Written } from './blocks/start.ts'
import { writeBlocks } from './blocks/write-blocks.ts'
import { field } from './fields.ts'
import { twips } from './lengths.ts'
import { emptyParagraph, leastHeight, paragraph } from './paragraphs.ts'
import { folioLine } from './parts/style-list.ts'
import { Story } from './story.ts'
import { textRuns } from './text-runs.ts'
import { lookOf, type Writing } from './writing.ts'

/** A run of pages as a section. Every section has its own heads and feet: none takes over those before it. */
export function writeSection(run: PageRun, writing: Writing): ISectionOptions {
  const { layout } = writing.book
  const { width } = run.orientation === 'landscape' ? layout.landscape : layout.text
  const blocks = writeBlocks(run.blocks, { left: 0, width, within: 'page' }, writing)
  return {
    properties: sectionProperties(run, writing),
    headers: { default: header(run, writing), even: header(run, writing) },
    footers: { default: footer(run, 'odd', writing), even: footer(run, 'even', writing) },
    children: [new Story(closed(blocks), writing.texts)],
  }
}

/** A section ends at a paragraph; the library would add a whole line. */
function closed(blocks: readonly Written[]): readonly Written[] {
  return blocks.length === 0 || isTable(blocks.at(-1))
    ? [...blocks, emptyParagraph(leastHeight)]
    : blocks
}

function sectionProperties(run: PageRun, writing: Writing): ISectionPropertiesOptions {
  const { page, margins } = writing.book.layout
  const isTurned = run.orientation === 'landscape'
  return {
    type: run.start === 'right-hand' ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
    // Snapping to a line grid is what makes engines disagree most about where pages end.
    grid: { type: 'default', linePitch: 312 },
    page: {
      size: {
        width: twips(page.width),
        height: twips(page.height),
        orientation: isTurned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        ...(isTurned
          ? {
              top: twips(margins.inside),
              bottom: twips(margins.outside),
              left: twips(margins.top),
              right: twips(margins.bottom),
            }
          : {
              top: twips(margins.top),
              bottom: twips(margins.bottom),
              left: twips(margins.inside),
              right: twips(margins.outside),
            }),
        ...edges(isTurned, hasBanner(run, writing), writing),
        gutter: 0,
      },
      pageNumbers: {
        formatType: run.folio === 'roman' ? NumberFormat.LOWER_ROMAN : NumberFormat.DECIMAL,
        ...(run.restart === undefined ? {} : { start: run.restart }),
      },
    },
  }
}

/** From the edge of the sheet to head and foot. The baseline lies about a quarter of the line above the line's end. */
function edges(
  isTurned: boolean,
  banner: boolean,
  { book }: Writing,
): { readonly header: number; readonly footer: number } {
  const { layout } = book
  const { line } = folioLine(layout)
  const top = isTurned ? layout.margins.inside : layout.margins.top
  const bottom = isTurned ? layout.margins.outside : layout.margins.bottom
  const above = Math.min(layout.pageNumber.above, bottom - line)
  const { runningHead: head } = layout
  // As far above the text as in print, where its own size parts them; a banner may run over two lines.
  const header = banner ? (top - head.line) / 2 : top - head.line - head.size
  return {
    header: twips(Math.max(header, 0)),
    footer: twips(Math.max(above - line / 4, 0)),
  }
}

function hasBanner(run: PageRun, { book }: Writing): boolean {
  return book.runs[0] === run && book.banner !== undefined
}

/** What a reader must be told first of all stands over the first page, where it moves nothing. */
function header(run: PageRun, writing: Writing): Header {
  const { runs, banner } = writing.book
  const words = runs[0] === run ? banner : undefined
  const style = words === undefined ? 'Header' : 'Remark'
  const look = lookOf(style, writing)
  const { draft } = writing.material
  const marks = draft === undefined ? [] : ['草稿', draft.label, draft.date]
  const text = [...marks, words ?? run.runningHead ?? ''].filter((word) => word !== '').join('　')
  const line = paragraph({ style }, textRuns(text, look))
  return new Header({ children: [new Story([line], writing.texts)] })
}

function footer(run: PageRun, side: 'odd' | 'even', writing: Writing): Footer {
  const { place, dashes } = writing.book.layout.pageNumber
  const look = lookOf('Footer', writing)
  const outer = side === 'odd' ? 'right' : 'left'
  const first = run.restart ?? 1
  const cached = run.folio === 'roman' ? roman(first) : String(first)
  const number = field('PAGE', cached, look)
  const content =
    run.folio === 'none'
      ? []
      : dashes
        ? [...textRuns('— ', look), ...number, ...textRuns(' —', look)]
        : number
  const align = place === 'outer' ? outer : 'center'
  // With dashes, as official documents have it: a character in from the edge.
  const inset = dashes && place === 'outer' ? writing.book.layout.pageNumber.size : 0
  const edge = inset === 0 ? {} : side === 'odd' ? { right: inset } : { left: inset }
  const line = paragraph({ style: 'Footer', align, ...edge }, content)
  return new Footer({ children: [new Story([line], writing.texts)] })
}
