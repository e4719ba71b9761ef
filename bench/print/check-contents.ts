import { readFileSync } from 'node:fs'
import { readPdf } from '../../packages/pdf/src/index.ts'

export interface Checked {
  readonly pages: number
  /** Entries of the contents that name the page which bears the heading. */
  readonly right: number
  readonly entries: number
}

interface Line {
  readonly page: number
  readonly text: string
}

/** Holds every heading's number in the contents against the page on which the heading really stands. */
export async function checkContents(file: string, headings: readonly string[]): Promise<Checked> {
  const { pages } = await readPdf(readFileSync(file), file)
  const lines = pages.flatMap((page, index) => linesOf(page.text, index + 1))
  const entries = headings.flatMap((heading) => entryOf(heading, lines))
  // Headings come after the last page of the contents.
  const end = Math.max(0, ...entries.map(({ page }) => page))
  const right = entries.filter(({ heading, number }) =>
    lines.some(({ page, text }) => page > end && page === number && text === bare(heading)),
  )
  return { pages: pages.length, right: right.length, entries: entries.length }
}

function entryOf(
  heading: string,
  lines: readonly Line[],
): readonly { readonly heading: string; readonly number: number; readonly page: number }[] {
  const wanted = bare(heading)
  for (const { text, page } of lines) {
    const number = text.startsWith(wanted)
      ? /^[.·…]*(\d+)$/.exec(text.slice(wanted.length))?.[1]
      : undefined
    if (number !== undefined) return [{ heading, number: Number(number), page }]
  }
  return []
}

/** What stands on one height, read from the left. */
function linesOf(
  items: readonly { readonly text: string; readonly x: number; readonly y: number }[],
  page: number,
): readonly Line[] {
  const rows: { y: number; items: { text: string; x: number }[] }[] = []
  for (const { text, x, y } of items) {
    const row = rows.find((other) => Math.abs(other.y - y) < 3)
    if (row === undefined) rows.push({ y, items: [{ text, x }] })
    else row.items.push({ text, x })
  }
  return rows.map((row) => ({
    page,
    text: bare(
      row.items
        .toSorted((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(''),
    ),
  }))
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}
