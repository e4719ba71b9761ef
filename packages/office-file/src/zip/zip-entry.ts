/** A file in a zip, still packed as it lies there. */
export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string
  /** The name as it lies there: not every program writes UTF-8. */
  readonly rawName: Uint8Array
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly packed: Uint8Array
}

/** By what a part is found: names are the same whatever their case, and `/word/…` is `word/…`. */
export function partKey(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase()
}
