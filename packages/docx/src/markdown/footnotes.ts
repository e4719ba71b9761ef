import type { FootnoteDefinition } from 'mdast'
import type { Written } from '../blocks/start.ts'
import { writeBlocks } from '../blocks/write-blocks.ts'
import { inlineRuns } from '../inlines.ts'
import { paragraph } from '../paragraphs.ts'
import { Story } from '../story.ts'
import { textRuns } from '../text-runs.ts'
import { lookOf, type Writing } from '../writing.ts'
import { citedIn, type MarkdownContext } from './markdown-context.ts'
import { readBlocks } from './read-blocks.ts'

type Footnotes = Readonly<Record<string, { readonly children: readonly Story[] }>>

/** Real footnotes at the foot of the page, which a Book has at the end of a chapter. */
export function writeFootnotes(context: MarkdownContext, writing: Writing): Footnotes {
  // Word takes a file for damaged in which a footnote has a footnote: there the mark is text.
  const plain: Writing = { ...writing, footnotes: { ids: new Map() } }
  return Object.fromEntries(
    [...context.footnotes.values()].map((note, index) => {
      const below = citedBelow(note, context).flatMap((one) =>
        writeNote(one, `[${numberOf(one, context)}] `, context, plain),
      )
      const children = [...writeNote(note, '', context, plain), ...below]
      // The library puts the note's own mark into the first paragraph.
      const stories = children.map((child) => new Story([child], undefined))
      return [String(index + 1), { children: stories }]
    }),
  )
}

function writeNote(
  note: FootnoteDefinition,
  mark: string,
  context: MarkdownContext,
  writing: Writing,
): readonly Written[] {
  const blocks = readBlocks(note.children, context)
  const [head, ...rest] = blocks
  const look = lookOf('FootnoteText', writing)
  const first =
    head?.kind === 'paragraph' && head.style !== 'code'
      ? inlineRuns(head.content, look, writing)
      : []
  const others = first.length > 0 ? rest : blocks
  const room = { left: 0, width: writing.book.layout.text.width, within: 'page' } as const
  return [
    paragraph({ style: 'FootnoteText' }, [...textRuns(mark, look), ...first]),
    ...writeBlocks(others, room, writing),
  ]
}

/** Notes that nothing but this note cites, directly or through one another: they stand below it. */
function citedBelow(
  note: FootnoteDefinition,
  context: MarkdownContext,
  known: Set<FootnoteDefinition> = new Set([note]),
): readonly FootnoteDefinition[] {
  return citedIn(note).flatMap((identifier) => {
    const found = context.footnotes.get(identifier)
    if (found === undefined || context.cited.has(identifier) || known.has(found)) return []
    known.add(found)
    return [found, ...citedBelow(found, context, known)]
  })
}

function numberOf({ identifier }: FootnoteDefinition, { footnotes }: MarkdownContext): number {
  return [...footnotes.keys()].indexOf(identifier) + 1
}
