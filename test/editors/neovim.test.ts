import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { program } from '../run-ziping.ts'

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
  if (spawnSync('nvim', ['--version']).status !== 0)
    throw new Error('This suite needs Neovim: apt-get install neovim')
  cpSync(sample, root, { recursive: true, filter: (name) => path.basename(name) !== 'dist' })
  const out = path.join(scratch, 'session.json')
  const script = path.join(import.meta.dirname, 'neovim.lua')
  await new Promise((resolve, reject) => {
    spawn('nvim', ['--headless', '--clean', '-c', `luafile ${script}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        LANG: 'C.UTF-8',
        ZIPING_CACHE: '',
        ZIPING_LANG: '',
        XDG_STATE_HOME: scratch,
        ZIPING_SESSION: [program, process.execPath, root, out].join('\n'),
      },
      timeout: 240_000,
    })
      .on('error', reject)
      .on('exit', resolve)
  })
  session = JSON.parse(readFileSync(out, 'utf8'))
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
    // How fast is for the bench to say: a busy machine is no fault of the server.
    expect(session.times).toHaveLength(10)
  })
})
