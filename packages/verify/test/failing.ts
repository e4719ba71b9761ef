import type { Award } from '@ziping/award'
import { type CheckName, verifyFile } from '../src/index.ts'
import { copy } from './strict-award.ts'

/** The checks a file does not pass. */
export async function failing(
  bytes: Uint8Array,
  path: string,
  award: Award,
): Promise<readonly CheckName[]> {
  const { checks } = await verifyFile({ path, bytes, document: 'report', copy }, award)
  for (const { check, ok, words } of checks)
    if (ok !== (words === undefined)) throw new Error(`${check} does not say what is wrong`)
  return checks.filter(({ ok }) => !ok).map(({ check }) => check)
}
