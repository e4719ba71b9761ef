import { existsSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { isSpecified, type Medium } from '@ziping/award'
import { type Finding, placeOfFile } from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'
import { type VerifiedFile, verifyDelivery } from '@ziping/verify'
import { manifestName, readManifestFiles } from './manifest.ts'
import { discFolder, folderOf } from './medium-folder.ts'
import { nameFromTemplate } from './names.ts'
import { parcelName } from './parcel-name.ts'
import { uploadedFiles } from './place-upload.ts'
import { filesIn } from './verify-parcel.ts'

/** A file of the parcel, by what is known of it while or after it is made. */
interface Placed {
  /** From the parcel's folder. */
  readonly path: string
  readonly document?: string
}

/** What the names of files are made from. */
interface AwardAndFacts extends Pick<LintSubject, 'award'> {
  readonly applicant: Pick<LintSubject['applicant'], 'fact'>
}

/** Names, types and sizes of the electronic copies in a parcel as it lies there now; none where there is no parcel. */
export async function verifyDelivered(
  folder: string,
  shown: string,
  subject: LintSubject,
): Promise<readonly VerifiedFile[]> {
  const list = path.join(folder, manifestName)
  if (!existsSync(list)) return []
  const listed = readManifestFiles(readFileSync(list, 'utf8')) ?? []
  const documents = new Map(listed.map((file) => [file.path, file.document]))
  const placed = filesIn(folder).map((name): Placed => {
    const document = documents.get(name)
    return { path: name, ...(document === undefined ? {} : { document }) }
  })
  return verifyPlaced(placed, { folder, shown }, subject)
}

/** The same of a parcel that is just being made. */
export async function verifyPlaced(
  files: readonly Placed[],
  { folder, shown }: { readonly folder: string; readonly shown: string },
  { award, applicant }: AwardAndFacts,
): Promise<readonly VerifiedFile[]> {
  const verified: VerifiedFile[] = []
  for (const medium of award.media) {
    const delivered = []
    for (const { path: name, document } of files.filter((file) => isOn(medium, file)))
      delivered.push({
        path: `${shown}/${name}`,
        ...(document === undefined ? {} : { document }),
        ...(await headOf(path.join(folder, name))),
      })
    const { fileName: template } = medium
    const fileName = isSpecified(template) ? nameFromTemplate(template, applicant) : undefined
    const copy = { medium: medium.id, ...(fileName === undefined ? {} : { fileName }) }
    verified.push(...verifyDelivery(delivered, copy, award))
  }
  return verified
}

/** What is wrong with them, as findings. */
export function deliveryFindings(verified: readonly VerifiedFile[]): readonly Finding[] {
  return verified.flatMap(({ path: file, checks }) =>
    checks.flatMap(({ check, ok, severity, words }) =>
      ok || words === undefined
        ? []
        : [
            {
              rule: `verify-${check}`,
              messageId: 'differs',
              severity,
              place: placeOfFile(file),
              words,
            },
          ],
    ),
  )
}

/** Whether a file of dist/ is one of the parcel's electronic copies. */
export function isDelivered(file: string): boolean {
  return [discFolder, uploadedFiles].some((folder) => file.startsWith(`${parcelName}/${folder}/`))
}

/** The zip of a disc is for carrying it about, and not burnt; what somebody added for a portal has to suit it as well. */
function isOn(medium: Medium, { path: name, document }: Placed): boolean {
  if (medium.kind !== 'upload') return name.startsWith(`${folderOf(medium)}/`)
  const isWanted = document === undefined || medium.contains.includes(document)
  return isWanted && name.startsWith(`${uploadedFiles}/`)
}

async function headOf(
  file: string,
): Promise<{ readonly bytes: number; readonly head: Uint8Array }> {
  const handle = await open(file)
  try {
    const head = new Uint8Array(1024)
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    return { bytes: (await handle.stat()).size, head: head.subarray(0, bytesRead) }
  } finally {
    await handle.close()
  }
}
