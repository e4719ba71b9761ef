import { type Bilingual, type FindingMaker, type Severity, wording } from '@ziping/diagnostics'
import { maskedFinding } from '../masked-finding.ts'
import { keySlip } from './key-slips.ts'

/** A key that is not known: what may be meant, and where to put what is one's own. */
export interface UnknownKey {
  readonly key: string
  readonly parent: string
  readonly near: string | undefined
}

/** A value that can't be of its kind; what is personal arrives masked. */
export interface WrongValue {
  readonly label: string
  readonly value: string
  readonly name: Bilingual
  readonly written: Bilingual
}

const unknownKey = wording<UnknownKey>({
  'zh-CN': ({ key, parent, near }) => ({
    message: `${parent === '' ? '' : `${parent} 下`}没有“${key}”这一项`,
    advice:
      keySlip(key)?.['zh-CN'] ??
      (near === undefined
        ? '核对写法；本单位自用的事实放在 organization、person 或 project 的 other 下'
        : `是不是“${near}”？`),
  }),
  en: ({ key, parent, near }) => ({
    message: `${parent === '' ? 'There is' : `${parent} has`} no “${key}”`,
    advice:
      keySlip(key)?.en ??
      (near === undefined
        ? 'Check the spelling; facts of your own go under “other” of organization, person or project'
        : `Did you mean “${near}”?`),
  }),
})

function dataFinding<Values>(
  messageId: string,
  severity: Severity,
  words: Parameters<typeof wording<Values>>[0],
): FindingMaker<Values> {
  return maskedFinding({ rule: 'data-invalid', messageId, severity, words })
}

/** What can be wrong with data/applicant.yaml. */
export const dataFindings: {
  readonly misspeltKey: FindingMaker<UnknownKey>
  readonly unknownKey: FindingMaker<UnknownKey>
  readonly wrongValue: FindingMaker<WrongValue>
  readonly dateForm: FindingMaker<{
    readonly label: string
    readonly value: string
    readonly right: string
  }>
  readonly wrongShape: FindingMaker<{ readonly label: string; readonly wanted: Bilingual }>
  readonly creditCode: FindingMaker<{ readonly label: string; readonly value: string }>
  readonly idNumber: FindingMaker<{ readonly label: string; readonly value: string }>
  readonly contradiction: FindingMaker<{
    readonly label: string
    readonly value: string
    readonly other: string
    readonly expected: string
  }>
  readonly honourType: FindingMaker<{ readonly type: string; readonly near: string }>
  readonly incidentType: FindingMaker<{ readonly type: string; readonly known: readonly string[] }>
} = {
  misspeltKey: dataFinding('misspelt-key', 'error', unknownKey),
  unknownKey: dataFinding('unknown-key', 'warning', unknownKey),
  wrongValue: dataFinding<WrongValue>('wrong-value', 'error', {
    'zh-CN': ({ label, value, name, written }) => ({
      message: `${label}“${value}”不是${name['zh-CN']}`,
      advice: written['zh-CN'],
    }),
    en: ({ label, value, name, written }) => ({
      message: `${label}: “${value}” is not ${name.en}`,
      advice: written.en,
    }),
  }),
  dateForm: dataFinding('date-form', 'error', {
    'zh-CN': ({ label, value, right }) => ({
      message: `${label}的写法不对：${value}`,
      advice: `写成 ${right}：各数据文件的日期都这样写`,
    }),
    en: ({ label, value, right }) => ({
      message: `${label} is not written as it should be: ${value}`,
      advice: `Write ${right}: all data files write dates like this`,
    }),
  }),
  wrongShape: dataFinding('wrong-shape', 'error', {
    'zh-CN': ({ label, wanted }) => ({
      message: `${label}要写成${wanted['zh-CN']}`,
      advice: '参照 ziping init 生成的 data/applicant.yaml',
    }),
    en: ({ label, wanted }) => ({
      message: `${label} has to be ${wanted.en}`,
      advice: 'Compare with the data/applicant.yaml that ziping init writes',
    }),
  }),
  creditCode: dataFinding('credit-code', 'warning', {
    'zh-CN': ({ label, value }) => ({
      message: `${label} ${value} 的校验位不对`,
      advice: '照营业执照核对；执照上确是这样（早期代码）的，附上执照复印件并写明豁免理由',
    }),
    en: ({ label, value }) => ({
      message: `The check digit of ${label} ${value} is wrong`,
      advice:
        'Compare with the licence; where it stands so there, attach it and waive this finding',
    }),
  }),
  idNumber: dataFinding('id-number', 'error', {
    'zh-CN': ({ label, value }) => ({
      message: `${label} ${value} 的出生日期或校验位不对`,
      advice: '照身份证核对',
    }),
    en: ({ label, value }) => ({
      message: `Birth date or check digit of ${label} ${value} is wrong`,
      advice: 'Compare with the identity card',
    }),
  }),
  contradiction: dataFinding('contradiction', 'error', {
    'zh-CN': ({ label, value, other, expected }) => ({
      message: `${label}“${value}”与${other}不符`,
      advice: `按${other}应为“${expected}”，请核对两处`,
    }),
    en: ({ label, value, other, expected }) => ({
      message: `${label} “${value}” contradicts ${other}`,
      advice: `By ${other} it is “${expected}”; check both`,
    }),
  }),
  honourType: dataFinding('honour-type', 'warning', {
    'zh-CN': ({ type, near }) => ({
      message: `荣誉类型“${type}”与申报条件的写法“${near}”不同，不会算作它`,
      advice: `是同一荣誉的，type 写“${near}”，全名写在 name 里`,
    }),
    en: ({ type, near }) => ({
      message: `The honour “${type}” is not spelt as the conditions’ “${near}” and does not count as it`,
      advice: `If it is the same, write “${near}” as its type and the full name as its name`,
    }),
  }),
  incidentType: dataFinding('incident-type', 'warning', {
    'zh-CN': ({ type, known }) => ({
      message: `申报条件里没有“${type}”这一类型，判断条件时不会算它`,
      advice: `属于下列之一的，照此写：${known.join('、')}；都不是的，由人判断`,
    }),
    en: ({ type, known }) => ({
      message: `No condition speaks of incidents of the type “${type}”, so none minds it`,
      advice: `Use one of these if it is one: ${known.join(', ')}; else judge it yourselves`,
    }),
  }),
}
