import path from 'node:path'
import type { BuiltFile } from '@ziping/session'
import { legalName } from './names.ts'
import type { Packing } from './pack-request.ts'
import type { ParcelFile, Stage } from './stage.ts'

export const printFolder = '印刷'

/** Copies the bound volumes and their spines into the printer's folder. */
export async function placeVolumes(
  { built, subject }: Packing,
  stage: Stage,
): Promise<readonly ParcelFile[]> {
  const placed: ParcelFile[] = []
  for (const file of built.outputs.filter(isForPrinter)) {
    const name = path.posix.basename(file.path)
    const title = name.replace(/\.[^.]+$/, '')
    placed.push(
      await stage.copy(
        path.join(subject.workspace.root, file.path),
        `${printFolder}/${legalName(title)}.pdf`,
        { title, document: file.document, ...pagesOf(file) },
      ),
    )
  }
  return placed
}

function isForPrinter({ document, format }: BuiltFile): boolean {
  return format === 'pdf' && /^(?:book|spine)(?:-|$)/.test(document)
}

export function pagesOf({ pages }: BuiltFile): { readonly pages?: number } {
  return pages === undefined ? {} : { pages }
}
