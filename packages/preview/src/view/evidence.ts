import { placeOfFile } from '@ziping/diagnostics'
import { findImage, type LintSubject } from '@ziping/lint'
import type { Evidence } from '@ziping/report'
import type { Judged } from '../engine.ts'
import type { ShownEvidence } from '../protocol.ts'
import { holesByEntry } from './findings.ts'
import type { Mentions } from './mentions.ts'
import { whereOf } from './where.ts'

/** Every piece of evidence under its printed number, and what it lacks. */
export function showEvidence(
  { subject, findings }: Judged,
  mentions: Mentions,
): readonly ShownEvidence[] {
  const { file, all } = subject.evidence
  const ids = all.map(({ id }) => id)
  const holes = holesByEntry(file, ids, findings)
  return all.map((evidence, index): ShownEvidence => {
    const { id, title } = evidence
    const place = file?.placeOf([id], 'key') ?? placeOfFile('ziping.yaml')
    return {
      id,
      number: index + 1,
      title,
      issuer: evidence.issuer ?? '',
      issued: evidence.issued ?? '',
      expires: evidence.expires ?? '',
      file: evidence.file ?? '',
      state: stateOf(evidence, subject),
      why: evidence.unavailable ?? '',
      clauses: mentions.evidence.get(id) ?? [],
      where: whereOf(place),
      holes: holes.get(id) ?? [],
    }
  })
}

function stateOf(
  { file, unavailable }: Evidence,
  { workspace, files }: LintSubject,
): ShownEvidence['state'] {
  if (file === undefined) return unavailable === undefined ? 'none' : 'unavailable'
  const written = `${workspace.config.paths.evidence}/${file}`
  return findImage(written, 'ziping.yaml', files).kind === 'file' ? 'there' : 'missing'
}
