import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import { loadCodeLists } from '@ziping/forms'
import { createSubject, type LintSubject } from '@ziping/lint'
import { openReport, readWorkspace } from '@ziping/report'
import type { Book } from '@ziping/resolve'
import { type Browser, type Fonts, type PdfContent, readPdf } from '../../packages/pdf/src/index.ts'
import { type Built, buildDocuments, Press } from '../../packages/session/src/index.ts'

/** A book and what was read from its paper. */
export interface PrintedBook {
  readonly book: Book
  readonly read: PdfContent
  readonly bytes: Uint8Array
}

export interface PrintedWorkspace {
  readonly subject: LintSubject
  readonly root: string
  readonly built: Built
  readonly books: ReadonlyMap<string, PrintedBook>
}

export interface Printing {
  readonly browser: Browser
  readonly fonts: Fonts
}

const samples = path.resolve(import.meta.dirname, '../../content/samples')

/** A sample where it may be written to; `remove` it afterwards. */
export function copyOfSample(name: string): { readonly root: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'ziping 印 '))
  const root = path.join(folder, name)
  cpSync(path.join(samples, name), root, {
    recursive: true,
    filter: (file) => path.basename(file) !== 'dist',
  })
  return { root, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export async function openSubject(root: string): Promise<LintSubject> {
  const workspace = readWorkspace(root)
  const award = await loadAward(workspace.config.awards[0] ?? '')
  return createSubject(workspace, openReport(workspace, award), await loadCodeLists(award))
}

/** Prints documents of a workspace as the command does, with the pinned fonts, and reads the files back. */
export async function printWorkspace(
  root: string,
  documents: readonly string[],
  { browser, fonts }: Printing,
  cacheFolder?: string,
): Promise<PrintedWorkspace> {
  const subject = await openSubject(root)
  const books = new Map<string, Book>()
  const built = await buildDocuments({
    subject,
    documents,
    formats: new Set(['pdf']),
    date: subject.date ?? '2020-01-01',
    press: new Press(browser, () => fonts),
    cacheFolder,
    onBook: (book) => books.set(book.id, book),
  })
  const printed = new Map<string, PrintedBook>()
  for (const output of built.outputs) {
    const book = books.get(output.document)
    if (book === undefined) continue
    const bytes = readFileSync(path.join(root, output.path))
    printed.set(output.document, { book, bytes, read: await readPdf(bytes, output.path) })
  }
  return { subject, root, built, books: printed }
}
