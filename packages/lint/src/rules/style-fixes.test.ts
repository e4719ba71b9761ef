import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Award, loadAward } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { type CodeLists, loadCodeLists } from '@ziping/forms'
import {
  allBlocks,
  inlinesIn,
  openReport,
  parseDocument,
  plainText,
  readWorkspace,
} from '@ziping/report'
import { afterAll, describe, expect, it } from 'vitest'
import { applyEdits } from '../apply-edits.ts'
import type { Rule } from '../define-rule.ts'
import { runRule } from '../lint-report.ts'
import { passagesOf } from '../passages.ts'
import { settleRules } from '../settings.ts'
import { createSubject, type LintSubject } from '../subject.ts'
import { markupAlmost } from './markup-almost.ts'
import { standardNameWrong } from './standard-name-wrong.ts'
import { typography } from './typography.ts'

const samples = path.resolve(import.meta.dirname, '../../../../content/samples')
const fixing = [typography, markupAlmost, standardNameWrong]

/** Numbers that look random and are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function lint(subject: LintSubject, rule: Rule): readonly Finding[] {
  return settleRules([rule], { ...subject.award, rules: {} }, {}, {}).flatMap((setting) =>
    runRule(subject, setting),
  )
}

function fixed(text: string, file: string, findings: readonly Finding[]): string {
  const edits = findings.flatMap((finding) => finding.fix ?? [])
  return applyEdits(
    text,
    edits.filter((edit) => edit.file === file),
  )
}

const halfWidth: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
  '（': '(',
  '）': ')',
}

/** Offsets of full-width marks that the author typed between two Chinese characters. */
function marksIn(subject: LintSubject, file: string): readonly number[] {
  return passagesOf(subject)
    .filter((passage) => passage.file === file)
    .flatMap((passage) =>
      [...passage.text.matchAll(/(?<=\p{Script=Han})[，；：？！（）](?=\p{Script=Han})/gu)].flatMap(
        ({ index }) => passage.offset(index) ?? [],
      ),
    )
}

describe.each(readdirSync(samples))('%s', (name) => {
  const root = path.join(samples, name)
  const workspace = readWorkspace(root)

  async function subjectOf(overlay: ReadonlyMap<string, string>): Promise<LintSubject> {
    const read = readWorkspace(root, { overlay })
    const award = await loadAward(read.config.awards[0] ?? '')
    return createSubject(read, openReport(read, award), await loadCodeLists(award))
  }

  it('has nothing to mend', async () => {
    const subject = await subjectOf(new Map())
    for (const rule of fixing) expect(lint(subject, rule)).toEqual([])
  })

  it.each([1, 2, 3])('is what it was after marks lost their width (%i)', async (seed) => {
    const random = randomFrom(seed)
    const subject = await subjectOf(new Map())
    const slips = new Map<string, string>()
    let changed = 0
    for (const { path: file, text } of workspace.documents) {
      const units = text.split('')
      for (const offset of marksIn(subject, file))
        if (random() < 0.3) {
          units[offset] = halfWidth[units[offset] ?? ''] ?? units[offset] ?? ''
          changed++
        }
      slips.set(file, units.join(''))
    }
    expect(changed).toBeGreaterThan(10)
    const findings = lint(await subjectOf(slips), typography)
    for (const { path: file, text } of workspace.documents)
      expect(fixed(slips.get(file) ?? '', file, findings)).toBe(text)
  })
})

const pieces = [
  ...['质量', '公司', '年', '表', '图', '见', '成绩', '第一章', '关于'],
  ...[
    '，',
    '。',
    '、',
    '；',
    '：',
    '？',
    '！',
    '（',
    '）',
    '“',
    '”',
    '《',
    '》',
    '【',
    '】',
    '……',
    '——',
  ],
  ...[',', ';', ':', '?', '!', '(', ')', '.', '...', '....', '-', '--', '%', '/', '=', '|'],
  ...[' ', '  ', '\u3000', '\n', '\n\n', '\r\n', '\n- ', '\n> ', '\n1. ', '\n## ', '\n##'],
  ...['1', '2019', '3-1', '1.1', 'ISO', 'a', 'Ｉ', '９', '１', '．', '％', '&amp;', '\\', '\\*'],
  ...['*', '**', '`', '[', ']', '{', '}', '#', '＃', '｛', '<u>', '</u>', '<!-- 注 -->', '$$'],
  ...['\n::图表[题]{指标=a', '}', '\n:::亮点[题]\n', '\n:::\n', '\n::亮点\n', '\n:图表[题]\n'],
  ...[
    '！【图】（a.png）',
    '![图](a.png)',
    '{#x}',
    '{#x',
    '【表】（#成绩）',
    '[表](#成绩)',
    '\n-甲\n-乙\n',
  ],
  ...[
    '\n表3-1 成绩\n\n| a |\n| - |\n| 1 |\n\n',
    '\n表：成绩\n| a |\n| - |\n',
    '见表1-1',
    '（表3-1）',
  ],
  ...['\n*注', 'GB/T 19579', 'GB19580', 'https://a.cn/x,y', 'a.png', ':指标[a.2019]', ':指标[a]'],
]

