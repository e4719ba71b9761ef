import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '@ziping/diagnostics'
import { DataFile, readEvidence } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { workspaceWith } from '../test/workspace.ts'
import {
  type AddedFile,
  copyEvidence,
  type EvidenceAddition,
  planEvidence,
} from './add-evidence.ts'
import { appendEntries } from './append-entries.ts'

const index = '# 目录\niso9001:\n  title: 证书 # 原件在档案室\n  file: iso9001.pdf\n'

describe('registering files', () => {
  it('copies what lies elsewhere and leaves what is there', () => {
    const { root, folder, plan } = prepared({
      'inbox/奖状 一等.jpg': 'a',
      'evidence/合同.pdf': 'b',
      'evidence/2019/审计.pdf': 'c',
    })
    const addition = plan('inbox/奖状 一等.jpg', 'evidence/合同.pdf', 'evidence/2019/审计.pdf')
    expect(addition.files.map(shown)).toEqual([
      '奖状-一等 奖状 一等.jpg copied',
      '合同 合同.pdf there',
      '审计 2019/审计.pdf there',
    ])
    copyEvidence(folder, addition)
    expect(readFileSync(path.join(folder, '奖状 一等.jpg'), 'utf8')).toBe('a')
    expect(readFileSync(path.join(root, 'inbox/奖状 一等.jpg'), 'utf8')).toBe('a')
  })

  it('takes title and kind from the name and leaves the rest to be found out', () => {
    const { plan } = prepared({ 'in/质量管理体系认证证书.pdf': '', 'in/x.pdf': '' })
    const { files, text } = plan('in/质量管理体系认证证书.pdf', 'in/x.pdf')
    expect(files.map(({ entry }) => entry.fields['kind'])).toEqual(['certificate', '待查'])
    const [, first] = readEvidence(new DataFile('evidence/evidence.yaml', text)).all
    // What is open is not there yet.
    expect(first).toEqual({
      id: '质量管理体系认证证书',
      title: '质量管理体系认证证书',
      file: '质量管理体系认证证书.pdf',
      kind: 'certificate',
      sealed: false,
    })
    expect(parse(text)).toMatchObject({ x: { issuer: '待查', issued: '待查', kind: '待查' } })
  })

  it('a key that is taken gets a number', () => {
    const { plan } = prepared({ 'in/iso9001.png': '' })
    expect(plan('in/iso9001.png').files.map(({ entry }) => entry.id)).toEqual(['iso9001-2'])
  })

  it('the same file under its name is not copied again', () => {
    const { plan } = prepared({ 'in/a.pdf': 'same', 'evidence/a.pdf': 'same' })
    expect(plan('in/a.pdf').files.map(shown)).toEqual(['a a.pdf there'])
  })

  it.each([
    ['evidence/missing', 'in/nothing.pdf'],
    ['evidence/missing', 'in'],
    ['evidence/type', 'in/a.docx'],
    ['evidence/name', 'in/~$a.pdf'],
    ['evidence/name', 'in/证书 - 副本.pdf'],
    ['evidence/taken', 'in/a.pdf'],
    ['evidence/registered', 'in/iso9001.pdf'],
  ])('refuses the whole with %s: %s', (code, file) => {
    const { folder, plan } = prepared({
      'in/good.pdf': 'good',
      'in/a.docx': '',
      'in/~$a.pdf': '',
      'in/证书 - 副本.pdf': '',
      'in/a.pdf': 'new',
      'in/iso9001.pdf': '',
      'evidence/a.pdf': 'old',
    })
    expect(codeOf(() => plan('in/good.pdf', file))).toBe(code)
    expect(readFileSync(path.join(folder, 'a.pdf'), 'utf8')).toBe('old')
  })
})

describe('the index', () => {
  const entry = { id: 'new', fields: { title: '新：证书', file: '#1.pdf', issued: '待查' } }
  it.each([
    ['block', index],
    ['without a line end', index.trimEnd()],
    ['Windows line ends', index.replaceAll('\n', '\r\n')],
    ['only comments', '# 目录\n#\n'],
    ['nothing', ''],
    [
      'odd spacing and quotes',
      `"iso 9001" :   {title:   '证书' ,   file: "a.pdf"}   # 一\n\n\n# 尾\n`,
    ],
  ])('%s: what there was is kept to the byte', (_, text) => {
    const added = appendEntries(text, [entry])
    expect(added.startsWith(text)).toBe(true)
    expect(parse(added)).toEqual({ ...parse(text), new: entry.fields })
  })

  it('within braces it is written anew, comments included', () => {
    const added = appendEntries('# 目录\n{ a: { title: 甲 } } # 注\n', [entry])
    expect(added).toContain('# 目录')
    expect(added).toContain('# 注')
    expect(parse(added)).toEqual({ a: { title: '甲' }, new: entry.fields })
  })
})

function prepared(files: Readonly<Record<string, string>>): {
  readonly root: string
  readonly folder: string
  readonly plan: (...typed: readonly string[]) => EvidenceAddition
} {
  const { root } = workspaceWith({ 'evidence/evidence.yaml': index })
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), content)
  }
  const folder = path.join(root, 'evidence')
  const known = readEvidence(new DataFile('evidence/evidence.yaml', index)).all
  const plan = (...typed: readonly string[]): EvidenceAddition =>
    planEvidence({
      folder,
      text: index,
      known,
      files: typed.map((one) => ({ typed: one, absolute: path.join(root, one) })),
    })
  return { root, folder, plan }
}

function shown({ entry, name, isCopied }: AddedFile): string {
  return `${entry.id} ${name} ${isCopied ? 'copied' : 'there'}`
}

function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (cause) {
    if (cause instanceof Failure) return cause.code
    throw cause
  }
  return 'nothing was refused'
}
