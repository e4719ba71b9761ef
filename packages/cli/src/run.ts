import { statSync } from 'node:fs'
import path from 'node:path'
import type { WriteStream } from 'node:tty'
import { Failure, type Language } from '@ziping/diagnostics'
import { type Command, globalOptions, type Invocation } from './command.ts'
import { commands } from './commands/index.ts'
import type { Context } from './context.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { commandHelp, mainHelp } from './help.ts'
import { showBug, showFailure } from './print/failure.ts'
import { createStyle } from './print/style.ts'
import { noSuchCommand, parseOptions } from './usage.ts'
import { version } from './version.ts'

export interface Process {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Pick<WriteStream, 'write'> & {
    readonly isTTY?: boolean
    readonly columns?: number
  }
  readonly stderr: Pick<WriteStream, 'write'>
  interrupted(): Promise<void>
}

/** Runs the program: the words typed in, an exit code out. */
export async function run(typed: readonly string[], process: Process): Promise<ExitCode> {
  const context = createContext(typed, process)
  try {
    return await dispatch(typed, context)
  } catch (cause) {
    context.note(cause instanceof Failure ? showFailure(cause, context) : showBug(cause, context))
    return exitCodes.failure
  }
}

async function dispatch(typed: readonly string[], context: Context): Promise<ExitCode> {
  const { before, name, after } = await splitAtCommand(typed, context.cwd)
  if (name === undefined) {
    if (before.some((word) => word === '-V' || word === '--version')) context.out(version)
    else context.out(mainHelp(commands, context))
    const asked = before.some((word) => ['-V', '--version', '-h', '--help'].includes(word))
    return asked ? exitCodes.fine : exitCodes.failure
  }
  if (name === 'help') return help(after[0], context)
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) throw noSuchCommand(name, commands)
  const invocation = parseOptions([...before, ...after], command)
  if (invocation.options['help'] === true) {
    context.out(commandHelp(command, context))
    return exitCodes.fine
  }
  return runCommand(command, invocation, context)
}

function help(name: string | undefined, context: Context): ExitCode {
  if (name === undefined) {
    context.out(mainHelp(commands, context))
    return exitCodes.fine
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) throw noSuchCommand(name, commands)
  context.out(commandHelp(command, context))
  return exitCodes.fine
}

function runCommand(command: Command, invocation: Invocation, context: Context): Promise<ExitCode> {
  const dir = invocation.options['dir']
  const cwd = typeof dir === 'string' ? path.resolve(context.cwd, dir) : context.cwd
  return command.run(invocation, { ...context, cwd })
}

/** Global options may stand before the command; so may a folder with a workspace. */
async function splitAtCommand(
  typed: readonly string[],
  cwd: string,
): Promise<{
  readonly before: readonly string[]
  readonly name?: string
  readonly after: readonly string[]
}> {
  const before: string[] = []
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at] ?? ''
    if (!word.startsWith('-')) {
      const isFolder =
        !commands.some((command) => command.name === word) &&
        (await isWorkspace(path.resolve(cwd, word)))
      if (!isFolder) return { before, name: word, after: typed.slice(at + 1) }
      before.push('-C', word)
      continue
    }
    before.push(word)
    const takesValue = globalOptions.some(
      (option) =>
        option.value !== undefined &&
        (word === `--${option.name}` || word === `-${option.short ?? ''}`),
    )
    const value = typed[at + 1]
    if (takesValue && value !== undefined) {
      before.push(value)
      at++
    }
  }
  return { before, after: [] }
}

function createContext(typed: readonly string[], process: Process): Context {
  const { cwd, env, stdout, stderr } = process
  const colourless = env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== ''
  const isScreen = stdout.isTTY === true && env['TERM'] !== 'dumb'
  return {
    cwd,
    calledFrom: cwd,
    env,
    language: languageOf(typed, env['ZIPING_LANG']),
    style: createStyle(isScreen && !colourless),
    columns: stdout.columns ?? 100,
    isScreen,
    interrupted: () => process.interrupted(),
    input: () => readAll(process.stdin),
    out: (text) => void stdout.write(`${text}\n`),
    note: (text) => void stderr.write(`${text}\n`),
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Read before anything else, so that even a wrong option is told in the right language. */
function languageOf(typed: readonly string[], variable: string | undefined): Language {
  const at = typed.indexOf('--lang')
  const asked =
    at >= 0
      ? typed[at + 1]
      : (typed.find((word) => word.startsWith('--lang='))?.slice(7) ?? variable)
  return asked !== undefined && /^en/i.test(asked) ? 'en' : 'zh-CN'
}

/** The report's packages are only loaded where a folder was named. */
async function isWorkspace(folder: string): Promise<boolean> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return false
  const { findWorkspace } = await import('@ziping/report')
  return findWorkspace(folder) === folder
}
