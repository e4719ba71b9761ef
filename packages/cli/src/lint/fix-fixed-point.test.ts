import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { createStyle } from '../print/style.ts'
import { fixWorkspace } from './fix-workspace.ts'
import { type LintedWorkspace, lintWorkspace } from './lint-workspace.ts'

const samples = path.resolve(import.meta.dirname, '../../../../content/samples')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping fixed point '))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** What a keyboard, a copy from Word or a half-known notation leaves in a text. */
const faults = [
  '，，',
  '...',
  '--',
  '。”。',
  '１２３',
  '( ',
  '（',
  ' ,',
  '“',
  '"',
  '!',
  '5%，',
  '12 ,5',
  '##3.2 顾客',
  '＃＃ 标题\n',
  '！【图】（a.png）',
  '【图】(a.png)',
  '：：图表{指标=revenue}',
  '::指标表{ids=“revenue”}',
  '：指标[revenue.2019]',
  ':::亮点[题]',
  '::：亮点[题]',
  '｛#tbl｝',
  '{#fig-a}',
  '\n表3-1 经营指标\n',
  '见表3-1',
  '如图2-1所示',
  '[](#x)',
  '[103480万元](#revenue.2019)',
  'ISO9001：2015',
  'GB/T19580',
  '**',
  '~',
  '|',
  '$$',
  '<br>',
  '<!-- ',
  '-->',
  '· ',
  '\n\n',
]

/** Where to put which fault, or how many characters to take away. */
const slip = fc.record({
  at: fc.nat({ max: 1_000_000 }),
  near: fc.nat({ max: 40 }),
  put: fc.oneof(fc.constantFrom(...faults), fc.integer({ min: 1, max: 4 })),
})

const cases = fc.record({
  sample: fc.constantFrom('nantong-org', 'nantong-person', 'jiaxing-group', 'shenzhen-economic'),
  file: fc.nat({ max: 1000 }),
  /** All in one place, where fixes meet, or all over the file. */
  isDense: fc.boolean(),
  slips: fc.array(slip, { minLength: 5, maxLength: 25 }),
})

const context: Context = {
  cwd: scratch,
  calledFrom: scratch,
  env: { ZIPING_CACHE: '' },
  language: 'zh-CN',
  style: createStyle(false),
  columns: 80,
  isScreen: false,
  input: () => Promise.resolve(new Uint8Array()),
  interrupted: () => new Promise(() => undefined),
  out: () => undefined,
  note: () => undefined,
}

const choices = { severities: {}, allowTeamRules: false }

function fix(root: string): Promise<{ readonly linted: LintedWorkspace }> {
  const invocation = { positionals: [], options: {} }
  return fixWorkspace(
    (overlay) => lintWorkspace(root, choices, { invocation, context }, overlay),
    () => true,
  )
}

let made = 0

it('--fix leaves nothing that another --fix would mend, whatever is wrong with a report', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ sample, file: index, isDense, slips }) => {
      const root = path.join(scratch, String(++made))
      await cp(path.join(samples, sample), root, { recursive: true, filter: isText })
      const files = (await readdir(root, { recursive: true })).filter((name) => /\.md$/.test(name))
      const file = path.join(root, files.sort()[index % files.length] ?? '')
      const [first] = slips
      let text = readFileSync(file, 'utf8')
      for (const { at: anywhere, near, put } of slips) {
        const at = ((isDense ? (first?.at ?? 0) : anywhere) % text.length) + near
        text =
          typeof put === 'string'
            ? text.slice(0, at) + put + text.slice(at)
            : text.slice(0, at) + text.slice(at + put)
      }
      writeFileSync(file, text)
      const { linted } = await fix(root)
      expect(linted.findings.filter((finding) => (finding.fix?.length ?? 0) > 0)).toEqual([])
      const fixed = readFileSync(file, 'utf8')
      await fix(root)
      expect(readFileSync(file, 'utf8')).toBe(fixed)
      rmSync(root, { recursive: true })
    }),
    { numRuns: 25, seed: 20200814 },
  )
})

function isText(name: string): boolean {
  return path.extname(name) === '' || /\.(?:md|yaml)$/.test(name)
}
