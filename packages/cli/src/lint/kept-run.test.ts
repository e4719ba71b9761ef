import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Invocation } from '../command.ts'
import { runLint } from '../commands/run-lint.ts'
import type { Context } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { createStyle } from '../print/style.ts'
import { keptRun } from './kept-run.ts'

const sample = path.resolve(import.meta.dirname, '../../../../content/samples/wuhan-manager')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping runs '))
afterAll(() => rmSync(scratch, { recursive: true }))

interface Setting {
  readonly root: string
  readonly runs: { readonly folder: string; readonly program: string }
}

function setting(name: string): Setting {
  const root = path.join(scratch, name)
  cpSync(sample, root, { recursive: true })
  return { root, runs: { folder: path.join(scratch, `${name} runs`), program: '1' } }
}

interface Told {
  readonly code: ExitCode
  readonly said: readonly string[]
  /** Whether anything was judged. */
  readonly ran: boolean
}

async function lint(
  { root, runs }: { readonly root: string; readonly runs?: Setting['runs'] },
  options: Invocation['options'] = {},
  more: Partial<Context> = {},
): Promise<Told> {
  const said: string[] = []
  let ran = false
  const context: Context = {
    cwd: root,
    calledFrom: root,
    env: {},
    language: 'zh-CN',
    style: createStyle(false),
    columns: 80,
    isScreen: false,
    input: () => Promise.resolve(new Uint8Array()),
    interrupted: () => Promise.resolve(),
    out: (text) => void said.push(`out ${text}`),
    note: (text) => void said.push(`note ${text}`),
    ...more,
  }
  const invocation = { positionals: [], options }
  const run = (one: Context): Promise<ExitCode> => {
    ran = true
    return runLint(invocation, one)
  }
  const code =
    runs === undefined ? await run(context) : await keptRun(invocation, context, run, runs)
  return { code, said, ran }
}

/** What is printed with the cache and without it; the cache has to have noticed. */
async function expectJudgedAnew(here: Setting): Promise<void> {
  const kept = await lint(here)
  expect(kept).toEqual({ ...(await lint({ root: here.root })), ran: true })
  expect(await lint(here)).toEqual({ ...kept, ran: false })
}

describe('keptRun', () => {
  it('prints what the same run printed, without judging anything', async () => {
    const here = setting('same')
    writeFileSync(path.join(here.root, 'report/99.md'), '# 9 待补充\n\n待补充,TODO\n')
    const first = await lint(here, { format: 'json', rule: ['sentence-long=off'] })
    expect(first).toMatchObject({ ran: true, said: [expect.stringContaining('report/99.md')] })
    const second = await lint(here, { format: 'json', rule: ['sentence-long=off'] })
    expect(second).toEqual({ ...first, ran: false })
  })

  const changes: Readonly<Record<string, (root: string) => void>> = {
    'a chapter changed': (root) => {
      const [name = ''] = readdirSync(path.join(root, 'report'))
      const file = path.join(root, 'report', name)
      writeFileSync(file, readFileSync(file, 'utf8').replace(/年/u, '月'))
    },
    'a chapter added': (root) => writeFileSync(path.join(root, 'report/99.md'), '# 9 待补充\n'),
    'a chapter renamed': (root) => {
      const [name = ''] = readdirSync(path.join(root, 'report'))
      renameSync(path.join(root, 'report', name), path.join(root, 'report/98.md'))
    },
    'a chapter removed': (root) => {
      const [name = ''] = readdirSync(path.join(root, 'report'))
      rmSync(path.join(root, 'report', name))
    },
    'data changed': (root) => {
      const file = path.join(root, 'data/indicators.yaml')
      writeFileSync(file, `${readFileSync(file, 'utf8')}\n# 1\nx: 2\n`)
    },
    'an empty folder': (root) => mkdirSync(path.join(root, 'cases/more'), { recursive: true }),
    'a picture added': (root) => {
      mkdirSync(path.join(root, 'images'), { recursive: true })
      writeFileSync(path.join(root, 'images/unused.png'), 'no picture')
    },
    'a link that leads out': (root) => symlinkSync(tmpdir(), path.join(root, 'report/out.md')),
    'a setting': (root) => {
      const file = path.join(root, 'ziping.yaml')
      writeFileSync(file, `${readFileSync(file, 'utf8')}\nlength: 1\n`)
    },
  }

  it.each(Object.entries(changes))('judges anew after %s', async (name, change) => {
    const here = setting(name)
    await lint(here)
    change(here.root)
    await expectJudgedAnew(here)
  })

  it('judges anew for other words, another day, another language, another program', async () => {
    const here = setting('words')
    await lint(here)
    const others: readonly Promise<Told>[] = [
      lint(here, { date: '2019-01-01' }),
      lint(here, { format: 'json' }),
      lint(here, {}, { language: 'en' }),
      lint(here, {}, { columns: 60 }),
      lint(here, {}, { style: createStyle(true) }),
      lint(here, {}, { env: { SOURCE_DATE_EPOCH: '1500000000' } }),
      lint({ ...here, runs: { ...here.runs, program: '2' } }),
    ]
    expect((await Promise.all(others)).map(({ ran }) => ran)).toEqual(others.map(() => true))
  })

  it.each(['fix', 'allow-workspace-rules'])('keeps nothing of --%s', async (option) => {
    const here = setting(option)
    await lint(here, { [option]: true })
    expect(await lint(here, { [option]: true })).toMatchObject({ ran: true })
  })

  it('keeps nothing of a large file written a moment ago', async () => {
    const here = setting('fresh')
    writeFileSync(path.join(here.root, 'evidence/large.pdf'), Buffer.alloc(200 * 1024))
    await lint(here)
    expect(await lint(here)).toMatchObject({ ran: true })
  })

  it('believes nothing that has been damaged or exchanged', async () => {
    const here = setting('damaged')
    const truth = await lint(here)
    await lint(here, { format: 'json' })
    const files = readdirSync(here.runs.folder).map((name) => path.join(here.runs.folder, name))
    const texts = files.map((file) => readFileSync(file, 'utf8'))
    expect(files.length).toBe(2)
    const damages: readonly ((text: string, index: number) => string)[] = [
      (text) => text.slice(0, -3),
      (text) => text.replace('"code":', '"code":1'),
      (_, index) => texts[1 - index] ?? '',
      () => '',
    ]
    for (const damage of damages) {
      for (const [index, file] of files.entries())
        writeFileSync(file, damage(texts[index] ?? '', index))
      expect(await lint(here)).toEqual(truth)
    }
  })

  it('says after random edits what is said without it', { timeout: 120_000 }, async () => {
    const here = setting('edits')
    const files = ['report', 'data'].flatMap((folder) =>
      readdirSync(path.join(here.root, folder)).map((name) => path.join(here.root, folder, name)),
    )
    const edit = fc.record({
      file: fc.constantFrom(...files),
      at: fc.nat(),
      cut: fc.nat(9),
      put: fc.constantFrom('', '\n\n', '待补充', '**', '[表](#无)', '12,5%', ': '),
    })
    for (const { file, at, cut, put } of fc.sample(edit, { numRuns: 12, seed: 19_580 })) {
      const text = readFileSync(file, 'utf8')
      const place = at % (text.length + 1)
      writeFileSync(file, text.slice(0, place) + put + text.slice(place + cut))
      const { ran: _, ...kept } = await lint(here)
      const { ran: __, ...plain } = await lint({ root: here.root })
      expect(kept).toEqual(plain)
      expect(await lint(here)).toEqual({ ...kept, ran: false })
      expect(kept.code).not.toBe(exitCodes.failure)
    }
  })
})
