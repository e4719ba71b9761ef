import type { PdfContent } from '@ziping/pdf'
import type { HeadingLook, LineSpacing, Look, Sighting } from '../finished-file.ts'
import { most } from '../judge.ts'
import { commonest, type Segment } from './lines.ts'
import type { ReadPage, TextBlock } from './text-block.ts'

/** A page with fewer lines of running text says nothing about how text is set. */
const leastLines = 3

/** How the running text of each page is set. */
export function readBody(
  pages: readonly ReadPage[],
  { bodyLines }: TextBlock,
): readonly Sighting<Look>[] {
  return pages.flatMap((one) => {
    const lines = bodyLines(one)
    if (lines.length < leastLines) return []
    const font = most(lines.map((line) => line.font))
    const size = commonest(
      lines.map((line) => ({ value: line.size, weight: 1 })),
      0.25,
    )
    return [{ value: { font, size }, page: one.number }]
  })
}

/** From a line that fills the text to the next one of its paragraph. */
export function readSpacing(
  pages: readonly ReadPage[],
  { bodyLines }: TextBlock,
): readonly Sighting<LineSpacing>[] {
  return pages.flatMap((one) => {
    const all = one.lines.flatMap(({ segments }) => segments.slice(0, 1))
    const steps = bodyLines(one).flatMap((line) => stepFrom(line, all[all.indexOf(line) + 1]))
    const points = commonest(
      steps.map((value) => ({ value, weight: 1 })),
      0.5,
    )
    return points === undefined || steps.length < leastLines
      ? []
      : [{ value: { points }, page: one.number }]
  })
}

/** The next line of the same paragraph begins where this one does. */
function stepFrom(line: Segment, below: Segment | undefined): readonly number[] {
  if (below === undefined || Math.abs(below.size - line.size) > 0.5) return []
  const step = line.y - below.y
  const isNext = Math.abs(below.left - line.left) < 2 && step > 0 && step < 3 * line.size
  return isNext ? [step] : []
}

/** Headings are what the file's bookmarks lead to; without bookmarks nobody can tell them. */
export function readHeadings(
  { outline }: PdfContent,
  pages: readonly ReadPage[],
): readonly Sighting<HeadingLook>[] {
  return outline.flatMap(({ title, level, page }) => {
    const wanted = plain(title)
    const lines = pages[page - 1]?.lines ?? []
    const heading = lines
      .flatMap(({ segments }) => segments)
      .filter((segment) => isStartOf(plain(segment.text), wanted))
      .toSorted((a, b) => b.size - a.size)[0]
    return heading === undefined || wanted === ''
      ? []
      : [{ value: { level, font: heading.font, size: heading.size }, page }]
  })
}

/** A long heading breaks into lines; a bookmark may leave out its number. */
function isStartOf(text: string, title: string): boolean {
  if (text.length < 2) return false
  return title.startsWith(text) || text.endsWith(title)
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}
