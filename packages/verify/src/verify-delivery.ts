import { type Award, isSpecified } from '@ziping/award'
import type { Check } from './check.ts'
import { checkEnding, checkFileName, checkFileSize } from './checks/delivery.ts'
import { type Copy, type Requirement, requirementFor } from './requirement.ts'
import type { VerifiedFile } from './verify-file.ts'

/** A file as it is handed in on a disc or through a portal; what it holds has been looked at before. */
export interface DeliveredFile {
  /** As shown; its last part is the file's name. */
  readonly path: string
  readonly bytes: number
  /** How it begins: enough to tell a picture from a PDF. */
  readonly head: Uint8Array
  /** The deliverable it belongs to, if to one. */
  readonly document?: string
}

/** Holds the names, types and sizes of all that goes onto one medium against what the award says of it. */
export function verifyDelivery(
  files: readonly DeliveredFile[],
  copy: Copy,
  award: Award,
): readonly VerifiedFile[] {
  return files.map((file) => {
    const { path, bytes, head, document = '' } = file
    const requirement = requirementOf(file, files, copy, award)
    const checks: readonly Check[] = [
      { check: 'file-name', severity: 'error', ...checkFileName(path, requirement) },
      { check: 'file-type', severity: 'error', ...checkEnding(path, head, requirement) },
      { check: 'file-size', severity: 'error', ...checkFileSize(bytes, requirement) },
    ]
    return { path, document, checks }
  })
}

/**
 * Where a deliverable must be a Word file, one of its files must: the sealed scan of it beside may be whatever the medium takes.
 */
function requirementOf(
  { document }: DeliveredFile,
  files: readonly DeliveredFile[],
  copy: Copy,
  award: Award,
): Requirement {
  const requirement = requirementFor(award, document ?? '', copy)
  const medium = award.media.find(({ id }) => id === copy.medium)
  const asked = medium?.formats.find(({ deliverable }) => deliverable === document)?.types
  if (medium === undefined || asked === undefined) return requirement
  const isThere = files.some((one) => one.document === document && asked.includes(endOf(one.path)))
  if (!isThere) return requirement
  return { ...requirement, types: isSpecified(medium.types) ? medium.types : undefined }
}

function endOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase()
}
