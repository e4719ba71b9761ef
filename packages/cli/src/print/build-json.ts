import type { Finding } from '@ziping/diagnostics'
import type { BuiltFile } from '@ziping/session'
import type { Context } from '../context.ts'
import { findingAsJson } from './findings.ts'

/** The contract's shape of `build --json`. */
export function buildAsJson(
  outputs: readonly BuiltFile[],
  findings: readonly Finding[],
  context: Context,
): Readonly<Record<string, unknown>> {
  return {
    version: 1,
    outputs,
    findings: findings.map((finding) => findingAsJson(finding, context)),
  }
}
