import { type Award, isSpecified, type LengthLimit } from '@ziping/award'
import { addCounts, nothing, type Report, type ReportDocument } from '@ziping/report'
import { countBlocks, type Resolver } from '@ziping/resolve'
import type { DocumentCoverage } from './coverage.ts'

/** The length of each document, as its own limit counts it. */
export function measureDocuments(report: Report, resolver: Resolver): readonly DocumentCoverage[] {
  const groups = new Map<string, ReportDocument[]>()
  for (const document of report.documents) {
    const key = document.holding === undefined ? document.id : `${document.id}/${document.holding}`
    groups.set(key, [...(groups.get(key) ?? []), document])
  }
  return [...groups].map(([id, documents]): DocumentCoverage => {
    const [first] = documents
    const limit = first === undefined ? undefined : limitFor(report.award, first)
    const length = documents.reduce(
      (count, { parsed }) =>
        addCounts(count, countBlocks(parsed.blocks, parsed.file, resolver, limit?.includes)),
      nothing,
    )
    const most = limit?.max ?? limit?.about
    return {
      id,
      title: titleOf(report.award, first, id),
      length,
      ...(most === undefined ? {} : { limit: most }),
    }
  })
}

function limitFor(award: Award, document: ReportDocument): LengthLimit | undefined {
  const inCharacters = award.limits.filter((limit) => limit.measure === 'characters')
  return inCharacters.find(({ target }) =>
    document.kind === 'field'
      ? 'field' in target && target.field === document.id
      : 'document' in target && target.document === document.id,
  )
}

const usualTitles: Readonly<Record<string, string>> = {
  overview: '组织概述',
  report: '自评报告',
  case: '典型案例',
}

function titleOf(award: Award, document: ReportDocument | undefined, id: string): string {
  if (document?.kind === 'field') {
    const fields = isSpecified(award.forms) ? award.forms.flatMap((form) => form.fields) : []
    return fields.find((field) => field.id === id)?.label ?? id
  }
  const title =
    award.deliverables.find((deliverable) => deliverable.id === document?.id)?.title ??
    usualTitles[document?.id ?? ''] ??
    id
  return document?.holding === undefined ? title : `${title}（${document.holding}）`
}
