import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A file of the workspace; undefined where there is none or it cannot be read. */
export function readWhole(root: string, file: string): Uint8Array | undefined {
  try {
    return readFileSync(path.join(root, file))
  } catch {
    return undefined
  }
}
