import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isSpecified, loadAward } from '@ziping/award'
import { loadCodeLists, type PrintedCell, type PrintedForm, printForm } from '@ziping/forms'
import { fillForm } from '@ziping/import-docx'
import { createSubject, type LintSubject } from '@ziping/lint'
import { openReport, readWorkspace } from '@ziping/report'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { hostileFiles } from './hostile-docx.ts'
import { cellTexts, officeForm, plain } from './office-form.ts'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

describe.each([
  ['nantong-org', 'nantong-org-2020'],
  ['nantong-person', 'nantong-person-2020'],
])("the office's own form, %s", async (sample, id) => {
  const subject = await openSample(sample, id)
  const empty = formsOf(subject, false)
  const wanted = formsOf(subject, true)
  const office = await officeForm(empty)
  const filled = fillForm(office, { file: '申报表.docx', forms: wanted, map: new Map() })

  it('takes every value in its own cell', () => {
    expect(filled.notPlaced.map(({ field, label }) => `${field} ${label}`)).toEqual([])
    expect(cellTexts(filled.file)).toEqual(expectedTexts(wanted))
  })

  it('stays as it was where nothing is filled in', () => {
    const before = unzipSync(office)
    const after = unzipSync(filled.file)
    expect(Object.keys(after)).toEqual(Object.keys(before))
    for (const name of Object.keys(before))
      if (name !== 'word/document.xml') expect(after[name], name).toEqual(before[name])
  })

  it('is filled the same twice', () => {
    const again = fillForm(office, { file: '申报表.docx', forms: wanted, map: new Map() })
    expect(Buffer.compare(again.file, filled.file)).toBe(0)
  })
})

async function openSample(sample: string, id: string): Promise<LintSubject> {
  const award = await loadAward(id)
  const workspace = readWorkspace(path.join(root, 'content/samples', sample))
  return createSubject(workspace, openReport(workspace, award), await loadCodeLists(award))
}

function formsOf({ award, form, year }: LintSubject, isFilled: boolean): readonly PrintedForm[] {
  const forms = isSpecified(award.forms) ? award.forms : []
  return forms.map((one) => printForm(one, isFilled ? form.values : new Map(), year))
}

function expectedTexts(forms: readonly PrintedForm[]): readonly string[] {
  return forms.flatMap(({ parts }) =>
    parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'grid'
          ? [...block.head, ...block.rows]
              .flat()
              .map(({ text, value }) => plain(`${text}${value?.text ?? ''}`))
          : [],
      ),
    ),
  )
}

