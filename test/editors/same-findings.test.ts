import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { LanguageClient } from '../language-client.ts'
import { runInside } from '../run-inside.ts'
import { type Fault, readFaults } from '../seeded-faults/fault.ts'
import { SeededSample } from '../seeded-faults/seeded-sample.ts'
import { toldByCommand, toldByServer } from '../told-findings.ts'

// Who is told of a finding must not depend on whom he asks: the command, the editor while nothing is saved, and the hook
// about what is staged are asked about every sample, and about each single fault of the table.
const repository = path.resolve(import.meta.dirname, '../..')
const samples = readdirSync(path.join(repository, 'content/samples'))
const faults = readFaults()

/** One repository for all; nothing in it is ever committed, so that a commit would hand every file to the hook. */
const root = mkdtempSync(path.join(tmpdir(), 'ziping 三处 '))
const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
afterAll(() => rmSync(root, { recursive: true, force: true }))
beforeAll(() => void git('init', '--quiet'))

function git(...words: readonly string[]): string {
  return execFileSync('git', words, { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 26 })
}

interface Hook {
  readonly entry: string
  readonly files: string
}

/** What pre-commit calls for a commit: the entry that `ziping init` writes, with the files the published hook asks for. */
function hookWords(folder: string): readonly string[] {
  const template = readFileSync(
    path.join(repository, 'templates/init/_pre-commit-config.yaml'),
    'utf8',
  )
  const [program, ...words] = parse(template).repos[0].hooks[0].entry.split(' ')
  expect(program).toBe('ziping')
  const [published]: readonly [Hook] = parse(
    readFileSync(path.join(repository, '.pre-commit-hooks.yaml'), 'utf8'),
  )
  const wanted = new RegExp(published.files, 'u')
  const staged = git('ls-files', '-z', '--', folder).split('\0').slice(0, -1)
  return [...words, ...staged.filter((file) => wanted.test(file))]
}

const start = { line: 0, character: 0 }
const asked = ['--format', 'json']
const inside = { env: { ZIPING_CACHE: '' } }

/** A sample in the repository, with an editor open on it. */
class Team {
  readonly #sample: SeededSample
  readonly #folder: string
  readonly #client: LanguageClient

  constructor(name: string) {
    this.#folder = path.join(root, name)
    this.#sample = new SeededSample(name, this.#folder)
    this.#client = new LanguageClient(this.#folder)
  }

  async start(): Promise<void> {
    const folder = { uri: pathToFileURL(this.#folder).href, name: '申报' }
    await this.#client.start(
      { workspace: { workspaceFolders: true } },
      { workspaceFolders: [folder] },
    )
  }

  async stop(): Promise<void> {
    await this.#client.stop()
    this.#sample.remove()
  }

  /** What the editor was told, when everything until now is judged. */
  async editor(): Promise<readonly string[]> {
    const textDocument = { uri: this.#client.uri('ziping.yaml') }
    await this.#client.request('ziping/status', { textDocument, position: start })
    return toldByServer(this.#folder, this.#client.diagnostics)
  }

  async command(): Promise<readonly string[]> {
    const { out } = await runInside(['lint', ...asked], { cwd: this.#folder, ...inside })
    return toldByCommand(out)
  }

  async hook(): Promise<readonly string[]> {
    git('add', '--all', '--', this.#folder)
    expect(git('diff', '--name-only', '--', this.#folder)).toBe('')
    const words = [...hookWords(this.#folder), ...asked]
    return toldByCommand((await runInside(words, { cwd: root, ...inside })).out)
  }

  /** Types the fault in, looks, and closes the file without saving. */
  async typed({ file, before, after }: Fault): Promise<readonly string[]> {
    if (before === undefined || after === undefined) throw new Error('nothing to type')
    this.#client.open(file, this.#sample.text(file))
    this.#client.replace(file, before, after)
    const told = await this.editor()
    this.#client.close(file)
    return told
  }

  /** With the fault on the disk: what the command says, the hook, and the editor that was told of new files. */
  saved<Result>(fault: Fault, look: () => Promise<Result>): Promise<Result> {
    return this.#sample.withFault(fault, async () => {
      this.#client.notify('workspace/didChangeWatchedFiles', { changes: [] })
      return look()
    })
  }
}

/** The hook is handed Markdown and YAML of the places where a team writes; ziping.yaml it shows in any case. */
function shownByHook(told: readonly string[]): readonly string[] {
  const [{ files }]: readonly [Hook] = parse(
    readFileSync(path.join(repository, '.pre-commit-hooks.yaml'), 'utf8'),
  )
  const wanted = new RegExp(files, 'u')
  return told.filter((one) => wanted.test(one.slice(0, one.search(/ \d+:\d+-/))))
}

describe.each(samples)('%s', (name) => {
  let team: Team
  beforeAll(async () => {
    team = new Team(name)
    await team.start()
  })
  afterAll(() => team.stop())

  it('as it is', async () => {
    const told = await team.command()
    expect(await team.editor()).toEqual(told)
    expect(await team.hook()).toEqual(shownByHook(told))
  })

  it.each(faults.filter(({ sample }) => sample === name))('$id', async (fault) => {
    // A fault that brings files of its own is not typed alone.
    const isTyped = fault.before !== undefined && fault.create === undefined
    const unsaved = isTyped ? await team.typed(fault) : undefined
    await team.saved(fault, async () => {
      const told = await team.command()
      expect(await team.editor()).toEqual(told)
      expect(unsaved ?? told).toEqual(told)
      expect(await team.hook()).toEqual(shownByHook(told))
      expect(told.join('\n')).toContain(` ${fault.rule} `)
    })
  })
})
