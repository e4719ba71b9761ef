import { type Award, type Field, isSpecified, printYears } from '@ziping/award'
import { seriesYears } from './award-fields.ts'
import { findIndicator } from './compute-fields.ts'
import { fieldNotation } from './read/field-kinds.ts'
import { emptyMap, indented, remark, yamlKey } from './skeleton-text.ts'

/** What a skeleton is written for. */
export interface Writing {
  readonly award: Award
  readonly year: number | undefined
  readonly byHand: ReadonlySet<string>
}

/** A field to fill in is a key below its remark; any other is only a remark. */
export function writeField(key: string, field: Field, writing: Writing): readonly string[] {
  const label = inYear(field.label, writing.year).replace(/[：:]$/u, '')
  const elsewhere = whyNotHere(field, writing)
  if (elsewhere !== undefined) return [`# ${label}（${key}）：${elsewhere}`]
  const note = remark([
    field.required === true ? '必填' : field.required === false ? undefined : '视情况必填',
    howToWrite(field, writing),
    field.hint,
    evidenceWanted(field),
  ])
  return [
    `# ${label}${unitIn(field)}${note === '' ? '' : `：${note}`}`,
    ...writeValue(key, field, writing),
  ]
}

function whyNotHere(field: Field, { award, byHand }: Writing): string | undefined {
  const { officeUse, source, from, sameAs, codes, computed } = field
  if (officeUse) return '由受理机构填写，留空'
  if (byHand.has(field.id)) return '手签、盖章或手填，留空'
  if (source !== undefined) {
    const document = award.deliverables.find(({ id }) => id === source.document)
    return `自动由${document?.title ?? source.document}印出`
  }
  if (from !== undefined) return `自动取自 applicant.yaml 的 ${from}`
  if (sameAs !== undefined) return `自动与 ${sameAs} 相同`
  if (codes?.startsWith('size-') === true)
    return `自动按行业、人数、收入、资产算出（${field.options.map(({ label }) => label).join('、')}）`
  if (computed !== undefined && findIndicator(award, computed) === undefined) return '自动得出'
  return undefined
}

function howToWrite(field: Field, { award }: Writing): string | undefined {
  const indicator = field.computed === undefined ? undefined : findIndicator(award, field.computed)
  if (indicator !== undefined) {
    const inputs = indicator.inputs.filter((input) => input.default === undefined)
    return `各年留空即按公式计算，用到${inputs.map(({ label }) => label).join('、')}`
  }
  if (field.type === 'longtext') return `可写多段，也可另写在 form/${field.id}.md`
  if (field.type === 'choice') return optionList(field)
  if (field.type === 'list') return '每项以“- ”开头，可增加'
  return fieldNotation(field)
}

/** Ranks need proof, the figures beside them do not. */
function evidenceWanted({ evidence }: Field): string | undefined {
  if (evidence === undefined || evidence === false) return undefined
  return evidence === 'rank' ? '填了排名的须附证明' : '须附证明'
}

function optionList({ options, multiple }: Field): string {
  const labels = options.map(({ label }) => label).join('、')
  return `${multiple === true ? '可多选' : '选填一项'}：${labels}`
}

function unitIn({ unit, label }: Field): string {
  return !isSpecified(unit) || label.includes(unit) ? '' : `（${unit}）`
}

function writeValue(key: string, field: Field, { year }: Writing): readonly string[] {
  const name = yamlKey(key)
  switch (field.type) {
    case 'series':
      return [
        `${name}: ${emptyMap([...seriesYears(field, year, () => undefined), ...field.ranks])}`,
      ]
    case 'counts':
      return [`${name}: ${emptyMap(field.options.map(({ label }) => label))}`]
    case 'certificate':
      return [`${name}: ${emptyMap(['获得时间', '证书号', '说明'])}`]
    case 'list':
      return [`${name}:`, ...indented(writeRow(field))]
    default:
      return [`${name}:`]
  }
}

function writeRow({ columns }: Field): readonly string[] {
  return columns
    .filter((column) => !column.readonly)
    .map((column, index) => {
      const note = remark([
        `${column.label}${column.required === true ? '，必填' : ''}`,
        fieldNotation(column),
        column.hint,
      ])
      return `${index === 0 ? '- ' : '  '}${yamlKey(column.id)}:  # ${note}`
    })
}

/** A printed text with its years filled in, once the year is known. */
export function inYear(text: string, year: number | undefined): string {
  return year === undefined ? text : printYears(text, year)
}
