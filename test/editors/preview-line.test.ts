import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PreviewLine, type Where } from '../../packages/vscode/src/preview-line.ts'
import { program } from '../run-ziping.ts'

const sample = path.resolve(import.meta.dirname, '../../content/samples/wuhan-manager')
const root = mkdtempSync(path.join(tmpdir(), 'ziping 预览 '))
let preview: ChildProcess
let address = ''

beforeAll(async () => {
  cpSync(sample, root, { recursive: true, filter: (name) => path.basename(name) !== 'dist' })
  preview = spawn(process.execPath, [program, 'preview', '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  address = await new Promise((resolve, reject) => {
    preview.stdout?.setEncoding('utf8').on('data', (text: string) => resolve(JSON.parse(text).url))
    preview.on('exit', () => reject(new Error('ziping preview did not start')))
  })
})

afterAll(async () => {
  const gone = new Promise((resolve) => preview.once('exit', resolve))
  preview.kill('SIGINT')
  await gone
  rmSync(root, { recursive: true, force: true })
})

/** What a page of the preview asks and hears. */
function ask(where: string, init: RequestInit = {}): Promise<Response> {
  const url = new URL(address)
  const headers = { Authorization: `Bearer ${url.searchParams.get('token')}` }
  return fetch(new URL(where, url.origin), { ...init, headers })
}

it('a click on a page leads to its line, and the cursor to its page', async () => {
  const clicks: Where[] = []
  const line = new PreviewLine(address)
  line.listen((where) => clicks.push(where))

  const heard: string[] = []
  const listening = new AbortController()
  const events = await ask('/api/events?document=report', { signal: listening.signal })
  void (async () => {
    for await (const bytes of events.body ?? []) heard.push(Buffer.from(bytes).toString('utf8'))
  })().catch(() => undefined)

  const pages = await printed()
  const spot = pages.spots.find(({ where }) => where.line > 10) ?? pages.spots[0]
  if (spot === undefined) throw new Error('no page has a spot')
  const body = JSON.stringify({ document: 'report', sheet: spot.sheet, top: spot.top + 1 })
  await ask('/api/open', { method: 'POST', body })
  while (clicks.length === 0) await sleep(50)
  expect(clicks[0]).toEqual(spot.where)

  line.reveal(spot.where.file, spot.where.line)
  while (!heard.join('').includes('"reveal"')) await sleep(50)
  expect(heard.join('')).toContain(`"line":${spot.where.line}`)
  listening.abort()
  line.close()
})

interface Spot {
  readonly where: Where
  readonly sheet: number
  readonly top: number
}

async function printed(): Promise<{ readonly spots: readonly Spot[] }> {
  for (;;) {
    // A server that is busy printing may close a connection that was kept for the next question.
    const answer = await ask('/api/pages?document=report').catch(() => undefined)
    const pages = JSON.parse((await answer?.text()) ?? '{}')
    if (pages.kind === 'pages') return pages
    if (pages.kind === 'trouble') throw new Error(JSON.stringify(pages))
    await sleep(200)
  }
}
