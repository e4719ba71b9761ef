import type { CheckedDeliverable } from '@ziping/check'
import type { Finding } from '@ziping/diagnostics'
import type { Context } from '../context.ts'
import { findingAsJson } from './findings.ts'

/** The contract's shape of `pack --json`. */
export function packAsJson(
  packed: {
    readonly ready: boolean
    readonly deliverables: readonly CheckedDeliverable[]
    readonly findings: readonly Finding[]
    readonly outputs?: readonly unknown[] | undefined
  },
  context: Context,
): Readonly<Record<string, unknown>> {
  const { ready, deliverables, findings, outputs } = packed
  return {
    version: 1,
    ready,
    deliverables: deliverables.map(({ id, title, state }) => ({ id, title, state })),
    findings: findings.map((finding) => findingAsJson(finding, context)),
    ...(outputs === undefined ? {} : { outputs }),
  }
}
