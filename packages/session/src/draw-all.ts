import type { Finding } from '@ziping/diagnostics'
import type { DrawnPicture } from '@ziping/docx'
import { faceFamilies } from '@ziping/pdf'
import { allBookBlocks, type Book, type Drawing, type PixelSize } from '@ziping/resolve'
import type { DrawnCharts } from './drawn-charts.ts'

/** A diagram as drawn by the browser. */
export interface DrawnDiagram extends PixelSize {
  readonly svg: string
  readonly png?: Uint8Array
}

/** What the browser drew before the books were laid out: how much room each takes decides the pages. */
export interface DrawnDiagrams {
  readonly bySource: ReadonlyMap<string, DrawnDiagram>
  readonly findings: readonly Finding[]
}

/** Charts and diagrams of a book as they print. */
export type Drawings = ReadonlyMap<Drawing, DrawnPicture>

/** Without `charts` only the diagrams. */
export async function drawBook(
  book: Book,
  diagrams: DrawnDiagrams,
  charts: DrawnCharts | undefined,
): Promise<Drawings> {
  const drawings = new Map<Drawing, DrawnPicture>()
  for (const drawing of drawingsOf(book)) {
    const { width, height } = drawing
    if (drawing.kind === 'chart') {
      if (charts === undefined) continue
      const look = {
        width,
        height,
        fonts: [faceFamilies.latin, faceFamilies.song],
        fontSize: book.layout.table.size - 1.5,
      }
      const svg = await charts.draw(drawing.chart, look)
      drawings.set(drawing, { svg, width, height })
    } else {
      const drawn = diagrams.bySource.get(drawing.source)
      if (drawn !== undefined)
        drawings.set(drawing, {
          svg: drawn.svg,
          width,
          height,
          ...(drawn.png === undefined ? {} : { png: drawn.png }),
        })
    }
  }
  await charts?.keep()
  return drawings
}

type Drawable = Exclude<Drawing, { readonly kind: 'image' }>

/** Charts and diagrams, each once. */
function drawingsOf(book: Book): readonly Drawable[] {
  const found = new Set<Drawable>()
  for (const run of book.runs)
    for (const block of allBookBlocks(run.blocks))
      if (block.kind === 'figure')
        for (const { drawing } of block.drawings) if (drawing.kind !== 'image') found.add(drawing)
  return [...found]
}
