import type { Field } from '@ziping/award'
import type { FormContent } from '../form-value.ts'
import { asMap, isEmpty, isPlainMap } from '../plain-data.ts'
import type { ScalarKind } from '../scalar.ts'
import type { Written } from '../written.ts'
import type { FieldReading } from './field-reading.ts'
import { complainOfKeys } from './read-cells.ts'
import { readSingle } from './read-single.ts'

type CertificatePart = 'date' | 'number' | 'text' | 'evidence'

/** The parts of 获得时间、证书号及说明, by either name. */
const parts: Readonly<
  Record<CertificatePart, { readonly label: string; readonly kind: ScalarKind }>
> = {
  date: { label: '获得时间', kind: 'dayOrMonth' },
  number: { label: '证书号', kind: 'text' },
  text: { label: '说明', kind: 'text' },
  evidence: { label: '证明', kind: 'text' },
}

/** Reads when a certificate was obtained, its number and a remark; a plain text is the remark. */
export function readCertificate(
  reading: FieldReading,
  field: Field,
  written: Written,
): FormContent | undefined {
  if (!isPlainMap(written.value)) {
    const scalar = readSingle(reading, field, 'text', written)
    return scalar?.kind === 'text' ? { kind: 'certificate', text: scalar.text } : undefined
  }
  const map = asMap(written.value)
  complainOfKeys(
    reading,
    field,
    written,
    Object.entries(parts).flatMap(([id, { label }]) => [id, label]),
  )
  const part = (id: CertificatePart): Readonly<Partial<Record<CertificatePart, string>>> => {
    const { label, kind } = parts[id]
    const cell = written.child(isEmpty(map[id]) ? label : id)
    if (isEmpty(cell.value)) return {}
    const scalar = readSingle(reading, { ...field, id: `${field.id}.${id}` }, kind, cell)
    if (scalar?.kind === 'date') return { [id]: scalar.date }
    return scalar?.kind === 'text' ? { [id]: scalar.text } : {}
  }
  return {
    kind: 'certificate',
    ...part('date'),
    ...part('number'),
    ...part('text'),
    ...part('evidence'),
  }
}
