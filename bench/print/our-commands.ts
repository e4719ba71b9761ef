import { rmSync } from 'node:fs'
import path from 'node:path'
import { rewordChapter } from './as-workspace.ts'
import type { Command } from './measure-tree.ts'
import { isPdf, type Printer } from './pdf-commands.ts'

const program = path.resolve(import.meta.dirname, '../../packages/cli/dist/main.js')

export interface Ours {
  /** Holds the fetched browser and fonts, and what builds keep. */
  readonly cache: string
  readonly browser: string
}

export const kept = "ziping, with the last build's page map"
export const first = 'ziping, first build'
export const edited = 'ziping, after an edit that moves no page'

/** The same workspace three times: what was printed before decides how often it must be printed now. */
export function ourPrinters(one: string, changing: string, ours: Ours): readonly Printer[] {
  return [
    printer(kept, one, ours, () => undefined),
    printer(first, one, { ...ours, cache: path.join(ours.cache, 'first') }, () =>
      forget(path.join(ours.cache, 'first')),
    ),
    printer(edited, changing, ours, (round) => rewordChapter(changing, round)),
  ]
}

export function printer(
  name: string,
  workspace: string,
  ours: Ours,
  before: (round: number) => void,
): Printer {
  const output = path.join(workspace, 'dist/自评报告.pdf')
  return {
    ...command(name, workspace, ours, 'pdf'),
    output,
    prepare: (round) => {
      before(round)
      rmSync(output, { force: true })
    },
    check: () => isPdf(output),
  }
}

export function command(
  name: string,
  workspace: string,
  { cache, browser }: Ours,
  format: 'pdf' | 'docx' | 'docx,pdf',
): Pick<Command, 'name' | 'program' | 'words' | 'cwd' | 'env'> {
  return {
    name,
    program: process.execPath,
    words: [program, 'build', 'report', '--format', format],
    cwd: workspace,
    env: { ZIPING_CACHE: cache, ZIPING_BROWSER: browser, ZIPING_LANG: 'en' },
  }
}

/** All that builds keep; what is compiled and what was installed stays, as on any machine that has the command. */
export function forget(cache: string): void {
  for (const part of ['build', 'parsed', 'subsets', 'lint'])
    rmSync(path.join(cache, 'ziping', part), { recursive: true, force: true })
}
