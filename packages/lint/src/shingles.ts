/** A text as copies are compared: letters and digits only. */
export function bareText(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
}

const base = 1_000_003

/** A number for each run of `size` characters; equal runs have equal numbers. */
export function shinglesOf(text: string, size: number): readonly number[] {
  const shingles: number[] = []
  let leading = 1
  for (let i = 1; i < size; i++) leading = Math.imul(leading, base)
  let hash = 0
  for (let i = 0; i < text.length; i++) {
    if (i >= size) hash = (hash - Math.imul(text.charCodeAt(i - size), leading)) | 0
    hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0
    if (i >= size - 1) shingles.push(hash)
  }
  return shingles
}
