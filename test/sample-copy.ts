import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const samples = path.resolve(import.meta.dirname, '../content/samples')

/** A sample that a test may change: a copy without outputs. */
export class SampleCopy implements Disposable {
  readonly folder: string
  readonly #parent: string

  constructor(name: string) {
    this.#parent = mkdtempSync(path.join(tmpdir(), 'ziping-sample-'))
    this.folder = path.join(this.#parent, name)
    cpSync(path.join(samples, name), this.folder, {
      recursive: true,
      filter: (source) => path.basename(source) !== 'dist',
    })
  }

  file(name: string): string {
    return path.join(this.folder, name)
  }

  /** Changes a text of the sample; a change that changes nothing is a mistake of the test. */
  change(name: string, from: string | RegExp, to: string): void {
    const before = readFileSync(this.file(name), 'utf8')
    const after = before.replace(from, to)
    if (after === before) throw new Error(`${name} has no ${String(from)}`)
    writeFileSync(this.file(name), after)
  }

  remove(name: string): void {
    rmSync(this.file(name), { recursive: true })
  }

  [Symbol.dispose](): void {
    rmSync(this.#parent, { recursive: true, force: true })
  }
}
