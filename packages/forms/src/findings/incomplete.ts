import type { FindingMaker, Wording } from '@ziping/diagnostics'
import { fieldFinding, type Named } from './field-finding.ts'

interface Lacking extends Named {
  readonly lacks: readonly string[]
}

/** Where a value would be written: a file, and its key there. */
export interface Home {
  readonly file: string
  readonly key: string
}

export const requiredField: FindingMaker<Named & Home> = fieldFinding(
  'field-required',
  'missing',
  'error',
  {
    'zh-CN': ({ field, file, key }) => ({
      message: `${field}没有填`,
      advice: `填写 ${file} 的 ${key}；还要查的写“待查: 谁 何时”，确实没有的写“无: 理由”`,
    }),
    en: ({ field, file, key }) => ({
      message: `${field} is empty`,
      advice: `Fill in ${key} in ${file}; write “待查: who when” while it is open, “无: reason” if there is none`,
    }),
  },
)

export const lackingInputs: FindingMaker<Lacking> = fieldFinding(
  'field-required',
  'lacks',
  'error',
  {
    'zh-CN': ({ field, lacks }) => ({
      message: `${field}算不出来，还缺：${lacks.join('、')}`,
      advice:
        '在申报表、data/indicators.yaml 或 applicant.yaml 的 organization.figures 里补上，也可直接填写',
    }),
    en: ({ field, lacks }) => ({
      message: `${field} can’t be computed, for want of ${lacks.join(', ')}`,
      advice:
        'Add them to the form, data/indicators.yaml or organization.figures, or fill in the value',
    }),
  },
)

export const reasonMissing: FindingMaker<Named> = fieldFinding(
  'field-required',
  'reason',
  'warning',
  {
    'zh-CN': ({ field }) => ({
      message: `${field}是必填的，写了没有却没有写理由`,
      advice: '写成“无: 理由”',
    }),
    en: ({ field }) => ({
      message: `${field} is required; it says there is none, but not why`,
      advice: 'Write “无: reason”',
    }),
  },
)

export const rowsMissing: FindingMaker<Named & { readonly rows: number; readonly wanted: number }> =
  fieldFinding('field-required', 'rows', 'error', {
    'zh-CN': ({ field, rows, wanted }) => ({
      message: `${field}至少要有 ${wanted} 行，现有 ${rows} 行`,
      advice: '补上，每行以“- ”开头',
    }),
    en: ({ field, rows, wanted }) => ({
      message: `${field} needs at least ${wanted} rows and has ${rows}`,
      advice: 'Add them, each starting with “- ”',
    }),
  })

type Open = Named & { readonly note: string | undefined }
const openWords: Wording<Open> = {
  'zh-CN': ({ field, note }) => ({
    message: `${field}待查${note === undefined ? '' : `：${note}`}`,
    advice: note === undefined ? '写明谁、何时查清：“待查: 财务部 7月20日”' : '查清后填入',
  }),
  en: ({ field, note }) => ({
    message: `${field} is still open${note === undefined ? '' : `: ${note}`}`,
    advice: note === undefined ? 'Say who will find out until when' : 'Fill it in once known',
  }),
}
export const openRequired: FindingMaker<Open> = fieldFinding(
  'field-open',
  'required',
  'error',
  openWords,
)
export const openOptional: FindingMaker<Open> = fieldFinding(
  'field-open',
  'optional',
  'warning',
  openWords,
)
