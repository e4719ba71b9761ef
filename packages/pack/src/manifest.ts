import type { ParcelFile } from './stage.ts'

export const manifestName = 'manifest.json'

/** What a parcel holds, for whoever wants to be sure that nothing was changed since. */
export interface Manifest {
  readonly version: 1
  readonly award: string
  readonly awardName: string
  readonly applicant: string
  /** The reference date. */
  readonly date: string
  readonly builtWith: Readonly<Record<string, string>>
  readonly files: readonly Omit<ParcelFile, 'crc32'>[]
  /** What the notice leaves open. */
  readonly notSpecified: readonly string[]
}

export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** The files of a manifest; undefined where it is none. */
export function readManifestFiles(text: string): readonly ListedFile[] | undefined {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || !('files' in value)) return undefined
  const { files } = value
  return Array.isArray(files) && files.every(isListed) ? files : undefined
}

export interface ListedFile {
  readonly path: string
  readonly document?: string
  readonly bytes: number
  readonly sha256: string
}

function isListed(value: unknown): value is ListedFile {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'bytes' in value &&
    typeof value.bytes === 'number' &&
    'sha256' in value &&
    typeof value.sha256 === 'string'
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
