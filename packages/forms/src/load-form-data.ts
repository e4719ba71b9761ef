import type { Facts } from '@ziping/award'
import { comparePlaces, type Finding } from '@ziping/diagnostics'
import type { DataFile } from '@ziping/report'
import { fieldsOf } from './award-fields.ts'
import { checkField } from './check-fields.ts'
import { computeFields } from './compute-fields.ts'
import { fillFields } from './fill-fields.ts'
import { factsOf } from './form-facts.ts'
import { openFormFile, unknownFields } from './form-file.ts'
import type { FormSources } from './form-sources.ts'
import type { FormValues } from './form-value.ts'

/** An award's forms, filled in as far as the material goes. */
export interface FormData {
  readonly values: FormValues
  /** All that conditions and rules may speak of, form fields included. */
  readonly facts: Facts
  readonly findings: readonly Finding[]
}

/** Loads data/form.yaml against the award's forms and fills in what follows from other files. */
export function loadFormData(file: DataFile | undefined, sources: FormSources): FormData {
  const { award, applicant, indicators } = sources
  const fields = fieldsOf(award)
  const { values, findings, reading } = fillFields(openFormFile(file), sources)
  const facts = (): Facts => factsOf(applicant, indicators, values, sources)
  computeFields({ sources, reading, values, findings, facts })
  const settled = facts()
  const isBroken = file !== undefined && file.findings.length > 0
  const incomplete = fields.flatMap((field) => {
    const value = values.get(field.id)
    return value === undefined || isBroken ? [] : [...checkField(field, value, settled)]
  })
  const all = [...findings, ...unknownFields(file, fields), ...incomplete]
  return { values, facts: settled, findings: all.sort(byPlace) }
}

function byPlace(a: Finding, b: Finding): number {
  return comparePlaces(a.place, b.place)
}
