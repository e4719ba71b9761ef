import { exhibitSlots } from '@ziping/html'
import { bindPdf, type ForeignPdf, type Placement, type PrintedPdf } from '@ziping/pdf'
import type { Book } from '@ziping/resolve'
import { readWhole } from './read-whole.ts'

/** Draws the pages of scanned evidence into the frames printed for them. */
export async function bindEvidence(
  book: Book,
  { bytes, destinations }: PrintedPdf,
  root: string,
): Promise<Uint8Array> {
  const sources = new Map<string, ForeignPdf | undefined>()
  const placements = exhibitSlots(book).flatMap((slot): readonly Placement[] => {
    if (!sources.has(slot.file)) sources.set(slot.file, sourceOf(root, slot.file))
    const source = sources.get(slot.file)
    const corner = destinations.get(slot.id)
    if (source === undefined || corner === undefined) return []
    // A title of two lines leaves its frame so much less.
    const title = corner.below - (destinations.get(slot.exhibit)?.below ?? corner.below)
    const height = slot.whole - Math.max(title, book.layout.caption.line)
    const box = frame(corner, { width: slot.width, height }, book)
    return [{ page: corner.page, source, sourcePage: slot.page, box }]
  })
  return bindPdf(bytes, placements)
}

function sourceOf(root: string, file: string): ForeignPdf | undefined {
  const bytes = readWhole(root, file)
  return bytes === undefined ? undefined : { bytes, file }
}

/** A destination is told from the corner of the type area, whose left edge alternates with the pages. */
function frame(
  { page, left, below }: { readonly page: number; readonly left: number; readonly below: number },
  { width, height }: { readonly width: number; readonly height: number },
  { layout }: Book,
): Placement['box'] {
  const { margins } = layout
  const x = left + (page % 2 === 1 ? margins.inside : margins.outside)
  const top = layout.page.height - margins.top - below
  const air = 3
  return { x, y: top - height + air, width, height: height - 2 * air }
}
