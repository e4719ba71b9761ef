import type { XmlElement } from '@ziping/office-file'
import type { LossList } from '../losses.ts'
import type { DocxFile } from '../package/open-docx.ts'
import { Fields } from './fields.ts'
import type { Numbering } from './numbering.ts'
import type { DraftBlock } from './piece.ts'
import type { Styles } from './styles.ts'

/** What reading a part needs to know. */
export interface Reading {
  readonly docx: DocxFile
  /** The part that is read; its relationships hold. */
  readonly part: string
  readonly styles: Styles
  readonly numbering: Numbering
  readonly losses: LossList
  readonly comments: ReadonlyMap<string, { readonly author: string; readonly text: string }>
  readonly fields: Fields
  /** Made by ziping: what its styles say can be relied on. */
  readonly isOurs: boolean
  /** Comments that have been given their place. */
  readonly placed: Set<string>
  /** Within code tabs stay what they are. */
  readonly isCode?: boolean
  /** How deep text boxes stand in one another. */
  readonly depth: number
  readBlocks(element: XmlElement, reading: Reading): readonly DraftBlock[]
}

/** The same reading for content of its own: a note, a text box. */
export function apart(reading: Reading, part: string = reading.part): Reading {
  return { ...reading, part, fields: new Fields(), depth: reading.depth + 1 }
}
