import path from 'node:path'
import type { Award } from '@ziping/award'
import type { FileView } from '@ziping/lint'
import type { Workspace } from '@ziping/report'
import { hashOf, readSealed, writeSealed } from '@ziping/report/sealed-file'
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
    // Only this class seals files under this key.
    const entries = (readSealed(this.#file, this.#program) ?? {}) as Entries
    for (const view of views) {
      const facts = entries[this.#keyOf(view)]
      if (facts !== undefined) view.hold(new Map(facts))
    }
  }

  /** Keeps what has been gathered, if any of it is new. */
  keep(views: readonly FileView[]): void {
    if (!views.some(({ hasNews }) => hasNews)) return
    const entries = views.map((view) => [this.#keyOf(view), [...view.gathered]])
    writeSealed(this.#file, this.#program, Object.fromEntries(entries))
  }

  #keyOf({ file, source, key }: FileView): string {
    return hashOf(this.#program, file, source.text, key)
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
