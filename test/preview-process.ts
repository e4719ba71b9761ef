import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const samples = path.resolve(import.meta.dirname, '../content/samples')

/** A copy of a sample that may be changed; removed when its preview is stopped. */
export function copyOfSample(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ziping 预览 '))
  const isMaterial = (from: string): boolean => path.basename(from) !== 'dist'
  cpSync(path.join(samples, name), folder, { recursive: true, filter: isMaterial })
  return folder
}

/** `ziping preview` as a process of its own. */
export interface RunningPreview {
  readonly folder: string
  readonly url: string
  /** `http://127.0.0.1:41234`. */
  readonly origin: string
  readonly token: string
  readonly child: ChildProcess
  /** What it has written for its user so far. */
  notes(): string
  /** Asks as an editor does, with the token. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Leaves the workspace as it is. */
  end(): Promise<void>
  stop(): Promise<void>
}

export async function startPreview(
  program: string,
  folder: string,
  options: readonly string[] = [],
): Promise<RunningPreview> {
  const child = spawn(process.execPath, [program, '-C', folder, 'preview', ...options], {
    env: { ...process.env, ZIPING_LANG: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let noted = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    noted += text
  })
  const url = await firstLine(child)
  const { origin, searchParams } = new URL(url)
  const token = searchParams.get('token') ?? ''
  const end = async (): Promise<void> => {
    child.kill('SIGINT')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  return {
    folder,
    url,
    origin,
    token,
    child,
    notes: () => noted,
    ask: (address, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('Authorization', `Bearer ${token}`)
      return fetch(`${origin}${address}`, { ...init, headers })
    },
    end,
    stop: async () => {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.setEncoding('utf8').on('data', (more: string) => {
      text += more
      const end = text.indexOf('\n')
      if (end >= 0) resolve(text.slice(0, end))
    })
    child.once('exit', (code) => reject(new Error(`preview ended with ${code}: ${text}`)))
  })
}

/** Asks again and again until something holds. */
export async function until<Value>(
  get: () => Promise<Value | undefined>,
  seconds = 240,
): Promise<Value> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const value = await get()
    if (value !== undefined) return value
    if (Date.now() > end) throw new Error(`not within ${seconds} s`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
