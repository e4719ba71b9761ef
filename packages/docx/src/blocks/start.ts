import type { BookBlock } from '@ziping/resolve'
import type { Element } from '../element.ts'
import { emptyParagraph, leastHeight } from '../paragraphs.ts'
import type { Room, Writing } from '../writing.ts'

/** What may stand in a body or a cell. */
export type Written = Element

/** Handed to the blocks that hold others, so that none imports the one that knows all. */
export type WriteBlocks = (
  blocks: readonly BookBlock[],
  room: Room,
  writing: Writing,
) => readonly Written[]

/** How a block begins, where what stands before it asks for something. */
export interface Start {
  readonly pageBreak: boolean
}

/** Room, or a page's break, above what cannot have either itself. */
export function lead(before: number, start: Start): readonly Element[] {
  const room = roomAbove(before, start)
  if (room === 0 && !start.pageBreak) return []
  return [emptyParagraph(room === 0 ? leastHeight : room, { ...breakOf(start), keepNext: true })]
}

/** Room above a block; at the top of a page there is none. */
export function roomAbove(before: number, { pageBreak }: Start): number {
  return pageBreak ? 0 : before
}

export function breakOf({ pageBreak }: Start): { readonly pageBreak?: true } {
  return pageBreak ? { pageBreak: true } : {}
}

export function isTable(written: Written | undefined): boolean {
  return written?.name === 'w:tbl'
}
