import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { namesIn, temporaryFolder } from '../test/temporary-folder.ts'
import { readWorkspace } from './read-workspace.ts'
import type { Workspace } from './workspace.ts'

const config = 'award: demo\n'
const chapter = '# 1.1 使命\n\n正文\n'

/** What a workspace holds, and what was found, as `file:line message`. */
function summary({ documents, findings }: Workspace): {
  readonly read: readonly string[]
  readonly found: readonly string[]
} {
  return {
    read: documents.map((document) => document.path),
    found: findings.map(
      ({ place, rule, messageId }) => `${place.file}:${place.line} ${rule} ${messageId}`,
    ),
  }
}

function bytesOf(text: string, encoding: 'utf16le' | 'latin1'): Uint8Array {
  return Buffer.from(text, encoding)
}

/** 质量管理体系, as Windows saves it without asking. */
const gbk = Uint8Array.from([
  0xd6, 0xca, 0xc1, 0xbf, 0xb9, 0xdc, 0xc0, 0xed, 0xcc, 0xe5, 0xcf, 0xb5,
])

describe('files that are no text', () => {
  it.each<[string, Uint8Array, string]>([
    ['GBK', Buffer.concat([Buffer.from('# a\n\n'), gbk]), 'report/1.md:3 workspace-invalid gbk'],
    [
      'UTF-16 with its mark',
      bytesOf('\uFEFF质量管理', 'utf16le'),
      'report/1.md:1 workspace-invalid utf16',
    ],
    [
      'UTF-16 without',
      bytesOf('质量 管理\n体系 建设\n', 'utf16le'),
      'report/1.md:1 workspace-invalid utf16',
    ],
    [
      'invalid UTF-8',
      Buffer.concat([Buffer.from('质量\n\n'), Buffer.from([0xff, 0x41, 0xc0])]),
      'report/1.md:3 workspace-invalid notText',
    ],
    [
      'NUL bytes',
      Buffer.from(`${'质量管理\n'.repeat(30)}甲\0乙`),
      'report/1.md:31 workspace-invalid notText',
    ],
    [
      'a PDF',
      Buffer.from('%PDF-1.4\n%\xE2\xE3\xCF\xD3\n\0\x01\x02', 'latin1'),
      'report/1.md:2 workspace-invalid notText',
    ],
  ])('%s', (_, bytes, finding) => {
    const root = temporaryFolder({ 'ziping.yaml': config, 'report/1.md': bytes })
    expect(summary(readWorkspace(root))).toEqual({ read: [], found: [finding] })
  })

  it('a byte-order mark is none of the text', () => {
    const root = temporaryFolder({
      'ziping.yaml': `\uFEFF${config}`,
      'report/1.md': `\uFEFF${chapter}`,
    })
    const workspace = readWorkspace(root)
    expect(workspace.config.awards).toEqual(['demo'])
    expect(workspace.documents[0]?.text).toBe(chapter)
  })

  it('50 MB are named and not read', () => {
    const root = temporaryFolder({
      'ziping.yaml': config,
      'report/1.md': chapter,
      'data/indicators.yaml': '',
    })
    truncateSync(path.join(root, 'report/1.md'), 50 * 1024 * 1024)
    truncateSync(path.join(root, 'data/indicators.yaml'), 50 * 1024 * 1024)
    const started = performance.now()
    expect(summary(readWorkspace(root))).toEqual({
      read: [],
      found: [
        'data/indicators.yaml:1 workspace-invalid tooLarge',
        'report/1.md:1 workspace-invalid tooLarge',
      ],
    })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('a folder or a pipe under a chapter’s name', () => {
    const root = temporaryFolder({ 'ziping.yaml': config, 'report/2.md/x': '' })
    if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(root, 'report/3.md')])
    const { read, found } = summary(readWorkspace(root))
    expect(read).toEqual([])
    expect(found[0]).toBe('report/2.md:1 workspace-invalid unreadable')
    expect(found).toHaveLength(process.platform === 'win32' ? 1 : 2)
  })
})

