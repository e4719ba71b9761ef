import { readFile, stat } from 'node:fs/promises'
import { readWithoutPictures, releaseMemory } from '@ziping/pdf'

/** From here on only the pages' own content of a PDF is taken into memory, not the scans and photographs in it. */
export const heavyBytes: number = 64 * 1024 * 1024

/** A finished file to be looked at; of a large PDF without what its pictures show. */
export async function printedBytes(file: string): Promise<Uint8Array> {
  const isHeavy = file.endsWith('.pdf') && (await stat(file)).size > heavyBytes
  if (!isHeavy) return readFile(file)
  releaseMemory()
  return readWithoutPictures(file)
}
