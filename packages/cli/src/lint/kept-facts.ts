import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Award } from '@ziping/award'
import type { FileView } from '@ziping/lint'
import type { Workspace } from '@ziping/report'
import { cacheFolder } from '../cache-folder.ts'
import type { Invocation } from '../command.ts'
import type { Context } from '../context.ts'
import { isKept, keptRuns } from './kept-run.ts'

/** Facts by name, for each file by all that gathering depended on. */
type Entries = Readonly<Record<string, readonly (readonly [string, unknown])[]>>

/**
 * What the rules gathered from the files of one workspace, in one file that may be deleted at any time. An entry counts
 * only for the same program, award, text and surroundings; what is cut off, edited or from elsewhere counts for nothing.
 */
export class KeptFacts {
  readonly #file: string
  readonly #program: string

  /** `program` says which program, award and code lists gather here. */
  constructor(folder: string, root: string, program: string) {
    this.#program = program
    this.#file = path.join(folder, `${hashOf(root)}.json`)
  }

  /** Gives every file that has not changed what was gathered from it before. */
  give(views: readonly FileView[]): void {
    const entries = this.#read()
    for (const view of views) {
      const facts = entries[this.#keyOf(view)]
      if (facts !== undefined) view.hold(new Map(facts))
    }
  }

  /** Keeps what has been gathered, if any of it is new. */
  keep(views: readonly FileView[]): void {
    if (!views.some(({ hasNews }) => hasNews)) return
    const entries = views.map((view) => [this.#keyOf(view), [...view.gathered]])
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true })
      const body = JSON.stringify(Object.fromEntries(entries))
      const temporary = `${this.#file}.${process.pid}.tmp`
      writeFileSync(temporary, `${hashOf(this.#program, body)}\n${body}`)
      renameSync(temporary, this.#file)
    } catch {
      // What cannot be kept only costs time.
    }
  }

  #keyOf({ file, source, key }: FileView): string {
    return hashOf(this.#program, file, source.text, key)
  }

  #read(): Entries {
    try {
      const text = readFileSync(this.#file, 'utf8')
      const end = text.indexOf('\n')
      const body = text.slice(end + 1)
      return text.slice(0, end) === hashOf(this.#program, body) ? JSON.parse(body) : {}
    } catch {
      return {}
    }
  }
}

/** Where the facts of a run are kept; nowhere, where runs are not. */
export function factsHere(
  invocation: Invocation,
  context: Context,
): (workspace: Workspace, award: Award) => KeptFacts | undefined {
  const folder = cacheFolder(context.env, 'facts')
  const runs = isKept(invocation) ? keptRuns(context) : undefined
  if (runs === undefined || folder === undefined) return () => undefined
  return ({ root, criteria }, award) => {
    const program = hashOf(runs.program, award.id, JSON.stringify(criteria))
    return new KeptFacts(folder, root, program)
  }
}

/** By UTF-16 units: in UTF-8 all halves of broken pairs would look alike. */
function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(Buffer.from(part, 'utf16le'))
  return hash.digest('hex')
}
