import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { program } from '../run-ziping.ts'

const sample = path.resolve(import.meta.dirname, '../../content/samples/nantong-org')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping-emacs-'))
const root = path.join(scratch, '申报')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Session {
  readonly late?: string
  readonly found: number
  readonly line: number
  readonly fixed: string
  readonly hover: string
  readonly completion: readonly string[]
  readonly renamed: number
}

let session: Session

beforeAll(async () => {
  const needed = '(progn (require (quote eglot)) (require (quote markdown-mode)))'
  if (spawnSync('emacs', ['-q', '--batch', '--eval', needed]).status !== 0)
    throw new Error(
      'This suite needs Emacs: apt-get install emacs-nox elpa-eglot elpa-markdown-mode',
    )
  cpSync(sample, root, { recursive: true, filter: (name) => path.basename(name) !== 'dist' })
  const out = path.join(scratch, 'session.json')
  const script = path.join(import.meta.dirname, 'emacs.el')
  await new Promise((resolve, reject) => {
    spawn('emacs', ['-q', '--batch', '-l', script], {
      stdio: 'ignore',
      env: {
        ...process.env,
        HOME: scratch,
        LANG: 'C.UTF-8',
        ZIPING_CACHE: '',
        ZIPING_LANG: '',
        ZIPING_SESSION: [program, process.execPath, root, out].join('\n'),
      },
      timeout: 240_000,
    })
      .on('error', reject)
      .on('exit', resolve)
  })
  session = JSON.parse(readFileSync(out, 'utf8'))
})

it('shows findings on unsaved text, and mends them', () => {
  expect(session.late).toBeUndefined()
  expect(session.found).toBe(session.line)
  expect(session.fixed).toBe('高层以身作则，带头改进。')
})

it('hovers, completes, renames', () => {
  expect(session.hover).toContain('确定方向')
  expect(session.completion).toContain('tbl-culture')
  expect(session.renamed).toBeGreaterThan(1)
})

it('leaves the files alone', () => {
  const name = 'report/01-领导.md'
  expect(readFileSync(path.join(root, name))).toEqual(readFileSync(path.join(sample, name)))
})
