import type { BookBlock } from './book.ts'
import type { BookContext } from './book-context.ts'
import { resolveBlocks } from './resolve-blocks.ts'

/** The footnotes cited since the last call, as they stand at the end of a chapter. */
export function takeNotes(context: BookContext): readonly BookBlock[] {
  const notes = context.takeNotes().map(({ number, anchor, note, file }) => {
    const standing = { context, file, width: context.layout.text.width, level: () => 6, depth: 1 }
    return { number, anchor, blocks: resolveBlocks(note.blocks, standing) }
  })
  const { quantum } = context.layout
  return notes.length === 0 ? [] : [{ kind: 'notes', notes, before: quantum * 2 }]
}
