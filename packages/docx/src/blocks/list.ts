import type { BookList, BookListItem } from '@ziping/resolve'
import { checkbox } from '../checkbox.ts'
import type { Element } from '../element.ts'
import { tab } from '../fields.ts'
import { inlineRuns } from '../inlines.ts'
import { growingLine } from '../line-height.ts'
import { markingOf } from '../list-marking.ts'
import { type ParagraphOptions, paragraph } from '../paragraphs.ts'
import { textRuns } from '../text-runs.ts'
import { lookOf, type Room, type Writing } from '../writing.ts'
import { breakOf, type Start, type WriteBlocks, type Written } from './start.ts'

type Marker = (
  item: BookListItem,
) => Pick<ParagraphOptions, 'list'> & { readonly runs: readonly Element[] }

/** Deepest level Word counts. */
const deepest = 8

/** A list that counts by itself where Word prints the book's very markers, else with markers as text. */
export function writeList(
  list: BookList,
  start: Start,
  room: Room,
  writing: Writing,
  writeBlocks: WriteBlocks,
): readonly Written[] {
  const { listIndent } = writing.book.layout
  const inner: Room = {
    left: room.left + listIndent,
    width: room.width - listIndent,
    within: 'list',
  }
  const marker = markerFor(list, writing)
  return list.items.flatMap((item, index) =>
    writeItem(item, marker(item), index === 0 ? list : undefined, {
      inner,
      start,
      writing,
      writeBlocks,
    }),
  )
}

function markerFor(list: BookList, writing: Writing): Marker {
  const marking = markingOf(list)
  if (marking !== undefined) {
    const level = Math.min(list.depth, deepest)
    const id = writing.numbering.addList(marking, list.start, level)
    return () => ({ list: { id, level }, runs: [] })
  }
  const look = lookOf('ListParagraph', writing)
  return ({ marker, checked }) => ({
    runs: [
      ...(checked === undefined
        ? textRuns(marker, look)
        : [...numberBefore(marker, look), checkbox(checked, look, writing.faces)]),
      tab(look),
    ],
  })
}

/** `1. ☑`: the number stands, the box is made clickable. */
function numberBefore(marker: string, look: Parameters<typeof textRuns>[1]): readonly Element[] {
  return textRuns(marker.replace(/[☑☐□☒]/gu, ''), look)
}

interface ItemSetting {
  readonly inner: Room
  readonly start: Start
  readonly writing: Writing
  readonly writeBlocks: WriteBlocks
}

function writeItem(
  item: BookListItem,
  { list: numbered, runs }: ReturnType<Marker>,
  first: BookList | undefined,
  { inner, start, writing, writeBlocks }: ItemSetting,
): readonly Written[] {
  const [head, ...rest] = item.blocks
  const own = head?.kind === 'paragraph' && head.style !== 'code' ? head : undefined
  const content =
    own === undefined
      ? []
      : writing.anchors.mark(
          own.anchor,
          inlineRuns(own.content, lookOf('ListParagraph', writing), writing, own.place),
        )
  const options: ParagraphOptions = {
    style: 'ListParagraph',
    before: (first?.before ?? 0) + (own?.before ?? 0),
    left: inner.left,
    hanging: writing.book.layout.listIndent,
    ...growingLine(own?.content ?? [], 'ListParagraph', writing),
    ...(numbered === undefined ? {} : { list: numbered }),
    ...(first === undefined ? {} : breakOf(start)),
  }
  const marked = writing.anchors.mark(first?.anchor, [...runs, ...content])
  const others = own === undefined ? item.blocks : rest
  return [paragraph(options, marked), ...writeBlocks(others, inner, writing)]
}
