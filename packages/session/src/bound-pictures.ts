import { statSync } from 'node:fs'
import path from 'node:path'
import type { Finding } from '@ziping/diagnostics'
import { type Browser, printPicture } from '@ziping/pdf'
import { allBookBlocks, type Book, type BookImage } from '@ziping/resolve'
import type { BoundPictures } from './bind-evidence.ts'
import { pictureBroken } from './build-findings.ts'
import { placeOfPicture } from './place-of-picture.ts'
import { readPicture } from './workspace-pictures.ts'

/** So much of pictures a printed page carries easily; it is held several times over, here and in the browser. */
const carriedBytes = 32 * 1024 * 1024
/** Smaller ones stay on the page, also among large ones. */
const smallBytes = 100 * 1024

interface Tools {
  readonly root: string
  readonly browser: Browser
  readonly cacheFolder: string | undefined
}

/**
 * Photographs among the evidence, where there are too many for a page to carry: each is shrunk to what print shows and
 * drawn in when the book is bound, one after another.
 */
export class LargePictures implements BoundPictures {
  readonly #book: Book
  readonly #tools: Tools
  readonly #bound: ReadonlySet<string>
  readonly #findings: Finding[] = []
  readonly #coloured = new Set<number>()

  constructor(book: Book, tools: Tools) {
    this.#book = book
    this.#tools = tools
    const sizes = new Map(
      picturesOf(book).map(({ file }) => [file, sizeOf(tools.root, file)] as const),
    )
    const all = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
    const large = [...sizes].flatMap(([file, bytes]) => (bytes > smallBytes ? [file] : []))
    this.#bound = new Set(all > carriedBytes ? large : [])
  }

  readonly isBound = (file: string): boolean => this.#bound.has(file)

  /** What could not be drawn. */
  get findings(): readonly Finding[] {
    return this.#findings
  }

  /** Pages of the book with a picture in colour. */
  get coloured(): readonly number[] {
    return [...this.#coloured]
  }

  async make(image: BookImage, page: number): ReturnType<BoundPictures['make']> {
    const { root, browser, cacheFolder } = this.#tools
    const { file } = image
    const source = readPicture(root, path.normalize(file))
    const options =
      cacheFolder === undefined ? {} : { cacheFolder: path.join(cacheFolder, 'pictures') }
    const picture =
      source === undefined ? undefined : await printPicture(source, image, browser, options)
    if (picture === undefined)
      this.#findings.push(pictureBroken(placeOfPicture(file, this.#book), { file }))
    if (picture?.isColour === true) this.#coloured.add(page)
    return picture
  }
}

/** Pictures among the evidence of a book. */
export function picturesOf({ runs }: Book): readonly BookImage[] {
  return runs.flatMap(({ blocks }) =>
    [...allBookBlocks(blocks)].flatMap((block) =>
      block.kind === 'exhibit' && block.shows.kind === 'image' ? [block.shows.image] : [],
    ),
  )
}

/** Scanned files among the evidence of a book, each once. */
export function scannedFilesOf({ runs }: Book): readonly string[] {
  const files = runs.flatMap(({ blocks }) =>
    [...allBookBlocks(blocks)].flatMap((block) =>
      block.kind === 'exhibit' && block.shows.kind === 'pdf-page' ? [block.shows.file] : [],
    ),
  )
  return [...new Set(files)]
}

export function sizeOf(root: string, file: string): number {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.size ?? 0
}
