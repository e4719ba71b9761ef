import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { command } from './command.ts'
import { runZiping } from './run-ziping.ts'

const repository = path.resolve(import.meta.dirname, '..')
const sample = path.join(repository, 'content/samples/nantong-org')

/** A repository with a sample in a folder of it, one chapter of which is full of faults. */
const root = mkdtempSync(path.join(tmpdir(), 'ziping same 一样 '))
const inside = '材料'
const file = 'report/01-领导.md'
const named = `${inside}/${file}`
afterAll(() => rmSync(root, { recursive: true, force: true }))

let text = ''

beforeAll(() => {
  const folder = path.join(root, inside)
  cpSync(sample, folder, { recursive: true, filter: (name) => path.basename(name) !== 'dist' })
  text = readFileSync(path.join(folder, file), 'utf8').replace(
    /^## .*$/mu,
    (heading) =>
      `${heading}\n\n##1.9 顾客\n\n取得了显著成效，，见表9-9和[](#none)，据GB/T19580-2012...\n`,
  )
  writeFileSync(path.join(folder, file), text)
  const config = path.join(folder, 'ziping.yaml')
  writeFileSync(config, `${readFileSync(config, 'utf8')}\nyaer: 2020\n`)
})

interface Json {
  readonly files: readonly { readonly path: string; readonly findings: readonly object[] }[]
}

/** The findings of the chapter and of ziping.yaml, whoever was asked. */
function findingsIn(out: string): unknown {
  const { files }: Json = JSON.parse(out)
  expect(files.map((one) => one.path)).toEqual([file, 'ziping.yaml'])
  return files
}

/** What the hook that `ziping init` writes calls. */
function hookOfInit(): string {
  const file = path.join(repository, 'templates/init/_pre-commit-config.yaml')
  return parse(readFileSync(file, 'utf8')).repos[0].hooks[0].entry
}

const asked = ['--format', 'json']
const env = { GITHUB_WORKSPACE: undefined, ZIPING_CACHE: '', ZIPING_LANG: '' }

describe('one file has the same findings', () => {
  it('by name, from standard input, by the hook and as published', async () => {
    const byName = await runZiping(['lint', named, ...asked], { cwd: root })
    const findings = findingsIn(byName.out)
    const rules = JSON.stringify(findings)
    for (const rule of ['markup-almost', 'typography', 'reference-unresolved', 'workspace-invalid'])
      expect(rules).toContain(`"${rule}"`)

    const words = ['lint', '--stdin', '--stdin-filename', named, ...asked]
    const piped = await runZiping(words, { cwd: root, input: text })
    expect(findingsIn(piped.out)).toEqual(findings)
    expect(piped.code).toBe(byName.code)

    // As pre-commit calls it: from the repository’s root, the entry of the hook with the staged files, the published
    // program. That the launcher and pre-commit hand over the same words, test/boot and test/editors show.
    const [program, ...entry] = hookOfInit().split(' ')
    expect(program).toBe('ziping')
    const { stdout, status } = spawnSync(process.execPath, [command, ...entry, named, ...asked], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    })
    expect(findingsIn(stdout)).toEqual(findings)
    expect(status).toBe(byName.code)
  })

  it('whole or by name, from whichever folder', async () => {
    const whole: Json = JSON.parse(
      (await runZiping(['-C', inside, 'lint', ...asked], { cwd: root })).out,
    )
    const byName = await runZiping(['lint', file, ...asked], { cwd: path.join(root, inside) })
    const kept = whole.files.filter((one) => one.path === file || one.path === 'ziping.yaml')
    expect(findingsIn(byName.out)).toEqual(kept)
  })
})
