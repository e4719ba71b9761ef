import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editDocx, goodDocx } from '../packages/verify/test/good-docx.ts'
import { plainPdf } from '../packages/verify/test/plain-pdf.ts'
import { runZiping } from './run-ziping.ts'

let folder: string
let workspace: string
let good: Uint8Array
let bad: Uint8Array
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ziping-verify-'))
  workspace = path.join(folder, '申报')
  mkdirSync(path.join(workspace, 'data'), { recursive: true })
  mkdirSync(path.join(workspace, 'report'))
  write('ziping.yaml', 'award: nantong-person-2020\n')
  write('report/1.md', '# 1 意识与素质\n\n正文。\n')
  write(
    'data/applicant.yaml',
    'organization: { name: 南通沧屿电缆有限公司 }\nperson: { name: 施慧筠 }\n',
  )
  good = await goodDocx()
  bad = editDocx(good, {
    'word/document.xml': (xml) => xml.replaceAll('w:h="16838"', 'w:h="15840"'),
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(file: string, content: string | Uint8Array): void {
  writeFileSync(path.join(workspace, file), content)
}

interface Verified {
  readonly version: number
  readonly files: readonly {
    readonly path: string
    readonly document: string
    readonly checks: readonly {
      readonly check: string
      readonly ok: boolean
      readonly required: unknown
      readonly measured: unknown
      readonly pages: readonly number[]
      readonly message?: string
    }[]
  }[]
}

async function verify(...words: string[]): Promise<{ code: number | null; json: Verified }> {
  const { code, out, err } = await runZiping(['verify', ...words, '--json'], { cwd: workspace })
  if (out === '') throw new Error(err)
  return { code, json: JSON.parse(out) }
}

const failed = ({ files }: Verified): readonly string[] =>
  files.flatMap(({ checks }) => checks.filter(({ ok }) => !ok).map(({ check }) => check))

describe('without files', () => {
  it('says what to do where nothing was built', async () => {
    const { code, err } = await runZiping(['verify'], { cwd: workspace })
    expect(code).toBe(2)
    expect(err).toContain('dist/ 里没有可以核对的 PDF 或 Word 文件')
    expect(err).toContain('ziping build')
  })

  it('checks all of dist/, and tells what it left out', async () => {
    mkdirSync(path.join(workspace, 'dist'))
    write('dist/自评报告.docx', good)
    write('dist/书脊.pdf', '%PDF-1.4')
    const { code, out, err } = await runZiping(['verify'], { cwd: workspace })
    expect(code).toBe(0)
    expect(out).toContain('dist/自评报告.docx（自评报告）')
    expect(out).toMatch(/合格 {2}纸张 +210×297 mm/)
    expect(out).toContain('本奖项未规定：页边距')
    expect(out).toContain('核对了 1 个文件：没有不合格的项目')
    expect(err).toContain('dist/书脊.pdf')
  })

  it('has the shape other programs rely on', async () => {
    const { code, json } = await verify()
    expect(code).toBe(0)
    expect(json.version).toBe(1)
    expect(json.files.map(({ path: file, document }) => [file, document])).toEqual([
      ['dist/自评报告.docx', 'report'],
    ])
    const checks = json.files[0]?.checks ?? []
    expect(checks).toHaveLength(19)
    expect(checks[0]).toEqual({
      check: 'paper',
      ok: true,
      required: '210×297 mm',
      measured: '210×297 mm',
      pages: [],
    })
    expect(checks.find(({ check }) => check === 'margins')).toMatchObject({
      ok: true,
      required: null,
    })
  })

  it('ends with 1 where something is wrong, and says what, where and what to do', async () => {
    write('dist/自评报告.docx', bad)
    const { code, out } = await runZiping(['verify'], { cwd: workspace })
    expect(code).toBe(1)
    expect(out).toContain('第 1–2 节的纸张是 210×279.4 mm，通知要求 210×297 mm')
    expect(out).toContain('怎么改：在页面设置里改纸张大小')
    expect(out).toContain('1 项不合格')
    write('dist/自评报告.docx', good)
  })

  it('speaks English', async () => {
    const { out } = await runZiping(['verify', '--lang', 'en'], { cwd: workspace })
    expect(out).toContain('not specified by this award: margins')
    expect(out).toContain('1 file checked: nothing wrong')
  })
})

describe('with files', () => {
  it('holds a file that is handed in against the name the notice gives it', async () => {
    write('申报.docx', good)
    const { code, json } = await verify('申报.docx', '--as', 'form')
    expect(code).toBe(1)
    expect(failed(json)).toEqual(['file-name'])
    expect(json.files[0]?.checks.find(({ check }) => check === 'file-name')?.required).toBe(
      '施慧筠南通沧屿电缆有限公司',
    )
    write('施慧筠南通沧屿电缆有限公司.docx', good)
    expect(await verify('施慧筠南通沧屿电缆有限公司.docx', '--as', 'form')).toMatchObject({
      code: 0,
    })
  })

  it('needs no workspace where the award is named', async () => {
    writeFileSync(path.join(folder, '送来的报告.docx'), bad)
    const words = ['verify', '送来的报告.docx', '--as', 'report', '--award', 'nantong-org-2020']
    const { code, out } = await runZiping(words, { cwd: folder })
    expect(code).toBe(1)
    expect(out).toContain('送来的报告.docx（自评报告）')
  })

  it('takes a PDF for print where the notice wants the file as Word', async () => {
    const words = ['--as', 'form', '--award', 'nantong-org-2020']
    const print = path.join(folder, '申报表.pdf')
    writeFileSync(print, await plainPdf())
    const { out } = await runZiping(['verify', print, ...words, '--json'], { cwd: folder })
    const [file] = (JSON.parse(out) as Verified).files
    expect(file?.checks.find(({ check }) => check === 'file-type')).toMatchObject({ ok: true })
  })

  it('tells a broken file in a sentence and goes on with the next', async () => {
    write('坏.docx', good.subarray(0, 2000))
    const { code, json } = await verify('坏.docx', 'dist/自评报告.docx', '--as', 'report')
    expect(code).toBe(1)
    expect(json.files).toHaveLength(2)
    expect(json.files[0]?.checks.find(({ ok }) => !ok)).toMatchObject({
      check: 'file-type',
      message: '坏.docx 不是完整的 Word 文件',
    })
  })

  it.each([
    [['没有.pdf'], '打不开 没有.pdf'],
    [['申报.docx'], '看不出 申报.docx 是哪一份材料'],
    [['申报.docx', '--as', 'reprot'], '是不是要用 report？'],
  ])('refuses %j', async (words, says) => {
    const { code, out, err } = await runZiping(['verify', ...words], { cwd: workspace })
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(says)
  })
})
