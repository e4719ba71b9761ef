import type { DataFile, DataPath, Workspace } from '@ziping/report'
import { entriesIn } from './data-entries.ts'

/** A key of evidence.yaml, named by other data as the proof of what stands there. */
export interface EvidenceClaim {
  readonly id: string
  readonly file: DataFile
  readonly path: DataPath
}

const evidenceKeys: ReadonlySet<string | number | undefined> = new Set(['evidence', '证明'])

/** Every `evidence:` of the applicant, the form and the indicators. */
export function evidenceClaims({
  applicant,
  form,
  indicators,
}: Workspace): readonly EvidenceClaim[] {
  return [applicant, form, indicators].flatMap((file) => (file === undefined ? [] : claimsIn(file)))
}

function claimsIn(file: DataFile): readonly EvidenceClaim[] {
  const claims: EvidenceClaim[] = []
  for (const { path, value } of entriesIn(file)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue
    const last = path.at(-1)
    if (evidenceKeys.has(last) || (typeof last === 'number' && evidenceKeys.has(path.at(-2))))
      claims.push(...idsIn(String(value)).map((id) => ({ id, file, path })))
  }
  return claims
}

/** `audit-2018, audit-2019`; what is still open or declared to be none names nothing. */
function idsIn(text: string): readonly string[] {
  if (/^\s*(?:待查|无(?:$|[:：])|\/\s*$)/u.test(text)) return []
  return text.split(/[\s,，、]+/u).filter((id) => id !== '')
}