describe('a list longer than the form', () => {
  const value = (text: string): NonNullable<PrintedCell['value']> => ({
    field: 'honours',
    at: 'name',
    state: 'given',
    text,
  })
  const cell = (text: string, given?: string): PrintedCell => ({
    text,
    colspan: 1,
    rowspan: 1,
    ...(given === undefined ? {} : { value: value(given) }),
  })
  const formOf = (rows: readonly (readonly PrintedCell[])[]): PrintedForm => ({
    id: 'f',
    title: '申报表',
    parts: [
      {
        id: 'p',
        blocks: [{ kind: 'grid', columns: [1, 1], head: [[cell('序号'), cell('荣誉名称')]], rows }],
      },
    ],
  })

  it('adds rows like the last one, and fills them', async () => {
    const office = await officeForm([formOf([[cell('1'), cell('', '')]])])
    const names = ['甲&乙', '丙', '丁']
    const wanted = formOf(names.map((name, index) => [cell(String(index + 1)), cell('', name)]))
    const filled = fillForm(office, { file: '申报表.docx', forms: [wanted], map: new Map() })
    expect(filled.notPlaced).toEqual([])
    expect(cellTexts(filled.file).filter((text) => !/^\d*$/.test(text))).toEqual([
      '序号',
      '荣誉名称',
      ...names,
    ])
  })

  it('never takes a value of another row for the one under its year', async () => {
    const sales = formOf([[cell('主营业务收入'), cell('', '')]])
    const office = await officeForm([
      {
        ...sales,
        parts: sales.parts.map((part) => ({
          ...part,
          blocks: [
            {
              kind: 'grid',
              columns: [1, 1],
              head: [[cell('指标'), cell('2017年')]],
              rows: [[cell('主营业务收入'), cell('', '')]],
            },
          ],
        })),
      },
    ])
    const share = formOf([[cell('2017年'), cell('', '12.6%')]])
    const filled = fillForm(office, { file: '申报表.docx', forms: [share], map: new Map() })
    expect(filled.placed).toEqual([])
    expect(filled.notPlaced.map(({ value }) => value)).toEqual(['12.6%'])
  })

  it('goes where formMap says, and tells what has no place', async () => {
    const office = await officeForm([formOf([[cell('1'), cell('', '')]])])
    const other: PrintedForm = {
      id: 'f',
      title: '申报表',
      parts: [
        {
          id: 'p',
          blocks: [
            {
              kind: 'lines',
              lines: [{ label: '传真', value: { field: 'fax', state: 'given', text: '88' } }],
            },
          ],
        },
      ],
    }
    const options = { file: '申报表.docx', forms: [other] }
    const lost = fillForm(office, { ...options, map: new Map() })
    expect(lost.notPlaced).toEqual([{ field: 'fax', label: '传真', value: '88', why: 'no-label' }])
    const mapped = fillForm(office, { ...options, map: new Map([['fax', '表1第2行第2格']]) })
    expect(mapped.placed).toMatchObject([{ field: 'fax', cell: '表1第2行第2格', sure: 'map' }])
    expect(cellTexts(mapped.file)).toContain('88')
  })

  it('is written as UTF-8, and says so, where the office wrote UTF-16', async () => {
    const form = formOf([[cell('1'), cell('', '甲')]])
    const files = unzipSync(await officeForm([formOf([[cell('1'), cell('', '')]])]))
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    const wide = `\uFEFF${xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`
    const office = zipSync({ ...files, 'word/document.xml': Buffer.from(wide, 'utf16le') })
    const filled = fillForm(office, { file: 'a.docx', forms: [form], map: new Map() })
    const after = strFromU8(unzipSync(filled.file)['word/document.xml'] ?? new Uint8Array())
    expect(wide).toContain('encoding="UTF-16"')
    expect(after).toMatch(/^<\?xml [^>]*encoding="UTF-8"/)
    expect(cellTexts(filled.file)).toContain('甲')
  })

  it('checks the boxes that Word can click', async () => {
    const box =
      '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
    const files = unzipSync(await officeForm([]))
    const line = `<w:p><w:r><w:t>企业类型：</w:t></w:r>${box}<w:r><w:t>大型 </w:t></w:r>${box}<w:r><w:t>中 型</w:t></w:r></w:p>`
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace(
      '<w:body>',
      `<w:body>${line}`,
    )
    const office = zipSync({ ...files, 'word/document.xml': strToU8(xml) })
    const size: PrintedForm = {
      id: 'f',
      title: '申报表',
      parts: [
        {
          id: 'p',
          blocks: [
            {
              kind: 'lines',
              lines: [
                {
                  label: '企业类型',
                  value: { field: 'size', state: 'given', text: '□大型 ☑中型' },
                },
              ],
            },
          ],
        },
      ],
    }
    const filled = fillForm(office, { file: 'a.docx', forms: [size], map: new Map() })
    const after = strFromU8(unzipSync(filled.file)['word/document.xml'] ?? new Uint8Array())
    expect(after.match(/w14:checked w14:val="\d"|[☐☑]/g)).toEqual([
      'w14:checked w14:val="0"',
      '☐',
      'w14:checked w14:val="1"',
      '☑',
    ])
  })
})

describe('refuses with a sentence', () => {
  it.each(hostileFiles)('%s', (_, file, bytes, sentence) => {
    expect(() => fillForm(bytes(), { file, forms: [], map: new Map() })).toThrow(sentence)
  })

  it('a form with macros', async () => {
    const office = unzipSync(await officeForm([]))
    const file = zipSync({ ...office, 'word/vbaProject.bin': strToU8('x') })
    expect(() => fillForm(file, { file: 'a.docx', forms: [], map: new Map() })).toThrow(/macros/)
  })
})
