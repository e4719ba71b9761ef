import { run } from '../packages/cli/src/run.ts'
import type { Ended } from './run-ziping.ts'

/** The real program in this process: for tests that start it dozens of times. */
export async function runInside(
  words: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Ended> {
  let out = ''
  let err = ''
  const code = await run(words, {
    cwd: options.cwd,
    env: { ...process.env, GITHUB_WORKSPACE: undefined, ZIPING_LANG: '', ...options.env },
    stdin: noInput(),
    stdout: { write: (text: string) => keep(() => (out += text)) },
    stderr: { write: (text: string) => keep(() => (err += text)) },
    interrupted: () => new Promise(() => undefined),
  })
  return { code, out, err }
}

async function* noInput(): AsyncGenerator<Uint8Array> {}

function keep(add: () => void): boolean {
  add()
  return true
}
