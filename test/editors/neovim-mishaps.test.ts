import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copySample, runNeovim } from './neovim-run.ts'

const scratch = mkdtempSync(path.join(tmpdir(), 'ziping-mishaps-'))
const root = path.join(scratch, '申报')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Session {
  readonly late?: string
  readonly broken: readonly string[]
  readonly hover: string
  readonly hoverAfter: string
  readonly text: string
  readonly held: string
}

const files = ['ziping.yaml', 'report/01-领导.md']
const read = (): readonly string[] =>
  files.map((file) => readFileSync(path.join(root, file), 'utf8'))
let saved: readonly string[]
let session: Session

beforeAll(async () => {
  copySample('nantong-org', root)
  saved = read()
  const script = path.join(import.meta.dirname, 'neovim-mishaps.lua')
  session = await runNeovim(script, { root, scratch })
})

describe('a session of Neovim in which things go wrong', () => {
  it('tells a half-typed ziping.yaml there, and goes on once it is mended', () => {
    expect(session.late).toBeUndefined()
    expect(session.broken).toHaveLength(4)
    for (const told of session.broken) expect(told).toMatch(/\n怎么改：/)
    expect(session.hover).toContain('确定方向')
  })

  it('goes on after the server was killed, with what was typed meanwhile', () => {
    expect(session.hoverAfter).toContain('确定方向')
    expect(session.held).toBe(session.text)
  })

  it('leaves the text alone, in the buffer and on the disk', () => {
    const [, chapter = ''] = saved
    const typed = '\n见[表](#tbl-none-after)。\n\n见[表](#tbl-none-before)。\n'
    expect(session.text.replace('\n高层以身作则，，带头改进。\n\n', '')).toBe(chapter + typed)
    expect(read()).toEqual(saved)
  })
})
