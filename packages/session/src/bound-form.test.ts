import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Award, loadAward } from '@ziping/award'
import { waiveLater } from '@ziping/lint'
import { openReport, readWorkspace } from '@ziping/report'
import { type BookPlan, type PageRun, planBooks } from '@ziping/resolve'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boundForm } from './bound-form.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'ziping-bound-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sample = path.resolve(import.meta.dirname, '../../../content/samples/nantong-org')
const formRun: PageRun = {
  document: 'form',
  role: 'form',
  orientation: 'portrait',
  start: 'new-page',
  folio: 'arabic',
  blocks: [],
}

describe('the form in a bound volume', () => {
  let award: Award
  beforeAll(async () => {
    award = await loadAward('nantong-org-2020')
  })

  it("is ours, which is told where the office's own is filled", () => {
    const [told, ...others] = foundIn('book', 'formTemplate: 表样/申报表.docx')
    expect(others).toEqual([])
    expect(told).toMatchObject({ rule: 'form-bound-own', severity: 'warning' })
    expect(told?.place.file).toBe('ziping.yaml')
    const { message, advice } = told?.words['zh-CN'] ?? {}
    expect(message).toBe(
      '《申报书》里装订的《申报表》是按通知的表样排的，不是填好的 表样/申报表.docx：Word 文件只能由 Word 或 WPS 打印',
    )
    expect(advice).toContain('换下装订本里的那几页')
  })

  it('is nothing to speak of without such a form, in a document of its own, or where it is not printed', () => {
    expect(foundIn('book', '')).toEqual([])
    expect(foundIn('form', 'formTemplate: 申报表.docx')).toEqual([])
    expect(foundIn('book', 'formTemplate: 申报表.docx', [])).toEqual([])
  })

  it('can be waived with a reason', () => {
    const lines = '# ziping-忽略 form-bound-own: 评审办同意按内容装订\nformTemplate: 申报表.docx'
    expect(foundIn('book', lines)).toEqual([])
  })

  function foundIn(
    id: string,
    lines: string,
    runs: readonly PageRun[] = [formRun],
  ): ReturnType<typeof boundForm> {
    const root = mkdtempSync(path.join(folder, 'w'))
    cpSync(sample, root, { recursive: true })
    const config = path.join(root, 'ziping.yaml')
    writeFileSync(config, `${readFileSync(config, 'utf8')}\n${lines}\n`)
    const workspace = readWorkspace(root)
    const report = openReport(workspace, award)
    const plan: BookPlan | undefined = planBooks(report).find((one) => one.id === id)
    if (plan === undefined) throw new Error(`${id} is not planned`)
    const findings = boundForm({ runs }, plan, { award, workspace })
    return waiveLater(findings, { workspace, report }).findings
  }
})
