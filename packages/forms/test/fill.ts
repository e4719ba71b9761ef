import { type Award, awardYear, isSpecified, loadAward } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { DataFile, readIndicators } from '@ziping/report'
import { loadApplicant } from '../src/applicant.ts'
import { loadCodeLists } from '../src/code-lists.ts'
import type { FieldDocument } from '../src/form-sources.ts'
import { cellOf, type FormValue } from '../src/form-value.ts'
import { type FormData, loadFormData } from '../src/load-form-data.ts'
import { printValue } from '../src/print-value.ts'

/** The data files of a workspace, as text. */
export interface Written {
  readonly applicant?: string
  readonly form?: string
  readonly indicators?: string
  readonly documents?: readonly FieldDocument[]
  readonly date?: string
  readonly year?: number
}

export interface Filled extends FormData {
  readonly award: Award
  readonly year: number | undefined
  readonly applicantFindings: readonly Finding[]
}

/** Loads an award and fills its forms from what is written. */
export async function fill(awardId: string, written: Written): Promise<Filled> {
  const award = await loadAward(awardId)
  const codes = await loadCodeLists(award)
  const year = awardYear(award, written.year)
  const { applicant, findings } = loadApplicant(
    dataFile('data/applicant.yaml', written.applicant),
    codes.industries,
  )
  const closes = isSpecified(award.schedule) ? award.schedule.closes : undefined
  const data = loadFormData(dataFile('data/form.yaml', written.form), {
    award,
    year,
    date: written.date ?? (isSpecified(closes) ? closes : undefined),
    applicant,
    indicators: readIndicators(dataFile('data/indicators.yaml', written.indicators)),
    codes,
    documents: written.documents ?? [],
  })
  return { ...data, award, year, applicantFindings: findings }
}

export function dataFile(file: string, text: string | undefined): DataFile | undefined {
  return text === undefined ? undefined : new DataFile(file, text)
}

/** `field-type/value 3:9 “传真号码”（t1.fax）…` */
export function show({ rule, messageId, place, words }: Finding): string {
  return `${rule}/${messageId} ${place.line}:${place.column} ${words['zh-CN'].message}`
}

/** The facts of a machine maker in Nantong, invented. */
export const organization = `
organization:
  name: 江苏梭澜纺织机械股份有限公司
  uscc: 91320600MA1TEKT00L
  region: 320612
  sector: 工业
  industry: C3551 纺织专用设备制造
  employees: 1116
  revenue: 81260
  cqo: { name: 沈蔚然, since: 2018-01-15 }
  figures:
    productTax: { 2019: 620 }
    vat: { 2019: 2380 }
    interest: { 2019: 410 }
    assetsClose: { 2018: 58000, 2019: 62000 }
    liabilitiesClose: { 2019: 27000 }
    employeesAverage: { 2019: 660 }
people: { contact: { department: 质量管理部, name: 邵一宁, mobile: 13900000612 } }
honours:
  - { type: 县级政府质量奖, name: 通州区区长质量奖, date: 2017-11-16 }
  - { type: 省质量信用AAA, date: 2018-12-18 }
`

/** Fills the organization's form of Nantong. */
export const nantong = (form: string, more = ''): Promise<Filled> =>
  fill('nantong-org-2020', { applicant: organization + more, form })

/** The findings but those about what has not been filled in yet. */
export function told({ findings }: Filled, ...rules: readonly string[]): readonly string[] {
  const wanted = findings.filter(({ rule }) =>
    rules.length === 0 ? rule !== 'field-required' : rules.includes(rule),
  )
  return wanted.map(show)
}

/** A field as printed, or one year or rank of it. */
export function printed({ award, values }: Filled, id: string, at?: string): string | undefined {
  const fields = award.forms === 'not-specified' ? [] : award.forms.flatMap((form) => form.fields)
  const field = fields.find((one) => one.id === id)
  const value = at === undefined ? values.get(id) : cellOf(values.get(id), at)
  return field && printValue(value, field)
}

export function kindOf({ values }: Filled, id: string, at?: string): FormValue['kind'] | undefined {
  return (at === undefined ? values.get(id) : cellOf(values.get(id), at))?.kind
}
