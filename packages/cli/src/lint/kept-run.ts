import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashOf, readSealed, writeSealed } from '@ziping/report/sealed-file'
import { cacheFolder } from '../cache-folder.ts'
import type { Invocation } from '../command.ts'
import type { Context } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { folderState } from './folder-state.ts'

/** Where runs are kept, and the state of the program that made them. */
export interface KeptRuns {
  readonly folder: string
  readonly program: string
}

/** What a run printed, in its order, and how it ended. */
interface Run {
  readonly said: readonly (readonly ['out' | 'note', string])[]
  readonly code: ExitCode
}

/** What reads or changes more than the workspace, or goes on; such runs are never kept. */
const neverKept = [
  'fix',
  'watch',
  'stdin',
  'stdin-filename',
  'baseline',
  'write-baseline',
  'allow-workspace-rules',
]

/**
 * The same words about the same files come to the same result: it is printed again, without loading a rule. A kept run
 * counts only while the program, the awards and every file in the workspaces are as they were.
 */
export async function keptRun(
  invocation: Invocation,
  context: Context,
  run: (context: Context) => Promise<ExitCode>,
  runs: KeptRuns | undefined = keptRuns(context),
): Promise<ExitCode> {
  const roots = isKept(invocation) ? rootsOf(invocation, context) : undefined
  if (runs === undefined || roots === undefined) return run(context)
  const words = wordsOf(invocation, context, roots)
  const file = path.join(runs.folder, `${hashOf(runs.program, words)}.json`)
  const state = stateOf(runs, roots)
  if (state === undefined) return run(context)
  const key = hashOf(runs.program, words, state)
  const kept = read(file, key)
  if (kept !== undefined) return repeat(kept, context)
  const made = await recorded(run, context)
  // What was changed while it was read is judged anew next time.
  if (stateOf(runs, roots) === state) writeSealed(file, key, made)
  return made.code
}

const known = new Map<string | undefined, KeptRuns | undefined>()

/** Only the bundled program keeps runs: the name of each of its parts changes with what is in it. */
export function keptRuns({ env }: Pick<Context, 'env'>): KeptRuns | undefined {
  const folder = cacheFolder(env, 'runs')
  if (!known.has(folder)) known.set(folder, findRuns(folder))
  return known.get(folder)
}

function findRuns(folder: string | undefined): KeptRuns | undefined {
  const own = fileURLToPath(import.meta.url)
  const main = path.join(path.dirname(own), 'main.js')
  if (own.endsWith('.ts') || folder === undefined || !existsSync(main)) return undefined
  const content = fileURLToPath(new URL('.', import.meta.resolve('@ziping/content/package.json')))
  const parts = ['awards', 'criteria', 'codes', 'schemas', 'compiled']
  const states = parts.map((part) => folderState(path.join(content, part), 'by-date'))
  if (states.includes(undefined)) return undefined
  return {
    folder,
    program: hashOf(process.version, own, readFileSync(main, 'utf8'), ...states.map(String)),
  }
}

export function isKept({ options }: Invocation): boolean {
  return neverKept.every((name) => options[name] === undefined || options[name] === false)
}

/** The workspaces of what was named; without a name, the one around. Nothing, where one lies in none. */
function rootsOf({ positionals }: Invocation, { cwd }: Context): readonly string[] | undefined {
  const named =
    positionals.length === 0 ? [cwd] : positionals.map((name) => path.resolve(cwd, name))
  const roots = named.map((name) => (existsSync(name) ? rootAbove(name) : undefined))
  return roots.includes(undefined)
    ? undefined
    : [...new Set(roots.filter((one) => one !== undefined))]
}

/** As `findWorkspace` of report, which takes longer to load than this whole file to run. */
function rootAbove(from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'ziping.yaml'))) return folder
    if (path.dirname(folder) === folder) return undefined
  }
}

function wordsOf(invocation: Invocation, context: Context, roots: readonly string[]): string {
  const { cwd, calledFrom, language, columns, isScreen, style, env } = context
  const shown = [cwd, calledFrom, language, columns, isScreen, style.red('·')]
  const date = env['SOURCE_DATE_EPOCH'] ?? ''
  const { positionals, options } = invocation
  return JSON.stringify([positionals, Object.entries(options).sort(), shown, date, roots])
}

function stateOf(runs: KeptRuns, roots: readonly string[]): string | undefined {
  const states = roots.map((root) => folderState(root, 'by-content'))
  return states.includes(undefined) ? undefined : hashOf(runs.program, ...states.map(String))
}

async function recorded(
  run: (context: Context) => Promise<ExitCode>,
  context: Context,
): Promise<Run> {
  const said: (readonly ['out' | 'note', string])[] = []
  const tell =
    (how: 'out' | 'note') =>
    (text: string): void => {
      said.push([how, text])
      context[how](text)
    }
  const code = await run({ ...context, out: tell('out'), note: tell('note') })
  return { said, code }
}

function repeat({ said, code }: Run, context: Context): ExitCode {
  for (const [how, text] of said) context[how](text)
  return code
}

function read(file: string, key: string): Run | undefined {
  const kept = readSealed(file, key) as Run | undefined
  return kept === undefined ? undefined : asRun(kept)
}

function asRun(value: Run): Run | undefined {
  return Object.values(exitCodes).includes(value.code) ? value : undefined
}
