import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type PdfContent, readPdf } from '../../packages/pdf/src/index.ts'
import { runInside } from '../run-inside.ts'
import { SampleCopy } from '../sample-copy.ts'

interface ListedFile {
  readonly path: string
  readonly title: string
  readonly document?: string
  readonly pages?: number
  readonly bytes: number
}

interface Checked {
  readonly ready: boolean
  readonly deliverables: readonly { readonly id: string; readonly state: string }[]
  readonly conditions: readonly { readonly outcome: string }[] | null
  readonly findings: readonly { readonly rule: string; readonly severity: string }[]
}

/** A parcel of a sample, opened. */
export class Parcel {
  readonly folder: string
  readonly files: readonly ListedFile[]
  readonly check: Checked
  readonly after: string
  readonly #pdfs = new Map<string, Promise<PdfContent>>()

  constructor(folder: string, check: Checked, after: string) {
    this.folder = folder
    this.check = check
    this.after = after
    this.files = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')).files
  }

  /** Names in a folder of the parcel, its subfolders not. */
  names(folder: string): readonly string[] {
    return readdirSync(path.join(this.folder, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort()
  }

  matching(pattern: RegExp): readonly ListedFile[] {
    return this.files.filter(({ path: name }) => pattern.test(name))
  }

  read(name: string): Buffer {
    return readFileSync(path.join(this.folder, name))
  }

  /** The one PDF whose path fits. */
  pdf(pattern: RegExp): Promise<PdfContent> {
    const [file, ...more] = this.matching(pattern)
    if (file === undefined || more.length > 0)
      throw new Error(`${pattern} is ${more.length + 1} files, or none`)
    const known = this.#pdfs.get(file.path) ?? readPdf(this.read(file.path), file.path)
    this.#pdfs.set(file.path, known)
    return known
  }

  /** All it prints, without spaces. */
  async text(pattern: RegExp): Promise<string> {
    const { pages } = await this.pdf(pattern)
    return pages
      .flatMap((page) => page.text)
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, '')
  }
}

/** Packs a copy of a sample with the real program. */
export async function packSample(
  name: string,
): Promise<{ readonly parcel: Parcel; readonly copy: SampleCopy }> {
  const copy = new SampleCopy(name)
  const run = (...words: readonly string[]) => runInside(words, { cwd: copy.folder })
  // Only one award wants its pictures converted; where the converter is there already this does nothing.
  if (existsSync(copy.file('photos'))) await run('photos', 'install')
  const packed = await run('pack')
  if (packed.code !== 0) throw new Error(`${name}: ${packed.code}\n${packed.err}`)
  const check: Checked = JSON.parse((await run('check', '--json')).out)
  const after = (await run('check', '--after')).out
  return { copy, parcel: new Parcel(copy.file('dist/申报包'), check, after) }
}
