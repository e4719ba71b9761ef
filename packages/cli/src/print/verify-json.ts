import type { VerifiedFile } from '@ziping/verify'
import type { Context } from '../context.ts'

/** The contract's shape of `verify --json`; what the award does not say is null. */
export function verifiedAsJson(
  files: readonly VerifiedFile[],
  { language }: Context,
): Readonly<Record<string, unknown>> {
  return {
    version: 1,
    files: files.map(({ path, document, checks }) => ({
      path,
      document,
      checks: checks.map(({ check, ok, required, measured, pages, severity, words }) => ({
        check,
        ok,
        required: required ?? null,
        measured: measured ?? null,
        pages,
        ...(ok ? {} : { severity, ...words?.[language] }),
      })),
    })),
  }
}
