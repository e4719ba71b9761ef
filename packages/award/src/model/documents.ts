import { type Data, type DataMap, isDataMap, member, textAt } from '../read/data.ts'
import type { AwardData } from '../read/read-award.ts'
import { documentLabel, type KnownDocuments } from './sources.ts'

export function knownDocuments({ award, chain, criteria, origins }: AwardData): KnownDocuments {
  const ofFile = new Map(
    [...chain, ...criteria].map(({ source, data }) => [source, member(data, 'docs')] as const),
  )
  return { origins, ofFile, shared: member(award, 'docs') }
}

/** The award's documents, and under `<id>/<key>` those that only its clause trees or ancestors name. */
export function allDocuments({ award, criteria, chain }: AwardData): DataMap {
  const documents: Record<string, Data> = { ...documentsOf(award) }
  const labels = new Set(Object.values(documents).map(labelOf))
  for (const { data } of [...criteria, ...chain])
    for (const [key, document] of Object.entries(documentsOf(data))) {
      if (labels.has(labelOf(document))) continue
      labels.add(labelOf(document))
      documents[`${textAt(data, 'id')}/${key}`] = document
    }
  return documents
}

function documentsOf(data: DataMap): DataMap {
  const documents = member(data, 'docs')
  return isDataMap(documents) ? documents : {}
}

function labelOf(document: Data): string {
  return isDataMap(document) ? documentLabel(document) : ''
}