function randomText(random: () => number): string {
  const length = 2 + Math.floor(random() * 30)
  return Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)] ?? '').join('')
}

const sound = [
  ...[
    '质量管理。',
    '见[表](#成绩)。',
    '- 甲\n- 乙',
    '## 标题',
    '## 责任 {#x}',
    '![图](b.png)',
    '> 引文',
  ],
  ...[
    '::图表[题]{指标=a}',
    '::分页',
    ':::亮点[题]\n\n内容\n\n:::',
    '表：成绩 {#t}\n\n| a |\n| - |\n| 1 |',
  ],
  ...[
    '表：产值\n\n| b |\n| - |\n| 2 |',
    '图：流程\n\n```mermaid\ngraph LR\n```',
    '*甲*乙',
    '1、甲\n2、乙',
  ],
]
const slips = [
  ...[
    '见表1-1。',
    '如图1-1所示（表1-2）。',
    '见【表】（#成绩）。',
    '-甲\n-乙',
    '##3.2 顾客',
    '＃＃ 标题',
  ],
  ...[
    '## 标题 {#x',
    '*注：甲',
    '*甲\n*乙\n丙',
    '！【图】（a.png）',
    '![图](a.png）',
    '![图](a.png){#fig 宽=80%',
  ],
  ...[
    '![图](a.png) {#fig}',
    '::图表[题]{指标=a',
    ':图表[题]{指标=a}',
    ':::图表[题]{指标=a}',
    '::亮点[题]',
  ],
  ...['::亮点[题]\n\n甲\n\n:::', ':::案例', ':::', ':::表格\n\n甲\n\n:::', ':::警告\n\n甲\n\n:::'],
  ...[
    '表：成绩 {#t\n\n| a |\n| - |',
    '表1-1 收入\n\n| a |\n| - |',
    '表1-2 税\n\n| a |\n| - |\n\n见表1-2。',
  ],
  ...['图1-1：甲\n\n![](a.png)', '![图1-2 乙](a.png)', '正文 {#y}', ':指标[a]', '<u>甲'],
]

function some(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? ''
}

/** Sound blocks with one slip among them. */
function oneSlip(random: () => number): string {
  const before = Array.from({ length: Math.floor(random() * 4) }, () => some(sound, random))
  const after = Array.from({ length: Math.floor(random() * 4) }, () => some(sound, random))
  return [...before, some(slips, random), ...after].join('\n\n')
}

/** Slip after slip, where mending one can bring another to light. */
function manySlips(random: () => number): string {
  return Array.from({ length: 8 }, () => some(random() < 0.5 ? sound : slips, random)).join('\n\n')
}

/** What of a text typography must not touch: its structure, and every word. */
function substance(text: string): readonly string[] {
  const { blocks } = parseDocument('report/1.md', text)
  return [...allBlocks(blocks)].map((block) => {
    const words = inlinesIn(block).map(plainText).join('|')
    return `${block.kind} ${words.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')}`
  })
}

describe('random texts', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'ziping-style-'))
  afterAll(() => rmSync(root, { recursive: true }))

  function subjectOf(text: string, award: Award, codes: CodeLists): LintSubject {
    const overlay = new Map([
      ['ziping.yaml', 'award: demo\nyear: 2020\n'],
      ['report/1.md', text],
    ])
    const workspace = readWorkspace(root, { overlay })
    return createSubject(workspace, openReport(workspace, award), codes)
  }

  it.each([
    { rule: typography, textFrom: randomText, rounds: 1, runs: Number(process.env['RUNS'] ?? 400) },
    { rule: standardNameWrong, textFrom: randomText, rounds: 1, runs: 200 },
    { rule: markupAlmost, textFrom: oneSlip, rounds: 1, runs: Number(process.env['RUNS'] ?? 200) },
    {
      rule: markupAlmost,
      textFrom: manySlips,
      rounds: 3,
      runs: Number(process.env['RUNS'] ?? 200),
    },
    {
      rule: markupAlmost,
      textFrom: randomText,
      rounds: 3,
      runs: Number(process.env['RUNS'] ?? 200),
    },
  ])('$rule.id mends for good in $rounds ($textFrom.name)', async (given) => {
    const { rule, textFrom, rounds, runs } = given
    const award = await loadAward('demo')
    const codes = await loadCodeLists(award)
    const random = randomFrom(7)
    const find = (text: string) => lint(subjectOf(text, award, codes), rule)
    const mend = (text: string): string => fixed(text, 'report/1.md', find(text))
    let mended = 0
    for (let run = 0; run < runs; run++) {
      const text = `# 1.1 使命\n\n${textFrom(random)}`
      let settled = text
      for (let round = 0; round < rounds; round++) settled = mend(settled)
      if (settled === text) continue
      mended++
      const left = find(settled).filter(({ fix }) => fix !== undefined)
      expect(left, JSON.stringify(text)).toEqual([])
      if (rule === typography)
        expect(substance(settled), JSON.stringify(text)).toEqual(substance(text))
    }
    expect(mended).toBeGreaterThan(runs / 12)
  })
})
