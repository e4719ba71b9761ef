import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { program } from '../run-ziping.ts'

// What docs/recipes.md tells people to write, to the letter, with an installed `ziping`.
const repository = path.resolve(import.meta.dirname, '../..')
const recipes = readFileSync(path.join(repository, 'docs/recipes.md'), 'utf8')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping-recipes-'))
const root = path.join(scratch, '申报')
const chapter = path.join(root, 'report/01-领导.md')
const out = path.join(scratch, 'found')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

beforeAll(() => {
  cpSync(path.join(repository, 'content/samples/nantong-org'), root, {
    recursive: true,
    filter: (name) => path.basename(name) !== 'dist',
  })
  const text = readFileSync(chapter, 'utf8')
  writeFileSync(chapter, text.replace('\n## 1.2', '\n见[](#nowhere)。\n\n## 1.2'))
  const launcher = path.join(scratch, 'bin/ziping')
  mkdirSync(path.dirname(launcher))
  writeFileSync(launcher, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`)
  chmodSync(launcher, 0o755)
})

/** The first block of code under a heading. */
function recipe(heading: string): string {
  const part = recipes.slice(recipes.indexOf(`### ${heading}`))
  const code = /```\w+\n([\s\S]*?)```/.exec(part)?.[1]
  if (code === undefined) throw new Error(`docs/recipes.md has no recipe for ${heading}`)
  return code
}

/** What the editor shows in the chapter, once it shows anything. */
function shownBy(editor: string, words: readonly string[]): string {
  const ended = spawnSync(editor, words, {
    encoding: 'utf8',
    timeout: 240_000,
    env: {
      ...process.env,
      HOME: scratch,
      LANG: 'C.UTF-8',
      ZIPING_CACHE: '',
      ZIPING_LANG: '',
      PATH: `${path.join(scratch, 'bin')}:${process.env['PATH'] ?? ''}`,
      XDG_STATE_HOME: scratch,
    },
  })
  if (ended.error !== undefined) throw ended.error
  const found = readFileSync(out, 'utf8')
  rmSync(out)
  return found
}

it('Neovim as Debian has it', () => {
  const script = path.join(scratch, 'session.lua')
  const session = `
vim.cmd('edit ${chapter}')
vim.wait(120000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local said = {}
for _, one in ipairs(vim.diagnostic.get(0)) do table.insert(said, (one.message:gsub('\\n', ' '))) end
vim.fn.writefile(said, '${out}')
vim.cmd('qall!')`
  writeFileSync(script, recipe('Neovim 0.7') + session)
  expect(shownBy('nvim', ['--headless', '--clean', '-c', `luafile ${script}`])).toContain('nowhere')
})

it('Emacs with eglot', () => {
  const script = path.join(scratch, 'session.el')
  const session = `
;; Packages are there by themselves only in an Emacs with a screen.
(require 'markdown-mode)
(require 'eglot)
(setq eglot-sync-connect 120 eglot-connect-timeout 120)
(find-file "${chapter}")
(markdown-mode)
(call-interactively 'eglot)
(let ((end (+ (float-time) 120)))
  (while (and (null (flymake-diagnostics)) (< (float-time) end)) (accept-process-output nil 0.05)))
(write-region (mapconcat #'flymake-diagnostic-text (flymake-diagnostics) "\\n") nil "${out}")
(kill-emacs 0)`
  writeFileSync(script, recipe('Emacs (eglot)') + session)
  expect(shownBy('emacs', ['-q', '--batch', '-l', script])).toContain('nowhere')
})
