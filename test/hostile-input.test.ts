import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import { openReport, parseDocument, readWorkspace, type Workspace } from '@ziping/report'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

// Whatever lies in a folder, reading it ends soon, with a sentence, and writes nothing.

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping 坏料 '))
  write('ziping.yaml', 'award: demo\n')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), content)
}

function rulesAt(workspace: Workspace): readonly string[] {
  return workspace.findings.map(
    ({ messageId, place }) => `${place.file}:${place.line} ${messageId}`,
  )
}

/** Generous for a busy machine; what it guards against takes minutes or never ends. */
const patience = 20_000

describe('files that are not what they should be', () => {
  it.each([
    ['GBK', new Uint8Array([0xd6, 0xca, 0xc1, 0xbf, 0xb9, 0xdc, 0xc0, 0xed, 0x0a]), 'gbk'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x28, 0x8d]), 'utf16'],
    ['binary', new Uint8Array([0x41, 0x0a, 0xff, 0xc0, 0x80, 0x00, 0x01]), 'notText'],
  ])('%s', (_, bytes, messageId) => {
    write('report/1.md', bytes)
    const workspace = readWorkspace(folder)
    expect(rulesAt(workspace).map((found) => found.split(' ')[1])).toEqual([messageId])
    expect(workspace.documents).toEqual([])
  })

  it('a byte-order mark is no text', async () => {
    write('report/1.md', '\uFEFF# 1 领导\n')
    const report = openReport(readWorkspace(folder), await loadAward('demo'))
    expect(report.sections.map((section) => section.clause.id)).toEqual(['1'])
  })

  it('NUL bytes', () => {
    write('report/1.md', '质量\n管\0理')
    expect(rulesAt(readWorkspace(folder))).toEqual(['report/1.md:2 notText'])
  })

  it('reserved units are kept as text', () => {
    write('report/1.md', '质量\uFDD0管\uFDD3理')
    expect(readWorkspace(folder).documents[0]?.text).toBe('质量\uFDD0管\uFDD3理')
  })

  it(
    'fifty megabytes',
    () => {
      write('report/1.md', '质'.repeat(17_000_000))
      write('data/indicators.yaml', 'a: '.repeat(17_000_000))
      const workspace = readWorkspace(folder)
      expect(rulesAt(workspace).toSorted()).toEqual([
        'data/indicators.yaml:1 tooLarge',
        'report/1.md:1 tooLarge',
      ])
    },
    patience,
  )

  it('leftovers of Office and of synchronisation are named, not read', () => {
    const names = [
      '~$1.md',
      '1 - 副本.md',
      '1_备份.md',
      '1（冲突）.md',
      '1 (1).md',
      '1 conflicted copy.md',
    ]
    for (const name of names) write(`report/${name}`, '# 1 领导\n')
    const workspace = readWorkspace(folder)
    expect(workspace.documents).toEqual([])
    expect(workspace.findings.map((finding) => finding.messageId)).toEqual(
      names.map(() => 'leftover'),
    )
  })

  it('names that Windows reserves are refused', () => {
    write('report/con.md', '# 1 领导\n')
    expect(rulesAt(readWorkspace(folder))).toEqual(['report/con.md:1 badName'])
  })
})

describe('paths that lead elsewhere', () => {
  it('in ziping.yaml', () => {
    write('ziping.yaml', 'award: demo\npaths:\n  overview: ../../secret.md\n  report: /etc\n')
    const workspace = readWorkspace(folder)
    expect(rulesAt(workspace)).toEqual(['ziping.yaml:3 escapes', 'ziping.yaml:4 escapes'])
  })

  it('through links', () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'ziping-outside-'))
    writeFileSync(path.join(outside, 'secret.md'), '机密')
    mkdirSync(path.join(folder, 'report'))
    symlinkSync(path.join(outside, 'secret.md'), path.join(folder, 'report/1.md'))
    symlinkSync(outside, path.join(folder, 'cases'))
    const workspace = readWorkspace(folder)
    rmSync(outside, { recursive: true })
    expect(workspace.documents).toEqual([])
    expect(new Set(workspace.findings.map((finding) => finding.messageId))).toEqual(
      new Set(['escapes']),
    )
  })

  it('in a circle', () => {
    mkdirSync(path.join(folder, 'report'))
    symlinkSync('2.md', path.join(folder, 'report/1.md'))
    symlinkSync('1.md', path.join(folder, 'report/2.md'))
    symlinkSync('.', path.join(folder, 'report/again'))
    const workspace = readWorkspace(folder)
    expect(workspace.documents).toEqual([])
    expect(workspace.findings.some((finding) => finding.messageId === 'unreadable')).toBe(true)
  })
})

