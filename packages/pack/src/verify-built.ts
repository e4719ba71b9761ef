import path from 'node:path'
import { type Finding, placeOfFile } from '@ziping/diagnostics'
import type { BuiltFile } from '@ziping/session'
import { verifyFile } from '@ziping/verify'
import type { PackRequest } from './pack-request.ts'
import { printedBytes } from './printed-bytes.ts'

/** Holds every file that was printed against the award's format; what is not as it must be is a finding. */
export async function verifyBuilt(
  outputs: readonly BuiltFile[],
  { subject, onStep }: PackRequest,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const output of outputs) {
    // A label to be cut out is no page of the book.
    if (/^spine(?:-|$)/.test(output.document)) continue
    onStep?.({ stage: 'verifying', file: output.path })
    const bytes = await printedBytes(path.join(subject.workspace.root, output.path))
    const { document, path: file } = output
    const { checks } = await verifyFile({ path: file, bytes, document }, subject.award)
    for (const { check, ok, severity, words } of checks) {
      if (ok || words === undefined) continue
      const place = placeOfFile(file)
      findings.push({ rule: `verify-${check}`, messageId: 'differs', severity, place, words })
    }
  }
  return findings
}
