import type { Finding } from '@ziping/diagnostics'
import { placeOfFile } from '@ziping/diagnostics'
import { fieldsOf } from './award-fields.ts'
import { documentUnknown } from './findings/unknown.ts'
import type { FormSources } from './form-sources.ts'

/** A text printed in a field's place. */
export interface PrintedDocument {
  readonly document: string
  readonly clause?: string
  /** How it is called in messages. */
  readonly title: string
}

/** Which field prints which document: the report by the award, form/<field>.md by its name. */
export function assignDocuments(
  { award, documents }: FormSources,
  findings: Finding[],
): ReadonlyMap<string, PrintedDocument> {
  const assigned = new Map<string, PrintedDocument>()
  for (const { id, source } of fieldsOf(award)) {
    if (source === undefined) continue
    const { document, clause } = source
    const title = award.deliverables.find((one) => one.id === document)?.title ?? document
    assigned.set(id, { document, title, ...(clause === undefined ? {} : { clause }) })
  }
  const texts = fieldsOf(award).filter(
    ({ type, source, officeUse }) => type === 'longtext' && source === undefined && !officeUse,
  )
  const ids = texts.map(({ id }) => id)
  for (const { id, path } of documents) {
    const found = fieldFor(id, ids)
    if (found === undefined)
      findings.push(documentUnknown(placeOfFile(path), { file: path, known: ids }))
    else assigned.set(found, { document: path, title: path })
  }
  return assigned
}

/** `p.deeds.md`, or `deeds.md` where only one field ends so. */
function fieldFor(name: string, ids: readonly string[]): string | undefined {
  if (ids.includes(name)) return name
  const ending = ids.filter((id) => id.split('.').at(-1) === name)
  return ending.length === 1 ? ending[0] : undefined
}
