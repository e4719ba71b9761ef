import { type Finding, placeOfFile } from '@ziping/diagnostics'
import { type LintSubject, waiveLater } from '@ziping/lint'
import type { Check, VerifiedFile } from '@ziping/verify'

/** What is wrong in a file and may stay so, as ziping.yaml says. */
export interface WaivedCheck extends Check {
  readonly waived: true
}

/** Marks what the team asked to be left alone; where there is no workspace nobody has. */
export function withWaivers(
  files: readonly VerifiedFile[],
  { subject }: { readonly subject: LintSubject | undefined },
): readonly VerifiedFile[] {
  if (subject === undefined) return files
  return files.map((file) => ({
    ...file,
    checks: file.checks.map((check) => {
      const told = findingOf(file.path, check)
      if (told === undefined || waiveLater([told], subject).findings.length > 0) return check
      return { ...check, waived: true } satisfies WaivedCheck
    }),
  }))
}

export function isWaived(check: Check): check is WaivedCheck {
  return 'waived' in check
}

function findingOf(path: string, { check, ok, severity, words }: Check): Finding | undefined {
  if (ok || words === undefined) return undefined
  const place = placeOfFile(path)
  return { rule: `verify-${check}`, messageId: 'differs', severity, place, words }
}
