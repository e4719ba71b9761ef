import path from 'node:path'
import { deliverablesOf } from '@ziping/check'
import { receivedFiles } from './deliverable-files.ts'
import { legalName } from './names.ts'
import type { Packing } from './pack-request.ts'
import type { Stage } from './stage.ts'

export const signedFolder = '签章'

/** Copies what has been signed and sealed, under the names its owners gave it. */
export async function placeSigned(packing: Packing, stage: Stage): Promise<void> {
  for (const deliverable of deliverablesOf(packing.subject))
    for (const { from, title } of receivedFiles(deliverable, packing)) {
      const name = legalName(path.basename(from))
      await stage.copy(from, `${signedFolder}/${name}`, { title, document: deliverable.id })
    }
}
