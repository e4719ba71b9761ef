import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Diagnostic, LanguageClient } from '../../language-client.ts'
import { copySample, runNeovim } from '../neovim-run.ts'

const scratch = mkdtempSync(path.join(tmpdir(), 'ziping-hour-'))
const root = path.join(scratch, '申报')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const edits = Number(process.env['ZIPING_EDITS'] ?? 5000)

interface Session {
  readonly late?: string
  readonly edits: number
  readonly counts: Readonly<Record<string, number>>
  /** Milliseconds from an edit to its findings, from a question to its answer. */
  readonly times: readonly number[]
  readonly completions: readonly number[]
  /** The server’s memory in kilobytes, after every twentieth edit. */
  readonly memory: readonly number[]
  readonly texts: Readonly<Record<string, string>>
  readonly held: Readonly<Record<string, string>>
  readonly findings: readonly { readonly uri: string; readonly found: readonly Diagnostic[] }[]
}

let session: Session
let files: readonly string[]
let saved: ReadonlyMap<string, string>

beforeAll(async () => {
  copySample('nantong-org', root)
  const chapters = readdirSync(path.join(root, 'report')).map((name) => `report/${name}`)
  files = [...chapters, 'overview.md', 'data/indicators.yaml', 'evidence/evidence.yaml']
  saved = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))
  session = await runNeovim(path.join(import.meta.dirname, 'neovim-session.lua'), {
    root,
    scratch,
    env: { ZIPING_EDITS: String(edits), ZIPING_FILES: files.join('\n') },
  })
  process.stdout.write(figures(session))
}, 3 * 3_600_000)

describe(`${edits} edits in Neovim`, () => {
  it('are all answered', () => {
    expect(session.late).toBeUndefined()
    expect(session.edits).toBe(edits)
  })

  it('leave the server with the text of each buffer', () => {
    expect(session.held).toEqual(session.texts)
    expect(session.texts).not.toEqual(Object.fromEntries(saved))
  })

  it('end with the findings of a fresh start', async () => {
    const fresh = new LanguageClient(root)
    await fresh.start()
    for (const file of files) fresh.open(file, session.texts[file])
    for (const file of files) await fresh.settled(file)
    const found = [...fresh.diagnostics].map(([uri, diagnostics]) => ({ uri, found: diagnostics }))
    await fresh.stop()
    expect(shown(session.findings)).toEqual(shown(found))
    expect(shown(found)).not.toEqual([])
  })

  it('write no file', () => {
    for (const [file, text] of saved)
      expect(readFileSync(path.join(root, file), 'utf8'), file).toBe(text)
  })

  it('let the server’s memory grow by a fifth at most', () => {
    const { early, late } = memoryOf(session)
    expect(late).toBeLessThanOrEqual(early * 1.2)
  })
})

/** Each finding as a line of text. */
function shown(findings: Session['findings']): readonly string[] {
  return findings
    .flatMap(({ uri, found }) =>
      found.map(({ range, severity, code, message }) =>
        JSON.stringify([
          path.relative(root, fileURLToPath(uri)),
          range.start.line,
          range.start.character,
          range.end.line,
          range.end.character,
          severity,
          code,
          message,
        ]),
      ),
    )
    .sort()
}

/** After the first 500 edits and at the end, each as the median of some readings: between two a collection may fall. */
function memoryOf({ memory }: Session): { readonly early: number; readonly late: number } {
  const at = Math.min(25, Math.floor(memory.length / 2))
  return { early: middle(memory.slice(at - 10, at + 10)), late: middle(memory.slice(-20)) }
}

function middle(numbers: readonly number[], share = 0.5): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** For the record; how fast is nothing that a test on a busy machine can decide. */
function figures({ times, completions, memory, counts, ...session }: Session): string {
  const { early, late } = memoryOf({ times, completions, memory, counts, ...session })
  const about = (numbers: readonly number[]): string =>
    `median ${middle(numbers).toFixed(1)} ms, 95 % ${middle(numbers, 0.95).toFixed(1)} ms of ${numbers.length}`
  return [
    `${session.edits} edits: ${JSON.stringify(counts)}`,
    `edit to findings: ${about(times)}; the last 500: ${about(times.slice(-500))}`,
    `completion: ${about(completions)}`,
    `memory: ${early} kB after the first 500, ${late} kB at the end (${((late / early - 1) * 100).toFixed(1)} %)\n`,
  ].join('\n')
}
