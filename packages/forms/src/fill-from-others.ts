import type { Field } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { differenceOf } from './compare-values.ts'
import { differsFromFact, differsFromField } from './findings/disagreement.ts'
import { fieldName } from './findings/field-finding.ts'
import { sizeNotOffered } from './findings/wrong-value.ts'
import type { FormSources } from './form-sources.ts'
import type { FormValue } from './form-value.ts'
import { applicantSize } from './size-class.ts'

interface Filling {
  readonly values: Map<string, FormValue>
  readonly findings: Finding[]
}

/** A field that says the same as another takes its value; given twice, both must agree. */
export function fillSame({ values, findings }: Filling, field: Field, sameAs: string): void {
  const own = values.get(field.id)
  const other = values.get(sameAs)
  if (own === undefined || other === undefined) return
  if (isEmpty(own) && 'content' in other) {
    const { content, place } = other
    values.set(field.id, { kind: 'filled', content, place, from: `form.${sameAs}` })
  } else {
    const difference = differenceOf(field, own, other)
    if (difference !== undefined)
      findings.push(differsFromField(difference.place, { ...difference, other: sameAs }))
  }
}

/** 企业规模 by the rule; what the form does not offer is asked, never chosen (T-12). */
export function fillSize({ values, findings }: Filling, field: Field, sources: FormSources): void {
  const { sizes } = sources.codes
  const own = values.get(field.id)
  if (sizes === undefined || own === undefined) return
  const size = applicantSize(sizes, sources.applicant)
  const { place } = own
  if (size.kind === 'undecided' && isEmpty(own))
    values.set(field.id, { kind: 'missing', lacks: size.missing, place })
  if (size.kind !== 'size') return
  const option = field.options.find(({ label }) => label === size.title)
  const content = { kind: 'choice', ids: [option?.id ?? size.title], several: false } as const
  const computed: FormValue = { kind: 'computed', content, place, by: sizes.id, inputs: [] }
  if (!isEmpty(own)) {
    const difference = differenceOf(field, own, computed)
    if (difference !== undefined)
      findings.push(differsFromFact(place, { ...difference, other: sizes.title }))
  } else if (option === undefined) {
    findings.push(sizeNotOffered(place, { field: fieldName(field), value: size.title }))
    values.set(field.id, { kind: 'missing', lacks: [], place, unreadable: true })
  } else values.set(field.id, computed)
}

function isEmpty(value: FormValue): boolean {
  return value.kind === 'missing' && value.unreadable !== true
}
