import type { Facts } from '@ziping/award'
import { comparePlaces, type Finding, type Place, showPlace } from '@ziping/diagnostics'
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
  /** Where the fields that are in form.yaml stand there, by their ids. */
  readonly places: ReadonlyMap<string, Place>
  /** All that conditions and rules may speak of, form fields included. */
  readonly facts: Facts
  readonly findings: readonly Finding[]
}

/** Loads data/form.yaml against the award's forms and fills in what follows from other files. */
export function loadFormData(file: DataFile | undefined, sources: FormSources): FormData {
  const { award, applicant, indicators } = sources
  const fields = fieldsOf(award)
  const form = openFormFile(file)
  const { values, findings, reading } = fillFields(form, sources)
  const facts = (): Facts => factsOf(applicant, indicators, values, sources)
  computeFields({ sources, reading, values, findings, facts })
  const settled = facts()
  const isBroken = file !== undefined && file.findings.length > 0
  const incomplete = fields.flatMap((field) => {
    const value = values.get(field.id)
    return value === undefined || isBroken ? [] : [...checkField(field, value, settled)]
  })
  const all = [...findings, ...unknownFields(file, fields), ...onceEach(incomplete)]
  const places = new Map(
    fields.flatMap(({ id }) => {
      const written = form.written(id)
      return written === undefined ? [] : [[id, written.keyPlace] as const]
    }),
  )
  return { values, places, facts: settled, findings: all.sort(byPlace) }
}

/** Two fields that take over one fact lack it once: what is to be written is the same. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ messageId, place, words }) => {
    if (messageId !== 'missing') return true
    const key = `${showPlace(place)} ${words['zh-CN'].advice}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function byPlace(a: Finding, b: Finding): number {
  return comparePlaces(a.place, b.place)
}
