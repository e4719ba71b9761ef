import { Failure, type Finding, placeOfFile } from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'
import { inspectPdf } from '@ziping/pdf'
import { sizeOf } from './bound-pictures.ts'
import { evidenceTooLarge, evidenceUnreadable } from './build-findings.ts'
import { largestBytes, readWhole } from './read-whole.ts'
import { evidencePath } from './workspace-pictures.ts'

/** The PDFs among the evidence, as far as they can be printed. */
export async function readEvidenceFiles(
  subject: LintSubject,
): Promise<{ readonly pages: ReadonlyMap<string, number>; readonly findings: readonly Finding[] }> {
  const pages = new Map<string, number>()
  const findings: Finding[] = []
  for (const evidence of subject.evidence.all) {
    const file = evidencePath(evidence, subject)
    if (file === undefined || !file.toLowerCase().endsWith('.pdf')) continue
    const place = subject.evidence.file?.placeOf([evidence.id, 'file'])
    const { root } = subject.workspace
    if (sizeOf(root, file) > largestBytes) {
      findings.push(evidenceTooLarge(place ?? placeOfFile(file), { file }))
      continue
    }
    const bytes = readWhole(root, file)
    // A missing file is lint's to report.
    if (bytes === undefined) continue
    try {
      pages.set(file, (await inspectPdf(bytes, file)).length)
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause
      findings.push(evidenceUnreadable(place, cause))
    }
  }
  return { pages, findings }
}
