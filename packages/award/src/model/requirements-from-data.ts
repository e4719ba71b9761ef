import type { Finding } from '@ziping/diagnostics'
import type { Requirement } from '../clause.ts'
import { type Data, listAt } from '../read/data.ts'
import { complete } from './complete.ts'
import { requirementShape } from './shapes.ts'
import { createSourceResolver, type KnownDocuments } from './sources.ts'

/** A clause's requirements, from data that its schema has admitted: here it takes its type. */
export function requirementsFromData(
  clause: Data | undefined,
  documents: KnownDocuments,
): { readonly requirements: readonly Requirement[]; readonly findings: readonly Finding[] } {
  const sources = createSourceResolver(documents)
  const list = complete(listAt(clause, 'requirements'), requirementShape, sources)
  return { requirements: list as unknown as readonly Requirement[], findings: sources.findings }
}
