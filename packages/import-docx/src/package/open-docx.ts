import { type OfficeFile, openOfficeFile } from '@ziping/office-file'
import { refuse } from './refusals.ts'

/** A Word file, opened. */
export interface DocxFile extends OfficeFile {
  /** The name of the part that holds the text. */
  readonly main: string
}

/** Opens a Word file, or says in one sentence why not; what its parts say later, `telling` words. */
export function openDocx(bytes: Uint8Array, file: string): DocxFile {
  const opened = openOfficeFile(bytes)
  const carriesMacros = opened.entries.some(({ name }) => /vbaProject\.bin$/i.test(name))
  if (carriesMacros || /\.(?:docm|dotm)$/i.test(file)) throw refuse('macros', file)
  const main = opened.main ?? 'word/document.xml'
  if (opened.xml(main)?.name !== 'w:document') throw refuse('not-office', file)
  return { ...opened, main }
}