describe('YAML that explodes', () => {
  const bomb = `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 10 }, () => `*a${i}`).join(', ')}]`).join('\n')}\n`
  it.each([
    ['aliases within aliases', bomb],
    ['nested brackets', `a: ${'['.repeat(10_000)}`],
    ['nested maps', Array.from({ length: 5_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['an alias of itself', 'a: &a [*a]\n'],
    ['the same key again', 'a: 1\na: 2\n'],
  ])(
    '%s',
    (_, text) => {
      write('data/indicators.yaml', text)
      const workspace = readWorkspace(folder)
      expect(workspace.findings.length).toBeGreaterThan(0)
      expect(workspace.indicators?.value).toBeUndefined()
    },
    patience,
  )
})

describe('Markdown that nests or repeats without end', () => {
  const many = 10_000
  it.each([
    ['quotations', '>'.repeat(many)],
    ['spaced quotations', '> '.repeat(many)],
    ['opening brackets', '['.repeat(many)],
    ['closed brackets', '['.repeat(many) + ']'.repeat(many)],
    ['images', '!['.repeat(many)],
    ['lists', Array.from({ length: 500 }, (_, i) => `${'  '.repeat(i)}- 甲`).join('\n')],
    ['list marks', '- '.repeat(many)],
    ['stars', '*'.repeat(many)],
    ['bold', '**质量（品）**第一，'.repeat(many / 5)],
    ['open emphasis', '*质'.repeat(many)],
    ['underscores', '_a'.repeat(many)],
    ['backticks', Array.from({ length: 400 }, (_, i) => '`'.repeat(i + 1)).join('a')],
    ['comments never closed', '<!-- '.repeat(many)],
    ['comments', '<!-- 注 -->文'.repeat(many)],
    ['braces', '{#a '.repeat(many)],
    ['attributes', '{#a 键="'.repeat(many)],
    ['values', ':指标['.repeat(many)],
    ['containers never closed', ':::亮点\n'.repeat(many)],
    ['containers', `${':::亮点\n'.repeat(300)}内容\n${':::\n'.repeat(300)}`],
    ['table pipes', `${'|'.repeat(many)}\n${'|-'.repeat(many)}\n${'|'.repeat(many)}`],
    ['footnotes', '[^1]'.repeat(many)],
    ['definitions', Array.from({ length: many }, (_, i) => `[${i}]: 甲`).join('\n')],
    ['tags', '<a'.repeat(many)],
    ['formulas', '$$\n'.repeat(many)],
    ['references', '&amp;'.repeat(many)],
    ['lone surrogates', '\uD842'.repeat(many)],
  ])(
    '%s',
    (_, text) => {
      expect(parseDocument('report/1.md', text).blocks.length).toBeGreaterThan(0)
    },
    patience,
  )
})

it('reading writes nothing', async () => {
  write('report/1.md', '# 1 领导\n\n## 1.1 使命\n\n正文\n')
  write('data/indicators.yaml', 'broken: [\n')
  openReport(readWorkspace(folder), await loadAward('demo'))
  expect(readdirSync(folder, { recursive: true }).map(String).toSorted()).toEqual(
    [
      'data',
      'report',
      'ziping.yaml',
      path.join('data', 'indicators.yaml'),
      path.join('report', '1.md'),
    ].toSorted(),
  )
})

it('reads the same from CRLF as from LF, and NFD names as NFC', async () => {
  const text =
    '---\n负责人: 甲\n---\n\n# 1 领导\n\n## 1.1 使命\n\n第一行\n第二行\n\n表：甲 {#a}\n| a | b |\n|---|---|\n| 1 | 2 |\n说明\n\n- 一\n- 二\n\n<!-- 注\n\n释 -->后\n'
  write('report/1 é.md', text)
  const award = await loadAward('demo')
  const words = (): unknown =>
    JSON.parse(
      JSON.stringify(openReport(readWorkspace(folder), award).sections, (key, value) =>
        ['span', 'place', 'key', 'clause', 'match'].includes(key) ? undefined : value,
      ).replaceAll('\\r\\n', '\\n'),
    )
  const before = words()
  rmSync(path.join(folder, 'report'), { recursive: true })
  write('report/1 é.md'.normalize('NFD'), text.replaceAll('\n', '\r\n'))
  expect(words()).toEqual(before)
})
