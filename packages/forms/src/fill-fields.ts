import type { Field } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { fieldsByHand, fieldsOf, seriesYears } from './award-fields.ts'
import { differenceOf, isComparable } from './compare-values.ts'
import { assignDocuments, type PrintedDocument } from './field-documents.ts'
import { fillSame, fillSize } from './fill-from-others.ts'
import { differsFromFact } from './findings/disagreement.ts'
import { fieldName } from './findings/field-finding.ts'
import { notToFill, printedElsewhere } from './findings/unknown.ts'
import type { FormFile } from './form-file.ts'
import type { FormSources } from './form-sources.ts'
import { contentOf, type FormRow, type FormValue } from './form-value.ts'
import { isBlank } from './plain-data.ts'
import type { FieldReading } from './read/field-reading.ts'
import { readValue } from './read/read-value.ts'
import { writtenFact, writtenIndicator } from './written.ts'

/** What stands in the fields once all that is written has been brought to them. */
export interface FilledFields {
  readonly values: Map<string, FormValue>
  readonly findings: Finding[]
  readonly reading: FieldReading
}

/** Reads what form.yaml gives and fills the rest from the applicant, other fields and documents. */
export function fillFields(file: FormFile, sources: FormSources): FilledFields {
  const { award } = sources
  const findings: Finding[] = []
  const values = new Map<string, FormValue>()
  const documents = assignDocuments(sources, findings)
  const byHand = fieldsByHand(award)
  const filling: Filling = {
    file,
    sources,
    findings,
    values,
    reading: readingOf(sources, findings),
  }
  for (const field of fieldsOf(award)) {
    const document = documents.get(field.id)
    const value = byHand.has(field.id)
      ? leaveBlank(filling, field)
      : document === undefined
        ? givenOrFilled(filling, field)
        : printDocument(filling, field, document)
    values.set(field.id, value)
  }
  for (const field of fieldsOf(award)) {
    if (field.codes?.startsWith('size-') === true) fillSize(filling, field, sources)
    if (field.sameAs !== undefined) fillSame(filling, field, field.sameAs)
  }
  return filling
}

interface Filling extends FilledFields {
  readonly file: FormFile
  readonly sources: FormSources
}

function readingOf(
  { applicant, indicators, codes, year }: FormSources,
  findings: Finding[],
): FieldReading {
  const reading: FieldReading = {
    codes,
    findings,
    yearsOf: (field) => seriesYears(field, year, applicant.fact),
    cell: (field, written) => readValue(reading, field, written),
    refer: (path) => {
      const id = path.replace(/^indicators\./u, '')
      const indicator = id === path ? undefined : indicators.byId.get(id)
      if (indicator !== undefined) return writtenIndicator(indicators, indicator)
      const fact = writtenFact(applicant, path)
      return fact.value === undefined && fact.gap === undefined ? undefined : fact
    },
  }
  return reading
}

function leaveBlank({ file, findings }: Filling, field: Field): FormValue {
  const written = file.written(field.id)
  if (written !== undefined && !isBlank(written.value))
    findings.push(notToFill(written.keyPlace, { field: fieldName(field) }))
  return { kind: 'by-hand', place: file.placeOf(field.id) }
}

function printDocument(
  { file, findings }: Filling,
  field: Field,
  { document, clause, title }: PrintedDocument,
): FormValue {
  const written = file.written(field.id)
  if (written !== undefined && !isBlank(written.value))
    findings.push(printedElsewhere(written.keyPlace, { field: fieldName(field), value: title }))
  const place = file.placeOf(field.id)
  return { kind: 'document', document, place, ...(clause === undefined ? {} : { clause }) }
}

function givenOrFilled(filling: Filling, field: Field): FormValue {
  const { file, reading, sources, findings } = filling
  const written = file.written(field.id)
  const given = written && readValue(reading, field, written)
  const fact = field.from === undefined ? undefined : writtenFact(sources.applicant, field.from)
  if (given === undefined) {
    const filled = fact && latestFirst(field, readValue(reading, field, fact))
    const place = fact?.place ?? file.placeOf(field.id)
    return filled ?? { kind: 'missing', lacks: [], place }
  }
  if (fact !== undefined && isComparable(field)) {
    const filled = readValue({ ...reading, findings: [] }, field, fact)
    const difference = differenceOf(field, given, filled)
    if (difference !== undefined)
      findings.push(differsFromFact(difference.place, { ...difference, other: field.from ?? '' }))
  }
  return given
}

/** Honours are listed from the latest back. */
function latestFirst({ columns }: Field, value: FormValue | undefined): FormValue | undefined {
  if (value?.kind !== 'filled' || value.content.kind !== 'list') return value
  if (!columns.some(({ id }) => id === 'date')) return value
  const rows = value.content.rows.toSorted((a, b) => dateOf(b).localeCompare(dateOf(a), 'en'))
  return { ...value, content: { kind: 'list', rows } }
}

function dateOf({ cells }: FormRow): string {
  const content = contentOf(cells.get('date'))
  return content?.kind === 'date' ? content.date : ''
}
