import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { loadCodeLists } from '@ziping/forms'
import {
  createSubject,
  lintReport,
  ruleSettings,
  rules,
  settingFindings,
  settleRules,
} from '@ziping/lint'
import { checkData, DiskCache, openReport, readWorkspace } from '@ziping/report'
import type { Fault, FaultPlace } from './fault.ts'

const samples = path.resolve(import.meta.dirname, '../../content/samples')
const skipped = new Set(['dist', '.git'])

/** A copy of a sample that faults are put into, one after the other; what stays the same is parsed once. */
export class SeededSample {
  readonly #root: string
  readonly #aside = mkdtempSync(path.join(tmpdir(), 'ziping-aside-'))
  readonly #parsed = new DiskCache()

  constructor(name: string, root: string = mkdtempSync(path.join(tmpdir(), 'ziping-seeded-'))) {
    this.#root = root
    cpSync(path.join(samples, name), this.#root, {
      recursive: true,
      filter: (from) => !skipped.has(path.basename(from)),
    })
  }

  /** What the linter says of the copy as it lies there. */
  async lint(): Promise<readonly Finding[]> {
    const workspace = readWorkspace(this.#root)
    const award = await loadAward(workspace.config.awards[0] ?? '')
    const report = openReport(workspace, award, this.#parsed)
    const found = [
      ...workspace.findings,
      ...(await checkData(workspace)),
      ...settingFindings(workspace.configFile, rules),
    ]
    const subject = createSubject(workspace, report, await loadCodeLists(award), { found })
    return lintReport(subject, settleRules(rules, award, ruleSettings(workspace.configFile), {}))
  }

  /** Does something while the fault is in, and takes the fault out again. */
  async withFault<Result>(fault: Fault, look: () => Promise<Result>): Promise<Result> {
    const undo = this.#seed(fault)
    try {
      return await look()
    } finally {
      undo()
    }
  }

  text(file: string): string {
    return readFileSync(path.join(this.#root, file), 'utf8')
  }

  /** The number of the one line that a place means. */
  lineOf({ file, line }: FaultPlace): number {
    if (typeof line === 'number') return line
    const lines = this.text(file).split('\n')
    const having = lines.flatMap((text, index) => (text.includes(line) ? [index + 1] : []))
    const [only] = having
    if (only === undefined || having.length > 1)
      throw new Error(`${having.length} lines of ${file} have “${line}”`)
    return only
  }

  remove(): void {
    for (const folder of [this.#root, this.#aside]) rmSync(folder, { recursive: true })
  }

  /** Puts a fault in; gives what takes it out. */
  #seed({ file, before, after, create, remove }: Fault): () => void {
    if (remove !== undefined) return this.#setAside(remove)
    if (create !== undefined) {
      const uncreate = this.#create(create)
      if (before === undefined) return uncreate
      const undo = this.#replace(file, before, after)
      return () => {
        undo()
        uncreate()
      }
    }
    return this.#replace(file, before, after)
  }

  #replace(file: string, before: string | undefined, after: string | undefined): () => void {
    const text = this.text(file)
    const parts = text.split(before ?? '')
    if (before === undefined || after === undefined || parts.length !== 2)
      throw new Error(`${file} has the words before the fault ${parts.length - 1} times`)
    writeFileSync(path.join(this.#root, file), parts.join(after))
    return () => writeFileSync(path.join(this.#root, file), text)
  }

  #setAside(name: string): () => void {
    const [here, aside] = [path.join(this.#root, name), path.join(this.#aside, 'removed')]
    renameSync(here, aside)
    return () => renameSync(aside, here)
  }

  #create(files: Readonly<Record<string, string>>): () => void {
    const names = Object.keys(files).map((name) => path.join(this.#root, name))
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(this.#root, name)), { recursive: true })
      writeFileSync(path.join(this.#root, name), bytesOf(text), { flag: 'wx' })
    }
    return () => {
      for (const name of names) rmSync(name)
    }
  }
}

/** A picture is written as `base64:…`. */
function bytesOf(text: string): string | Uint8Array {
  const [, encoded] = /^base64:(.*)$/s.exec(text) ?? []
  return encoded === undefined ? text : Buffer.from(encoded, 'base64')
}
