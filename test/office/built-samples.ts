import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Finding } from '@ziping/diagnostics'
import type { Book } from '@ziping/resolve'
import { type BuildFormat, buildDocuments, Press } from '../../packages/session/src/index.ts'
import { openSubject, type Printing } from '../print/printed-book.ts'

/** A Word file of a sample, with the book it was made from. */
export interface BuiltDocument {
  readonly id: string
  readonly book: Book
  readonly file: string
  readonly bytes: Uint8Array
  /** The same book in print, where that was asked for. */
  readonly pdf: Uint8Array | undefined
}

export interface BuiltSample {
  readonly documents: ReadonlyMap<string, BuiltDocument>
  readonly findings: readonly Finding[]
}

/** Makes documents of a workspace as the command does; all of them where none is named. */
export async function buildSample(
  root: string,
  documents: readonly string[],
  formats: readonly BuildFormat[],
  { browser, fonts }: Printing,
): Promise<BuiltSample> {
  const subject = await openSubject(root)
  const books = new Map<string, Book>()
  const { outputs, findings } = await buildDocuments({
    subject,
    documents,
    formats: new Set(formats),
    date: subject.date ?? '2020-01-01',
    press: new Press(browser, () => fonts),
    cacheFolder: undefined,
    onBook: (book) => books.set(book.id, book),
  })
  const built = new Map<string, BuiltDocument>()
  for (const { document, format, path: name } of outputs) {
    const book = books.get(document)
    if (format !== 'docx' || book === undefined) continue
    const file = path.join(root, name)
    const printed = outputs.find((one) => one.document === document && one.format === 'pdf')
    const pdf = printed === undefined ? undefined : readFileSync(path.join(root, printed.path))
    built.set(document, { id: document, book, file, bytes: readFileSync(file), pdf })
  }
  return { documents: built, findings }
}
