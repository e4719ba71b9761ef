import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isSpecified, loadAward } from '@ziping/award'
import { loadCodeLists, type PrintedCell, type PrintedForm, printForm } from '@ziping/forms'
import { fillForm } from '@ziping/import-docx'
import { createSubject, type LintSubject } from '@ziping/lint'
import { openReport, readWorkspace } from '@ziping/report'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

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
    expect(again.file).toEqual(filled.file)
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

/** A form as an office makes it: merged cells, labels spread out and cut into runs, blanks to write on. */
async function officeForm(forms: readonly PrintedForm[]): Promise<Uint8Array> {
  const children = forms.flatMap(({ parts }) =>
    parts.flatMap(({ blocks }) =>
      blocks.flatMap((block): (Paragraph | Table)[] => {
        if (block.kind === 'text') return [new Paragraph(block.text)]
        if (block.kind === 'lines')
          return block.lines.map(({ label, value }) =>
            paragraphOf(`${spread(label)}：${boxesOf(value.text)}`),
          )
        if (block.kind !== 'grid') return []
        const rows = [...block.head, ...block.rows]
        return [
          new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cellOf) })) }),
          new Paragraph(''),
        ]
      }),
    ),
  )
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

function cellOf(cell: PrintedCell): TableCell {
  const value = cell.value === undefined ? '' : boxesOf(cell.value.text)
  return new TableCell({
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    children: [paragraphOf(`${cell.value === undefined ? spread(cell.text) : cell.text}${value}`)],
  })
}

/** 姓名 as 姓　名. */
function spread(label: string): string {
  return /^\p{Script=Han}{2}$/u.test(label) ? `${label[0]}　${label[1]}` : label
}

function boxesOf(text: string): string {
  return text.includes('□') ? text : ''
}

function paragraphOf(text: string): Paragraph {
  const at = Math.ceil(text.length / 2)
  return new Paragraph({
    children: [new TextRun(text.slice(0, at)), new TextRun({ text: text.slice(at), bold: true })],
  })
}

function cellTexts(file: Uint8Array): readonly string[] {
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
  return [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)]
    .map(([cell]) => cell)
    .filter((cell) => !cell.includes('<w:vMerge w:val="continue"/>'))
    .map((cell) =>
      plain(
        [...cell.matchAll(/<w:t[ >][^<]*|<w:t>[^<]*/g)]
          .map(([text]) => text.replace(/^[^>]*>/, ''))
          .join(''),
      ),
    )
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

function plain(text: string): string {
  return text
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/\s/g, '')
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

describe('refused', () => {
  it('a form with macros', async () => {
    const office = unzipSync(await officeForm([]))
    const file = zipSync({ ...office, 'word/vbaProject.bin': strToU8('x') })
    expect(() => fillForm(file, { file: 'a.docx', forms: [], map: new Map() })).toThrow(/macros/)
  })
})
