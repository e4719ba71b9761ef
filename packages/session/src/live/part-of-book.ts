import type { Book, PageRun } from '@ziping/resolve'

/** Some runs of a book, to be printed alone. */
export interface BookPart {
  readonly book: Book
  /** How many runs were put before them, so that they begin on the right side of the sheet. */
  readonly lead: number
}

/** Where the first page of a part stands in the whole. */
export interface PartStart {
  /** Counted from 1 through the whole file. */
  readonly page: number
  /** The number its kind of counting gives it. */
  readonly number: number
}

/** The runs from one to another, which is not included, on the sides and with the numbers they have in the whole. */
export function partOfBook(book: Book, from: number, to: number, start: PartStart): BookPart {
  const runs = book.runs
    .slice(from, to)
    .map((run, index): PageRun => (index === 0 ? firstRun(run, start) : run))
  const isLeft = start.page % 2 === 0
  const { banner, ...unsaid } = book
  return {
    book: {
      ...(from === 0 && banner !== undefined ? { ...unsaid, banner } : unsaid),
      runs: isLeft ? [emptyPage, ...runs] : runs,
    },
    lead: isLeft ? 1 : 0,
  }
}

/** Its side is settled by where it stands: no blank page is put before it again. */
function firstRun(run: PageRun, { number }: PartStart): PageRun {
  return { ...run, start: 'new-page', restart: run.restart ?? number }
}

const emptyPage: PageRun = {
  document: 'lead',
  role: 'front',
  orientation: 'portrait',
  start: 'new-page',
  folio: 'none',
  blocks: [{ kind: 'space', height: 1, before: 0 }],
}
