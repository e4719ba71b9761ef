import { createHash } from 'node:crypto'

/** Plain data in a few letters; equal data have equal ones. */
export function hashOf(data: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(data) ?? '')
    .digest('base64url')
    .slice(0, 22)
}
