import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { FoundBrowser } from './found-browser.ts'

const patienceMs = 10_000

/** Starts it once more to hear what it says: while it is spoken to through a pipe, its own words are lost. */
export async function whyNotStarted(
  found: FoundBrowser,
  flags: readonly string[],
): Promise<string | undefined> {
  let folder: string | undefined
  try {
    folder = mkdtempSync(path.join(tmpdir(), 'ziping-browser-'))
    const words = ['--headless', ...flags, `--user-data-dir=${folder}`, '--dump-dom', 'about:blank']
    await promisify(execFile)(found.executable, words, {
      env: { ...process.env, ...found.env, HOME: folder, TMPDIR: folder },
      timeout: patienceMs,
      killSignal: 'SIGKILL',
    })
    return undefined
  } catch (cause) {
    return reasonIn(cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : '')
  } finally {
    if (folder !== undefined)
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

/** The one line a person can use: a missing library, a forbidden sandbox, else the first. */
function reasonIn(output: string): string | undefined {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim())
    .filter((line) => line !== '')
  const telling = lines.find((line) => /shared librar|sandbox|not found|cannot execute/i.test(line))
  return (telling ?? lines[0])?.replace(/([.!]) .*$/, '$1').slice(0, 200)
}
