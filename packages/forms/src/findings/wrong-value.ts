import type { Bilingual, FindingMaker } from '@ziping/diagnostics'
import { fieldFinding, type Named, type WithValue } from './field-finding.ts'

export const wrongType: FindingMaker<
  WithValue & { readonly name: Bilingual; readonly written: Bilingual }
> = fieldFinding('field-type', 'value', 'error', {
  'zh-CN': ({ field, value, name, written }) => ({
    message: `${field}填的“${value}”不是${name['zh-CN']}`,
    advice: written['zh-CN'],
  }),
  en: ({ field, value, name, written }) => ({
    message: `${field}: “${value}” is not ${name.en}`,
    advice: written.en,
  }),
})

export const wrongShape: FindingMaker<Named & { readonly wanted: Bilingual }> = fieldFinding(
  'field-type',
  'shape',
  'error',
  {
    'zh-CN': ({ field, wanted }) => ({
      message: `${field}要写成${wanted['zh-CN']}`,
      advice: '对照 ziping init 生成的 data/form.yaml',
    }),
    en: ({ field, wanted }) => ({
      message: `${field} has to be ${wanted.en}`,
      advice: 'Compare with the data/form.yaml that ziping init writes',
    }),
  },
)

export const wrongUnit: FindingMaker<WithValue & { readonly unit: string }> = fieldFinding(
  'field-type',
  'unit',
  'error',
  {
    'zh-CN': ({ field, value, unit }) => ({
      message: `${field}的单位是${unit}，“${value}”换算不过来`,
      advice: `按${unit}填写`,
    }),
    en: ({ field, value, unit }) => ({
      message: `${field} is in ${unit}; “${value}” can’t be converted`,
      advice: `Give it in ${unit}`,
    }),
  },
)

export const doubtfulCredit: FindingMaker<WithValue> = fieldFinding(
  'field-check-digit',
  'uscc',
  'warning',
  {
    'zh-CN': ({ field, value }) => ({
      message: `${field} ${value} 的校验位不对`,
      advice: '照营业执照核对；执照上确是这样（早期代码）的，附上执照复印件并写明豁免理由',
    }),
    en: ({ field, value }) => ({
      message: `The check digit of ${field} ${value} is wrong`,
      advice:
        'Compare with the licence; where it stands so there, attach it and waive this finding',
    }),
  },
)

export const doubtfulId: FindingMaker<WithValue> = fieldFinding(
  'field-check-digit',
  'idcard',
  'error',
  {
    'zh-CN': ({ field, value }) => ({
      message: `${field} ${value} 的出生日期或校验位不对`,
      advice: '照身份证核对',
    }),
    en: ({ field, value }) => ({
      message: `Birth date or check digit of ${field} ${value} is wrong`,
      advice: 'Compare with the identity card',
    }),
  },
)

export const doubtfulIndustry: FindingMaker<WithValue> = fieldFinding(
  'field-check-digit',
  'industry',
  'error',
  {
    'zh-CN': ({ field, value }) => ({
      message: `${field} ${value} 的门类字母与前两位数字不符，或没有这个大类`,
      advice: '照 GB/T 4754-2017 核对，如 C3551 属 C 制造业（13–43）',
    }),
    en: ({ field, value }) => ({
      message: `Letter and division of ${field} ${value} disagree, or there is no such division`,
      advice: 'Compare with GB/T 4754-2017: C3551 is in C, divisions 13 to 43',
    }),
  },
)

export const wrongOption: FindingMaker<
  WithValue & { readonly options: readonly string[]; readonly near: string | undefined }
> = fieldFinding('field-option', 'option', 'error', {
  'zh-CN': ({ field, value, options, near }) => ({
    message: `${field}没有“${value}”这一选项`,
    advice: near === undefined ? `可选：${options.join('、')}` : `是不是“${near}”？`,
  }),
  en: ({ field, value, options, near }) => ({
    message: `${field} has no option “${value}”`,
    advice: near === undefined ? `Options: ${options.join(', ')}` : `Did you mean “${near}”?`,
  }),
})

/** T-12: the classification has 微型, the form has not; nothing is filled in its stead. */
export const sizeNotOffered: FindingMaker<WithValue> = fieldFinding(
  'field-option',
  'size',
  'error',
  {
    'zh-CN': ({ field, value }) => ({
      message: `按划分办法本组织是${value}，${field}却没有这一选项`,
      advice: '先向受理机构问清填哪一项，再把答复的选项填入；不要自行改填小型',
    }),
    en: ({ field, value }) => ({
      message: `By the rule the organization is ${value}, but ${field} has no such option`,
      advice: 'Ask the office which option to take, then fill it in; do not choose one yourself',
    }),
  },
)

export const outOfRange: FindingMaker<
  WithValue & { readonly min: number | undefined; readonly max: number | undefined }
> = fieldFinding('field-range', 'range', 'error', {
  'zh-CN': ({ field, value, min, max }) => ({
    message: `${field}填的 ${value} ${bounds(min, max, ['不小于', '不大于', '、'])}`,
    advice: '核对数值与单位',
  }),
  en: ({ field, value, min, max }) => ({
    message: `${field}: ${value} ${bounds(min, max, ['at least ', 'at most ', ', '])}`,
    advice: 'Check the figure and its unit',
  }),
})

function bounds(
  min: number | undefined,
  max: number | undefined,
  [least, most, and]: readonly [string, string, string],
): string {
  const said = [
    ...(min === undefined ? [] : [`${least}${min}`]),
    ...(max === undefined ? [] : [`${most}${max}`]),
  ]
  return `（${said.join(and)}）`
}
