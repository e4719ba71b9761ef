import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { colourPages, releaseMemory } from '@ziping/pdf'
import type { Packing } from './pack-request.ts'
import { heavyBytes } from './printed-bytes.ts'

/**
 * Which pages of the volumes show colour. In a volume of ordinary size every page is looked at. In one of hundreds of
 * scans the pages without their scans, and each scan in the file it came from: one at a time, and once for all volumes.
 */
export class ColourCount {
  readonly #packing: Pick<Packing, 'built' | 'subject' | 'onStep'>
  readonly #scans = new Map<string, ReadonlySet<number>>()

  constructor(packing: Pick<Packing, 'built' | 'subject' | 'onStep'>) {
    this.#packing = packing
  }

  /** Pages of a printed document, from 1. */
  async pagesOf(document: string, bytes: Uint8Array): Promise<readonly number[]> {
    if (bytes.length <= heavyBytes) return colourPages(bytes)
    const { scans = [], coloured = [] } = this.#packing.built.bound.get(document) ?? {}
    const pages = new Set([...(await colourPages(bytes, { pictures: false })), ...coloured])
    releaseMemory()
    for (const [index, { page, file, sourcePage }] of scans.entries()) {
      this.#packing.onStep?.({ stage: 'colours', file, done: index + 1, count: scans.length })
      if ((await this.#scanned(file)).has(sourcePage)) pages.add(page)
    }
    return [...pages].sort((a, b) => a - b)
  }

  async #scanned(file: string): Promise<ReadonlySet<number>> {
    const known = this.#scans.get(file)
    if (known !== undefined) return known
    const bytes = await readFile(path.join(this.#packing.subject.workspace.root, file))
    const pages = new Set(await colourPages(bytes))
    this.#scans.set(file, pages)
    return pages
  }
}
