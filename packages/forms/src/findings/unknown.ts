import type { FindingMaker } from '@ziping/diagnostics'
import { fieldFinding, type Named, type WithValue } from './field-finding.ts'
import { keySlip } from './key-slips.ts'

export const unknownField: FindingMaker<{
  readonly key: string
  readonly near: string | undefined
}> = fieldFinding('field-unknown', 'unknown', 'error', {
  'zh-CN': ({ key, near }) => ({
    message: `申报表没有“${key}”这一栏`,
    advice:
      keySlip(key)?.['zh-CN'] ??
      (near === undefined ? '核对缩进和写法：各栏的写法见 ziping init' : `是不是“${near}”？`),
  }),
  en: ({ key, near }) => ({
    message: `The form has no field “${key}”`,
    advice:
      keySlip(key)?.en ??
      (near === undefined
        ? 'Check indentation and spelling: compare with what ziping init writes'
        : `Did you mean “${near}”?`),
  }),
})

export const unknownReference: FindingMaker<WithValue> = fieldFinding(
  'field-unknown',
  'reference',
  'error',
  {
    'zh-CN': ({ field, value }) => ({
      message: `${field}取自“${value}”，可是没有这项数据`,
      advice: '写成 indicators.<指标的键> 或 organization.figures.<键>，核对拼写',
    }),
    en: ({ field, value }) => ({
      message: `${field} is taken from “${value}”, which does not exist`,
      advice: 'Write indicators.<key> or organization.figures.<key>; check the spelling',
    }),
  },
)

export const notToFill: FindingMaker<Named> = fieldFinding('field-unknown', 'by-hand', 'warning', {
  'zh-CN': ({ field }) => ({
    message: `${field}由受理机构填写或手签，填了也不印`,
    advice: '删去这一行',
  }),
  en: ({ field }) => ({
    message: `${field} is filled in by the office or by hand; what is written here is not printed`,
    advice: 'Delete this line',
  }),
})

export const printedElsewhere: FindingMaker<WithValue> = fieldFinding(
  'field-unknown',
  'printed-elsewhere',
  'error',
  {
    'zh-CN': ({ field, value }) => ({
      message: `${field}由${value}印出，这里填的不印`,
      advice: `把这里的文字并入${value}，再删去这一行`,
    }),
    en: ({ field, value }) => ({
      message: `${field} is printed from ${value}; what is written here is not`,
      advice: `Move this text to ${value}, then delete the line`,
    }),
  },
)

export const documentUnknown: FindingMaker<{
  readonly file: string
  readonly known: readonly string[]
}> = fieldFinding('field-unknown', 'document', 'error', {
  'zh-CN': ({ file, known }) => ({
    message: `${file} 不知填入哪一栏`,
    advice: `文件名用栏目的代号，如：${known
      .slice(0, 12)
      .map((id) => `${id}.md`)
      .join('、')}`,
  }),
  en: ({ file, known }) => ({
    message: `${file} belongs to no field`,
    advice: `Name it after one: ${known
      .slice(0, 12)
      .map((id) => `${id}.md`)
      .join(', ')}`,
  }),
})
