import type { Award } from '@ziping/award'
import { type ParsedDocument, parseDocument } from './parse-document.ts'
import { assembleReport } from './parse-report.ts'
import type { Report, ReportDocument } from './report.ts'
import type { Workspace } from './workspace.ts'

/** Where parsed files are kept, by their name and text. */
export interface ParseCache {
  get(file: string, text: string): ParsedDocument | undefined
  set(file: string, text: string, parsed: ParsedDocument): void
}

/** Parses the documents of a workspace, each only if the cache does not hold it. */
export function openReport(workspace: Workspace, award: Award, cache?: ParseCache): Report {
  const documents = workspace.documents.map(({ kind, id, holding, path, text }): ReportDocument => {
    let parsed = cache?.get(path, text)
    if (parsed === undefined) {
      parsed = parseDocument(path, text)
      cache?.set(path, text, parsed)
    }
    const perHolding = holding !== undefined && award.repeatPer === 'holding'
    return documentOf({ kind, id, ...(perHolding ? { holding } : {}), parsed })
  })
  return assembleReport(documents, award, workspace.config.numbering)
}

const last = new WeakMap<ParsedDocument, ReportDocument>()

/** The same file in the same part is the same document: what was worked out of it still holds. */
function documentOf(document: ReportDocument): ReportDocument {
  const { kind, id, holding, parsed } = document
  const before = last.get(parsed)
  if (before?.kind === kind && before.id === id && before.holding === holding) return before
  last.set(parsed, document)
  return document
}
