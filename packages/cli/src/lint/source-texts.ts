import { readFileSync } from 'node:fs'
import path from 'node:path'
import { decodeText, type Overlay, SourceText } from '@ziping/report'

/** The texts of a workspace's files, as they were judged; for those who show or change a place in them. */
export class SourceTexts {
  readonly #root: string
  readonly #overlay: Overlay
  readonly #known = new Map<string, SourceText | undefined>()

  constructor(root: string, overlay: Overlay = new Map()) {
    this.#root = root
    this.#overlay = overlay
  }

  find(file: string): SourceText | undefined {
    if (!this.#known.has(file)) {
      const text = this.#overlay.get(file) ?? this.#read(file)
      this.#known.set(file, text === undefined ? undefined : new SourceText(file, text))
    }
    return this.#known.get(file)
  }

  /** One line of a file, without its end. */
  line(file: string, line: number): string | undefined {
    const source = this.find(file)
    if (source === undefined) return undefined
    const start = source.offset(line, 1)
    return /^[^\r\n]*/.exec(source.text.slice(start))?.[0]
  }

  #read(file: string): string | undefined {
    for (const name of [file, file.normalize('NFD')])
      try {
        const decoded = decodeText(readFileSync(path.join(this.#root, name)))
        return decoded.kind === 'text' ? decoded.text : undefined
      } catch {
        // What cannot be read has a finding of its own.
      }
    return undefined
  }
}
