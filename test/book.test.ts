import path from 'node:path'
import { loadAward } from '@ziping/award'
import { loadCodeLists } from '@ziping/forms'
import { createSubject, type LintSubject } from '@ziping/lint'
import { type Block, DiskCache, openReport, readWorkspace } from '@ziping/report'
import {
  allBookBlocks,
  type Book,
  type BookBlock,
  type BookInline,
  bookText,
  type Pictures,
  planBooks,
  printedText,
  resolveBook,
} from '@ziping/resolve'
import { beforeAll, describe, expect, it } from 'vitest'

const samples = path.resolve(import.meta.dirname, '../content/samples')

/** Every picture is there and has the same size: books are made without drawing anything. */
const pictures: Pictures = {
  find: (url) => ({ file: url.replace(/^(\.\.\/)+/, ''), width: 1600, height: 900 }),
  at: () => ({ width: 413, height: 579 }),
  evidence: ({ file }) =>
    file === undefined
      ? undefined
      : file.endsWith('.pdf')
        ? { kind: 'pdf', file, pages: 2 }
        : { kind: 'image', file, width: 1000, height: 1400 },
  diagram: () => undefined,
}

async function open(sample: string): Promise<LintSubject> {
  const workspace = readWorkspace(path.join(samples, sample))
  const award = await loadAward(workspace.config.awards[0] ?? '')
  const report = openReport(workspace, award, new DiskCache())
  return createSubject(workspace, report, await loadCodeLists(award))
}

function books({ resolver, applicant, form, year, date }: LintSubject): readonly Book[] {
  const material = {
    resolver,
    applicant,
    form: form.values,
    pictures,
    ...(year === undefined ? {} : { year }),
    ...(date === undefined ? {} : { date }),
  }
  return planBooks(resolver.report).map((plan) => resolveBook(plan, material))
}

function blocksOf(book: Book): readonly BookBlock[] {
  return book.runs.flatMap(({ blocks }) => [...allBookBlocks(blocks)])
}

/** The text of a block without what stands inside its blocks. */
function ownText(block: BookBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [bookText(block.content)]
    case 'table':
      return [
        caption(block.caption),
        ...block.rows
          .flat()
          .flatMap(({ content }) => content)
          .map((one) => (one.kind === 'paragraph' ? bookText(one.content) : '')),
      ]
    case 'figure':
      return [caption(block.caption), ...block.drawings.map((one) => one.caption ?? '')]
    case 'box':
      return [bookText(block.title)]
    case 'formula':
      return [block.tex]
    default:
      return []
  }
}

function caption(one: { number: string; content: readonly BookInline[] } | undefined): string {
  return one === undefined ? '' : `${one.number} ${bookText(one.content)}`
}

function dense(texts: readonly string[]): string {
  return texts.join('').replace(/\s+/g, '')
}

function* inlinesOf(value: unknown): Generator<BookInline> {
  if (Array.isArray(value)) for (const one of value) yield* inlinesOf(one)
  else if (typeof value === 'object' && value !== null) {
    if ('kind' in value && (value.kind === 'reference' || value.kind === 'page-of'))
      yield value as BookInline
    for (const inner of Object.values(value)) yield* inlinesOf(inner)
  }
}

describe.each([
  'nantong-org',
  'nantong-person',
  'wuhan-manager',
  'jiaxing-group',
  'shenzhen-economic',
  'shenzhen-project',
])('the books of %s', (sample) => {
  let subject: LintSubject
  let all: readonly Book[]
  beforeAll(async () => {
    subject = await open(sample)
    all = books(subject)
  })

  it('name every place once, and refer only to places there are', () => {
    for (const book of all) {
      const anchors = blocksOf(book).flatMap(({ anchor }) => anchor ?? [])
      expect(new Set(anchors).size).toBe(anchors.length)
      const notes = blocksOf(book).flatMap((block) =>
        block.kind === 'notes' ? block.notes.map(({ anchor }) => anchor) : [],
      )
      const known = new Set([...anchors, ...notes])
      for (const inline of inlinesOf(book.runs))
        if ('anchor' in inline && inline.anchor !== undefined)
          expect(known, `${book.id}: ${JSON.stringify(inline)}`).toContain(inline.anchor)
      for (const block of blocksOf(book))
        if (block.kind === 'contents')
          for (const entry of block.entries) expect(known).toContain(entry.anchor)
    }
  })

  it('print the report in the order written, every word of it', () => {
    const book = all.find(({ id }) => id === 'report')
    if (book === undefined) throw new Error('no report')
    const body = blocksOf(book).filter(inBody(book))
    const { resolver } = subject
    const written = resolver.report.documents
      .filter(({ kind }) => kind === 'report')
      .flatMap(({ parsed }) =>
        parsed.blocks
          .flatMap((block) => (block.kind === 'landscape' ? block.blocks : [block]))
          .map((block) => ({ block, file: parsed.file })),
      )
    // Text may go on past a table or figure that does not fit its page: each of the two keeps its own order.
    for (const floats of [false, true]) {
      const printed = dense(body.filter((block) => isFloat(block) === floats).flatMap(ownText))
      let from = 0
      for (const { block, file } of written) {
        if (('caption' in block && block.caption !== undefined) !== floats) continue
        for (const text of textsOf(block, file, subject)) {
          const at = printed.indexOf(text, from)
          expect(at, text).toBeGreaterThanOrEqual(0)
          from = at + text.length
        }
      }
    }
  })

  it('give every block heights and widths that fit the page', () => {
    for (const book of all)
      for (const run of book.runs) {
        const { text, landscape } = book.layout
        const room = run.orientation === 'landscape' ? landscape : text
        for (const block of allBookBlocks(run.blocks)) {
          expect(Number.isFinite(block.before)).toBe(true)
          if (block.kind === 'table')
            expect(block.columns.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(room.width)
          if (block.kind === 'figure') expect(block.height).toBeLessThanOrEqual(room.height)
          if (block.kind === 'exhibit') expect(block.height).toBeLessThanOrEqual(room.height)
        }
      }
  })

  it('have tables whose cells fill their columns', () => {
    for (const book of all)
      for (const block of blocksOf(book)) {
        if (block.kind !== 'table') continue
        const filled = new Map<number, number>()
        block.rows.forEach((row, r) => {
          for (const { colspan, rowspan } of row)
            for (let i = 0; i < rowspan; i++) filled.set(r + i, (filled.get(r + i) ?? 0) + colspan)
        })
        for (const [r, count] of filled)
          expect(count, `${book.id} row ${r}: ${ownText(block).join('|').slice(0, 80)}`).toBe(
            block.columns.length,
          )
      }
  })
})

function inBody(book: Book): (block: BookBlock) => boolean {
  const inside = new Set(
    book.runs
      .filter(({ role }) => role === 'body')
      .flatMap(({ blocks }) => [...allBookBlocks(blocks)]),
  )
  return (block) => inside.has(block)
}

/** With the line of its source. */
function isFloat(block: BookBlock): boolean {
  if (block.kind === 'paragraph') return block.style === 'source'
  return (block.kind === 'table' || block.kind === 'figure') && block.caption !== undefined
}

/** What the report's own counting says it prints, without headings: clauses print the award's titles. */
function textsOf(block: Block, file: string, { resolver }: LintSubject): readonly string[] {
  if (block.kind === 'heading' || block.kind === 'chart' || block.kind === 'diagram') return []
  if (block.kind === 'footnote') return []
  return [...printedText(block, file, resolver)]
    .map(({ text }) => dense([text]))
    .filter((text) => text !== '' && text !== '—')
}
