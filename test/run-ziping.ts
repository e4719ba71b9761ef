import { spawn } from 'node:child_process'
import path from 'node:path'

export const program: string = path.resolve(import.meta.dirname, '../packages/cli/src/main.ts')

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** The real program, as a process of its own. */
export function runZiping(
  words: readonly string[],
  options: {
    readonly cwd: string
    readonly env?: NodeJS.ProcessEnv
    readonly input?: string | Uint8Array
    /** The published command, where the sources would take too long to start. */
    readonly program?: string
  },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [options.program ?? program, ...words], {
      cwd: options.cwd,
      env: {
        ...process.env,
        GITHUB_WORKSPACE: undefined,
        ZIPING_CACHE: '',
        ZIPING_LANG: '',
        ...options.env,
      },
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }))
    child.stdin.on('error', () => undefined).end(options.input)
  })
}
