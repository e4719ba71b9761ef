import type { Image } from '@ziping/report'
import type { LossList } from '../losses.ts'
import type { DocxFile } from '../package/open-docx.ts'
import type { Picture } from '../read/piece.ts'

export interface ImportedFile {
  readonly path: string
  readonly content: string | Uint8Array
}

const signs: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'png'],
  [[0xff, 0xd8, 0xff], 'jpg'],
  [[0x47, 0x49, 0x46, 0x38], 'gif'],
  [[0x52, 0x49, 0x46, 0x46], 'webp'],
]

/** The pictures of a file, each saved once however often it is shown. */
export class Pictures {
  readonly #docx: DocxFile
  readonly #losses: LossList
  readonly #isTaken: (path: string) => boolean
  readonly #saved = new Map<string, ImportedFile | undefined>()
  #count = 0

  constructor(docx: DocxFile, losses: LossList, isTaken: (path: string) => boolean) {
    this.#docx = docx
    this.#losses = losses
    this.#isTaken = isTaken
  }

  get files(): readonly ImportedFile[] {
    return [...this.#saved.values()].filter((file) => file !== undefined)
  }

  imageOf(picture: Picture): Image | undefined {
    if (!this.#saved.has(picture.part)) this.#saved.set(picture.part, this.#save(picture.part))
    const file = this.#saved.get(picture.part)
    if (file === undefined) return undefined
    const span = { start: 0, end: 0 }
    return { kind: 'image', url: `../${file.path}`, alt: picture.alt, attributes: {}, span }
  }

  #save(part: string): ImportedFile | undefined {
    const content = this.#docx.bytes(part)
    if (content === undefined || content.length === 0) {
      this.#losses.add('picture-missing', part)
      return undefined
    }
    const known = signs.find(([sign]) => sign.every((byte, index) => content[index] === byte))?.[1]
    const written = /\.([A-Za-z0-9]{1,5})$/.exec(part)?.[1]?.toLowerCase() ?? 'bin'
    const extension = known ?? written
    if (known === undefined && extension !== 'svg') this.#losses.add('picture-format', part)
    return { path: this.#free(extension), content }
  }

  #free(extension: string): string {
    for (;;) {
      this.#count += 1
      const path = `images/word-${String(this.#count).padStart(2, '0')}.${extension}`
      if (!this.#isTaken(path)) return path
    }
  }
}
