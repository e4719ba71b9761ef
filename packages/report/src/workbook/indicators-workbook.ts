import type { DataText } from '@ziping/award'
import type { Bilingual, Finding, Place } from '@ziping/diagnostics'
import { placeOfFile } from '@ziping/diagnostics'
import { OfficeFault, type OfficeProblem } from '@ziping/office-file'
import { findHeading } from './indicator-columns.ts'
import { readIndicatorRows } from './indicator-rows.ts'
import { readWorkbook, type Worksheet } from './read-workbook.ts'
import { SheetData } from './sheet-data.ts'
import { noHeading, unreadableWorkbook } from './workbook-findings.ts'

const reasons: Readonly<Record<OfficeProblem, Bilingual>> = {
  'not-office': { 'zh-CN': '不是 Excel 工作簿', en: 'it is no Excel workbook' },
  'old-format': { 'zh-CN': '是旧的 .xls 格式', en: 'it is in the old .xls format' },
  encrypted: { 'zh-CN': '设有打开密码', en: 'it is protected by a password' },
  'too-large': { 'zh-CN': '展开后的内容过大', en: 'it unpacks to far too much' },
  broken: { 'zh-CN': '文件不完整或已损坏', en: 'it is not whole, or damaged' },
  'document-type': {
    'zh-CN': '含有文档类型声明（DOCTYPE），Excel 和 WPS 都不会写这样的文件',
    en: 'it declares a document type (DOCTYPE), which neither Excel nor WPS does',
  },
}

/** What was read of a workbook of indicators; what is wrong in single cells does not keep the rest from being read. */
export interface IndicatorsWorkbook {
  readonly text: DataText
  readonly findings: readonly Finding[]
}

/** Reads data/indicators.xlsx into what data/indicators.yaml would hold, every value with its cell. */
export function readIndicatorsWorkbook(file: string, bytes: Uint8Array): IndicatorsWorkbook {
  const data = new SheetData(file)
  const unread = (finding: Finding): IndicatorsWorkbook => ({
    text: { ...data.asText(), findings: [finding] },
    findings: [finding],
  })
  try {
    const sheets = readWorkbook(bytes).filter(({ isHidden }) => !isHidden)
    const found = sheets.flatMap((sheet) => readSheet(sheet, data))
    return found.length === 0
      ? unread(noHeading(placeOfFile(file), { file, sheets: names(sheets) }))
      : { text: data.asText(), findings: data.findings }
  } catch (cause) {
    if (!(cause instanceof OfficeFault)) throw cause
    return unread(unreadableWorkbook(placeOfFile(file), { file, why: reasons[cause.why] }))
  }
}

/** Any sheet with the heading counts: some teams keep one for each department. */
function readSheet(sheet: Worksheet, data: SheetData): readonly Place[] {
  const heading = findHeading(sheet)
  if (heading === undefined) return []
  readIndicatorRows(sheet, heading, data)
  return [data.place(sheet, { row: heading.row, column: 1 })]
}

function names(sheets: readonly Worksheet[]): string {
  return sheets.map(({ name }) => name).join('、')
}
