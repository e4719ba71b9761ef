import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copySample, runNeovim } from './neovim-run.ts'

const sample = path.resolve(import.meta.dirname, '../../content/samples/nantong-org')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping-neovim-'))
const root = path.join(scratch, '申报')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Session {
  readonly late?: string
  readonly diagnostics: { readonly line: number; readonly expected: number }
  readonly fixed: string
  readonly hover: string
  readonly completion: readonly string[]
  readonly renamed: boolean
  readonly times: readonly number[]
}

let session: Session

beforeAll(async () => {
  copySample('nantong-org', root)
  const script = path.join(import.meta.dirname, 'neovim.lua')
  session = await runNeovim(script, { root, scratch })
})

describe('a session of Neovim', () => {
  it('shows findings on unsaved text, and mends them', () => {
    expect(session.late).toBeUndefined()
    expect(session.diagnostics.line).toBe(session.diagnostics.expected)
    expect(session.fixed).toBe('高层以身作则，带头改进。')
  })

  it('hovers, completes, renames', () => {
    expect(session.hover).toContain('确定方向')
    expect(session.completion).toContain('tbl-culture')
    expect(session.renamed).toBe(true)
  })

  it('leaves the files alone', () => {
    const name = 'report/01-领导.md'
    expect(readFileSync(path.join(root, name))).toEqual(readFileSync(path.join(sample, name)))
  })

  it('answers every keystroke', () => {
    // How fast is for the record (docs/decisions/0017): a busy machine is no fault of the server.
    const { times } = session
    expect(times).toHaveLength(Number(process.env['ZIPING_KEYSTROKES'] ?? 10))
    const sorted = times.toSorted((a, b) => a - b)
    const at = (share: number): string => sorted[Math.floor(times.length * share)]?.toFixed(1) ?? ''
    process.stdout.write(`keystroke to findings: median ${at(0.5)} ms, 95 % ${at(0.95)} ms\n`)
  })
})
