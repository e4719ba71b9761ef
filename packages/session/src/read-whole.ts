import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** A file larger than this is no picture and no scan for a book; holding it three times over would end the program. */
export const largestBytes: number = 200 * 1024 * 1024

/** A file of the workspace; undefined where there is none or it cannot be read. */
export function readWhole(root: string, file: string): Uint8Array | undefined {
  const name = path.join(root, file)
  try {
    return statSync(name).size > largestBytes ? undefined : readFileSync(name)
  } catch {
    return undefined
  }
}

/** Whether `readWhole` would read it. */
export function isReadable(root: string, file: string): boolean {
  const size = statSync(path.join(root, file), { throwIfNoEntry: false })?.size
  return size !== undefined && size <= largestBytes
}
