import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import type { Ended } from '../run-ziping.ts'

/** How much memory a command took, in megabytes; both at their highest, which need not be the same moment. */
export interface Memory {
  /** Of the command's own process, as the system counted it. */
  readonly own: number
  /** Of all it started, the browser above all; what several share is counted once. */
  readonly children: number
}

/** Runs a program and watches it and all that it starts. Linux only: it reads /proc. */
export function measuredRun(
  words: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Ended & { readonly memory: Memory; readonly seconds: number }> {
  return new Promise((resolve, reject) => {
    const started = Date.now()
    const child = spawn(process.execPath, [...words], {
      cwd,
      env: { ...process.env, GITHUB_WORKSPACE: undefined, ZIPING_LANG: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [out, err, own, children] = ['', '', 0, 0]
    const look = (): void => {
      own = Math.max(own, highest(child.pid ?? 0))
      children = Math.max(children, childrenOf(child.pid ?? 0))
    }
    const timer = setInterval(look, 1000)
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', reject).on('close', (code) => {
      clearInterval(timer)
      const seconds = (Date.now() - started) / 1000
      resolve({ code, out, err, memory: { own, children }, seconds })
    })
  })
}

function highest(pid: number): number {
  return megabytes(read(`/proc/${pid}/status`), /^VmHWM:\s+(\d+) kB/m)
}

function childrenOf(pid: number): number {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(Number(name))]),
  )
  const isBelow = (one: number | undefined): boolean =>
    one !== undefined && one > 1 && (one === pid || isBelow(parents.get(one)))
  return [...parents]
    .filter(([, parent]) => isBelow(parent))
    .reduce(
      (sum, [one]) => sum + megabytes(read(`/proc/${one}/smaps_rollup`), /^Pss:\s+(\d+) kB/m),
      0,
    )
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)
}

function megabytes(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1] ?? 0) / 1024
}

/** Nothing where the process has just ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
