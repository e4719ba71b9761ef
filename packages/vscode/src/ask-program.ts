import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { choicesNow, environmentFor, programNow } from './extension-settings.ts'

/** What a run of the command said. */
export interface Said {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts the command in a folder; words with spaces would not survive the shell of Windows. */
export function startProgram(
  home: string,
  words: readonly string[],
  cwd: string,
): ChildProcessByStdio<null, Readable, Readable> | undefined {
  const choices = choicesNow()
  const program = programNow(home, choices)
  if (program === undefined) return undefined
  const { command, args, needsShell } = program
  return spawn(command, [...args, ...words], {
    cwd,
    env: environmentFor(program, choices),
    shell: needsShell,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs the command to its end. */
export function askProgram(home: string, words: readonly string[], cwd: string): Promise<Said> {
  return new Promise((resolve) => {
    const child = startProgram(home, words, cwd)
    if (child === undefined) return resolve({ code: null, out: '', err: '' })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', (cause) => resolve({ code: null, out, err: cause.message }))
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