describe('paths that lead out', () => {
  it.each(['../other', '/etc', 'C:\\Users', '..\\other', 'a/../../other', './../other'])(
    'report: %s',
    (written) => {
      const root = temporaryFolder({
        'w/ziping.yaml': `award: demo\npaths:\n  report: '${written}'\n`,
        'w/report/1.md': chapter,
        'other/secret.md': chapter,
      })
      expect(summary(readWorkspace(path.join(root, 'w')))).toEqual({
        read: ['report/1.md'],
        found: ['ziping.yaml:3 workspace-invalid escapes'],
      })
    },
  )

  it('links to files and folders outside are refused, inside they are followed', () => {
    const root = temporaryFolder({
      'w/ziping.yaml': config,
      'w/texts/1.md': chapter,
      'other/secret.md': chapter,
      'other/cases/1.md': chapter,
    })
    mkdirSync(path.join(root, 'w/report'))
    symlinkSync('../texts/1.md', path.join(root, 'w/report/1.md'))
    symlinkSync('../../other/secret.md', path.join(root, 'w/report/2.md'))
    symlinkSync('../../other', path.join(root, 'w/report/holding'))
    symlinkSync('../other/cases', path.join(root, 'w/cases'))
    expect(summary(readWorkspace(path.join(root, 'w')))).toEqual({
      read: ['report/1.md'],
      found: [
        'report/2.md:1 workspace-invalid escapes',
        'report/holding:1 workspace-invalid escapes',
        'cases:1 workspace-invalid escapes',
      ],
    })
  })

  it('links in a circle are named and passed over', () => {
    const root = temporaryFolder({ 'ziping.yaml': config, 'report/1.md': chapter })
    symlinkSync('3.md', path.join(root, 'report/2.md'))
    symlinkSync('2.md', path.join(root, 'report/3.md'))
    symlinkSync('.', path.join(root, 'report/again'))
    symlinkSync('..', path.join(root, 'report/up'))
    symlinkSync('nowhere.md', path.join(root, 'report/4.md'))
    expect(summary(readWorkspace(root))).toEqual({
      read: ['report/1.md'],
      found: [
        'report/2.md:1 workspace-invalid unreadable',
        'report/3.md:1 workspace-invalid unreadable',
        'report/4.md:1 workspace-invalid unreadable',
        'report/again:1 workspace-invalid unreadable',
        'report/up:1 workspace-invalid unreadable',
      ],
    })
  })
})

