import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readIndicatorsWorkbook } from './indicators-workbook.ts'
import { cellAddress, readWorkbook } from './read-workbook.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const rels =
  '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>'
const opening = `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>`
const one = `${opening}<sheet name="指标" sheetId="1" r:id="r1"/></sheets></workbook>`

/** The least that is a workbook, with the rows of its one sheet. */
function book(rows: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': one,
    'xl/_rels/workbook.xml.rels': rels,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}" xmlns:x="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  })
}

const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.000%"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="166" formatCode="#,##0.0_ ;[Red]\\-#,##0.0"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="2"/></cellXfs></styleSheet>`

describe('cells as they show on the screen', () => {
  it.each([
    ['<c r="A1"><v>81260</v></c>', 'number 81260'],
    ['<c r="A1"><v>0.30000000000000004</v></c>', 'number 0.3'],
    ['<c r="A1"><v>1.2E-3</v></c>', 'number 0.0012'],
    ['<c r="A1" s="1"><v>0.4355</v></c>', 'percent 43.55'],
    ['<c r="A1" s="1"><v>0.9</v></c>', 'percent 90.00'],
    ['<c r="A1" s="2"><v>0.002138</v></c>', 'percent 0.2138'],
    ['<c r="A1" s="3"><v>43831</v></c>', 'date 43831'],
    ['<c r="A1" s="4"><v>-12</v></c>', 'number -12.0'],
    ['<c r="A1" s="5"><v>12.5</v></c>', 'number 12.50'],
    ['<c r="A1" s="5"><v>12.345</v></c>', 'number 12.345'],
    ['<c r="A1" t="s"><v>0</v></c>', 'text 收入'],
    ['<c r="A1" t="s"><v>1</v></c>', 'text A & <B>'],
    ['<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>', 'text 甲乙'],
    ['<c r="A1" t="str"><f>B1</f><v>待查</v></c>', 'text 待查'],
    ['<c r="A1"><f>B1*2</f><v>8</v></c>', 'number 8'],
    ['<c r="A1"><f>B1*2</f></c>', 'not-calculated '],
    ['<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'error #DIV/0!'],
    ['<c r="A1" t="b"><v>1</v></c>', 'boolean 1'],
    ['<x:c r="A1"><x:v>7</x:v></x:c>', 'number 7'],
  ])('%s', (cell, expected) => {
    const shared =
      '<sst><si><r><t>收</t></r><r><t>入</t></r><rPh><t>shou</t></rPh></si><si><t>A &amp; &#60;B&gt;</t></si></sst>'
    const bytes = book(`<row r="1">${cell}</row>`, {
      'xl/sharedStrings.xml': shared,
      'xl/styles.xml': styles,
    })
    const [sheet] = readWorkbook(bytes)
    expect(sheet?.rows[0]?.map(({ kind, text }) => `${kind} ${text}`)).toEqual([expected])
  })

  it('empty cells are none; cells without an address follow one another', () => {
    const [sheet] = readWorkbook(
      book('<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="E3" s="0"/></row>'),
    )
    expect(sheet?.rows.flat().map((cell) => cellAddress(cell))).toEqual(['B3', 'C3'])
  })

  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [703, 'AAA'],
  ])('column %i is %s', (column, letters) => {
    expect(cellAddress({ row: 9, column })).toBe(`${letters}9`)
  })

  it('hidden sheets are marked, sheets elsewhere are found', () => {
    const two = `${opening}<sheet name="甲" state="veryHidden" r:id="r1"/><sheet name="乙" r:id="r2"/><sheet name="图" r:id="r9"/></sheets></workbook>`
    const bytes = book('<row r="1"><c r="A1"><v>1</v></c></row>', {
      'xl/workbook.xml': two,
      'xl/worksheets/sheet2.xml': '<worksheet/>',
    })
    expect(readWorkbook(bytes).map(({ name, isHidden }) => `${name} ${isHidden}`)).toEqual([
      '甲 true',
      '乙 false',
    ])
  })
})

describe('what is no sound workbook gets a sentence', () => {
  // One for each sentence: all that can be wrong with a file is in packages/office-file.
  const old = Buffer.from('d0cf11e0a1b11ae10000', 'hex')
  const large = '<worksheet>'.padEnd(40_000_000, ' ')
  it.each([
    ['words', Buffer.from('no workbook'), '不是 Excel 工作簿'],
    [
      'a Word file',
      zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
      '不是 Excel 工作簿',
    ],
    ['the old format', old, '是旧的 .xls 格式'],
    [
      'a password',
      Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]),
      '设有打开密码',
    ],
    ['half of it', book('<row/>').subarray(0, 200), '不完整或已损坏'],
    ['unclosed markup', book('<row r="1"><c r="A1'), '不完整或已损坏'],
    [
      'a document type',
      book('', { 'xl/workbook.xml': `<!DOCTYPE x [<!ENTITY a "aa">]>${one}` }),
      'DOCTYPE',
    ],
    ['more than it should hold', book('', { 'xl/worksheets/sheet1.xml': large }), '内容过大'],
    ['no heading', book('<row r="1"><c r="A1"><v>1</v></c></row>'), '没有找到表头'],
  ])('%s', (_, bytes, expected) => {
    const { text, findings } = readIndicatorsWorkbook('data/indicators.xlsx', bytes)
    expect(findings.map(({ words }) => words['zh-CN'].message).join()).toContain(expected)
    expect(text.findings).toEqual(findings)
  })

  it('whatever is cut off or altered never throws', () => {
    const bytes = book('<row r="1"><c r="A1" t="inlineStr"><is><t>指标</t></is></c></row>')
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ 0xff
      for (const input of [altered, bytes.subarray(0, at)])
        expect(readIndicatorsWorkbook('x.xlsx', input).findings.length).toBeGreaterThan(0)
    }
  })
})

/** A zip file of texts. */
function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)])
  return zipSync(Object.fromEntries(packed))
}
