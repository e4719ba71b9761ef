import type { Paragraph } from 'docx'
import { writeBlocks } from '../blocks/write-blocks.ts'
import { inlineRuns } from '../inlines.ts'
import { paragraph } from '../paragraphs.ts'
import { lookOf, type Writing } from '../writing.ts'
import type { MarkdownContext } from './markdown-context.ts'
import { readBlocks } from './read-blocks.ts'

type Footnotes = Readonly<Record<string, { readonly children: readonly Paragraph[] }>>

/** Real footnotes at the foot of the page, which a Book has at the end of a chapter. */
export function writeFootnotes(context: MarkdownContext, writing: Writing): Footnotes {
  const notes = [...context.footnotes.values()]
  return Object.fromEntries(
    notes.map((note, index) => {
      const blocks = readBlocks(note.children, context)
      const [head, ...rest] = blocks
      const look = lookOf('FootnoteText', writing)
      const first =
        head?.kind === 'paragraph' && head.style !== 'code'
          ? inlineRuns(head.content, look, writing)
          : []
      const others = first.length > 0 ? rest : blocks
      const room = { left: 0, width: writing.book.layout.text.width, within: 'page' } as const
      const children = [
        paragraph({ style: 'FootnoteText' }, first),
        ...writeBlocks(others, room, writing),
      ]
      // The library's type knows paragraphs only; what it writes is whatever it is given.
      return [String(index + 1), { children: children as readonly Paragraph[] }]
    }),
  )
}
