import type { VerifiedFile } from '@ziping/verify'
import type { Context } from '../context.ts'
import { isWaived } from '../verify-waivers.ts'

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
      checks: checks.map((one) => {
        const { check, ok, required, measured, pages, severity, words } = one
        return {
          check,
          ok,
          required: required ?? null,
          measured: measured ?? null,
          pages,
          ...(ok ? {} : { severity, ...words?.[language] }),
          ...(isWaived(one) ? { waived: true } : {}),
        }
      }),
    })),
  }
}
