import type { Block, Report } from '@ziping/report'

/** Names of the places that references lead to: unique, and the same from build to build. */
export interface Anchors {
  ofBlock(file: string, block: Block): string
  ofClause(clause: string, holding: string | undefined): string
  ofEvidence(id: string): string
}

/** Blocks are named by their key, which changes only with their own text. */
export function nameAnchors(report: Report): Anchors {
  const files = new Map(report.documents.map(({ parsed }, index) => [parsed.file, index + 1]))
  return {
    ofBlock: (file, block) => `b${files.get(file) ?? 0}-${block.key}`,
    ofClause: (clause, holding) =>
      holding === undefined ? `clause-${clause}` : `clause-${holding}-${clause}`,
    ofEvidence: (id) => `evidence-${id}`,
  }
}
