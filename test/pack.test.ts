import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runInside } from './run-inside.ts'
import type { Ended } from './run-ziping.ts'
import { SampleCopy } from './sample-copy.ts'

/** The smallest sample: every run prints, and that takes seconds. Parcels of all awards: `test:parcel`. */
const copy = new SampleCopy('wuhan-other')
afterAll(() => copy[Symbol.dispose]())

const pack = (...words: readonly string[]): Promise<Ended> =>
  runInside(['pack', ...words], { cwd: copy.folder })

const parcel = path.join(copy.folder, 'dist/申报包')
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
const bytesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filesIn(folder).map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  )

let first: Ended
let before: Readonly<Record<string, string>> = {}
beforeAll(async () => {
  first = await pack('--json')
  before = bytesIn(parcel)
})

describe('pack', () => {
  it('makes one folder of what exists where the award asks for nothing, and says so', () => {
    const { ready, deliverables, outputs, findings } = JSON.parse(first.out)
    expect(first.code).toBe(0)
    expect({ ready, deliverables }).toEqual({
      ready: true,
      deliverables: [{ id: 'report', title: '自评报告', state: 'ready' }],
    })
    expect(findings.filter((one: { severity: string }) => one.severity === 'error')).toEqual([])
    expect(filesIn(parcel)).toEqual([
      'manifest.json',
      '材料/自评报告.docx',
      '材料/自评报告.pdf',
      '清单.pdf',
    ])
    expect(outputs.map(({ path: file }: { path: string }) => file).sort()).toEqual([
      'dist/申报包/材料/自评报告.docx',
      'dist/申报包/材料/自评报告.pdf',
      'dist/申报包/清单.pdf',
    ])
    const manifest = JSON.parse(readFileSync(path.join(parcel, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ version: 1, award: 'wuhan-person-other', date: '2022-06-28' })
    expect(manifest.notSpecified).toContain('纸质材料')
  })

  it('makes the same bytes of the same material', async () => {
    expect((await pack()).code).toBe(0)
    expect(bytesIn(parcel)).toEqual(before)
  })

  it('leaves nothing beside the parcel', () => {
    expect(
      readdirSync(path.join(copy.folder, 'dist')).filter((name) => name.startsWith('.')),
    ).toEqual([])
  })

  it('compares a parcel with its manifest', async () => {
    const whole = await pack('--check')
    expect([whole.code, whole.out.trim()]).toEqual([0, 'dist/申报包：3 个文件，与清单一致'])
    const file = path.join(parcel, '清单.pdf')
    const bytes = readFileSync(file)
    writeFileSync(file, 'changed')
    const changed = await pack('--check')
    expect(changed.code).toBe(1)
    expect(changed.out).toContain('清单.pdf 打包之后被改动过')
    expect(JSON.parse((await pack('--check', '--json')).out)).toMatchObject({ ready: false })
    writeFileSync(file, bytes)
  })

  it('refuses while something is wrong, says what, and leaves the last parcel alone', async () => {
    const text = readFileSync(copy.file('data/applicant.yaml'), 'utf8')
    copy.change('data/applicant.yaml', 'organization:', 'organisation:')
    const { code, err } = await pack()
    copyBack('data/applicant.yaml', text)
    expect(code).toBe(1)
    expect(err).toContain('organisation')
    expect(err).toMatch(/有 \d+ 处错误，没有打包/)
    expect(bytesIn(parcel)).toEqual(before)
  })

  it('says in a sentence that it cannot write, and leaves the last parcel alone', async () => {
    // A folder in the way of a file stands for a disk that takes nothing more: root may write wherever it likes.
    const last = copy.file('dist/自评报告.pdf')
    rmSync(last)
    mkdirSync(path.join(last, 'in the way'), { recursive: true })
    const { code, err } = await pack()
    rmSync(last, { recursive: true })
    expect(code).toBe(2)
    expect(err).toContain('没有写成')
    expect(err).not.toContain('    at ')
    expect(bytesIn(parcel)).toEqual(before)
  })

  it('says so where there is no parcel yet', async () => {
    using other = new SampleCopy('wuhan-staff')
    const { code, err } = await runInside(['pack', '--check'], { cwd: other.folder })
    expect(code).toBe(2)
    expect(err).toContain('先运行 ziping pack')
  })
})

function copyBack(name: string, text: string): void {
  writeFileSync(copy.file(name), text)
}