describe('names', () => {
  it('that Windows cannot hold are refused', () => {
    const root = temporaryFolder({
      'ziping.yaml': config,
      'report/1.md': chapter,
      'report/CON.md': chapter,
      'report/lpt1.md': chapter,
      'report/a:b.md': chapter,
      'report/a?.md': chapter,
      'report/a\\b.md': chapter,
      'report/aux/1.md': chapter,
    })
    const { read, found } = summary(readWorkspace(root))
    expect(read).toEqual(['report/1.md'])
    expect(found.map((line) => line.split(' ')[2])).toEqual(Array(6).fill('badName'))
  })

  it('of backups, copies and conflicts are named and passed over', () => {
    const root = temporaryFolder(
      Object.fromEntries(
        [
          'ziping.yaml',
          'report/1.md',
          'report/~$1.md',
          'report/1 - 副本.md',
          'report/1（1）.md',
          'report/1 (2).md',
          'report/备份-1.md',
          'report/1冲突.md',
          'report/._1.md',
        ].map((name) => [name, name === 'ziping.yaml' ? config : chapter]),
      ),
    )
    const { read, found } = summary(readWorkspace(root))
    expect(read).toEqual(['report/1.md'])
    expect(found.map((line) => line.split(' ').at(-1))).toEqual(Array(7).fill('leftover'))
  })

  it('composed and decomposed give the same result', () => {
    const names = ['report/1-café.md', 'report/Société/1-é.md', 'form/é.md']
    const read = (form: 'NFC' | 'NFD'): Workspace =>
      readWorkspace(
        temporaryFolder({
          'ziping.yaml': config,
          ...Object.fromEntries(names.map((name) => [name.normalize(form), chapter])),
        }),
      )
    expect(read('NFD').documents).toEqual(read('NFC').documents)
    expect(read('NFD').documents).toHaveLength(3)
  })

  it('of two kinds on one way are found, and twins are named', () => {
    const root = temporaryFolder({
      'ziping.yaml': config,
      [`report/${'Société'.normalize('NFC')}/${'é'.normalize('NFD')}.md`]: chapter,
      [`cases/${'é'.normalize('NFC')}.md`]: chapter,
      [`cases/${'é'.normalize('NFD')}.md`]: chapter,
    })
    expect(summary(readWorkspace(root))).toEqual({
      read: ['report/Société/é.md', 'cases/é.md'],
      found: ['cases/é.md:1 workspace-invalid leftover'],
    })
  })

  it('are read in the order people mean', () => {
    const names = ['report/10.md', 'report/2.md', 'report/1-b.md', 'report/1-a.md']
    const root = temporaryFolder({
      'ziping.yaml': config,
      ...Object.fromEntries(names.map((name) => [name, chapter])),
    })
    expect(summary(readWorkspace(root)).read).toEqual([
      'report/1-a.md',
      'report/1-b.md',
      'report/2.md',
      'report/10.md',
    ])
  })
})

describe('data that would explode', () => {
  const levels = Array.from(
    { length: 12 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`,
  )
  it.each([
    ['a bomb of aliases', `a0: &a0 [x, x]\n${levels.join('\n')}\n`],
    ['a flood of aliases', `a: &a [${'x, '.repeat(1000)}x]\nb: [${'*a, '.repeat(10_000)}*a]\n`],
    ['an alias of itself', 'a: &a [*a]\n'],
    ['10,000 brackets', `a: ${'['.repeat(10_000)}\n`],
    ['10,000 closed brackets', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`],
    [
      '10,000 levels of indentation',
      Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
    ['10,000 comments', `${'# 注\n'.repeat(10_000)}a: 1\n`],
    ['a key that reaches for the prototype', '__proto__: { polluted: true }\nconstructor: 1\n'],
  ])('%s', (_, text) => {
    const started = performance.now()
    const root = temporaryFolder({ 'ziping.yaml': config, 'data/indicators.yaml': text })
    const { findings } = readWorkspace(root)
    expect(performance.now() - started).toBeLessThan(2000)
    expect(
      findings.every(
        ({ rule, place }) => rule === 'data-invalid' && place.file === 'data/indicators.yaml',
      ),
    ).toBe(true)
    expect('polluted' in {}).toBe(false)
  })
})

it('writes nothing', () => {
  const root = temporaryFolder({
    'ziping.yaml': config,
    'report/1.md': chapter,
    'data/plan.yaml': 'a: [',
  })
  const before = namesIn(root)
  readWorkspace(root)
  expect(namesIn(root)).toEqual(before)
})

it('takes unsaved text for what lies on disk', () => {
  const root = temporaryFolder({ 'ziping.yaml': config, 'report/1.md': chapter })
  writeFileSync(path.join(root, 'report/2.md'), chapter)
  const { documents } = readWorkspace(root, {
    overlay: new Map([
      ['report/2.md', '新的'],
      ['report/乙/1.md', '另一家'],
    ]),
  })
  expect(documents.map(({ path: file, holding, text }) => [file, holding, text])).toEqual([
    ['report/1.md', undefined, chapter],
    ['report/2.md', undefined, '新的'],
    ['report/乙/1.md', '乙', '另一家'],
  ])
})
