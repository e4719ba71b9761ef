import type { BookContents } from '@ziping/resolve'
import type { Element } from '../element.ts'
import { field, fieldEnd, fieldStart, innerLink, tab } from '../fields.ts'
import { pageUnknown } from '../findings.ts'
import { paragraph } from '../paragraphs.ts'
import type { StyleId } from '../parts/style-list.ts'
import { textRuns } from '../text-runs.ts'
import { lookOf, pageOf, placeFor, type Writing } from '../writing.ts'
import { breakOf, roomAbove, type Start } from './start.ts'

type Entry = BookContents['entries'][number]

const styles: readonly StyleId[] = ['TOC1', 'TOC1', 'TOC2', 'TOC3', 'TOC4', 'TOC5', 'TOC6']

/** A contents field with its entries already in it: nothing is left for Word to fill in when it opens the file. */
export function writeContents(
  contents: BookContents,
  start: Start,
  writing: Writing,
): readonly Element[] {
  const { entries } = contents
  const before = roomAbove(contents.before, start)
  return entries.map((entry, index) => {
    const style = contents.of === 'headings' ? (styles[entry.level] ?? 'TOC6') : 'TableOfFigures'
    const look = lookOf(style, writing)
    const isFirst = index === 0
    const content = [
      ...(isFirst ? fieldStart(instruction(contents), look) : []),
      ...entryRuns(entry, style, contents, writing),
      ...(index === entries.length - 1 ? [fieldEnd(look)] : []),
    ]
    return paragraph(
      { style, ...(isFirst ? { before, ...breakOf(start) } : {}) },
      isFirst ? writing.anchors.mark(contents.anchor, content) : content,
    )
  })
}

function instruction({ of, entries }: BookContents): string {
  if (of === 'tables') return 'TOC \\h \\z \\c "表"'
  if (of === 'figures') return 'TOC \\h \\z \\c "图"'
  const deepest = Math.max(1, ...entries.map(({ level }) => level))
  return `TOC \\o "1-${deepest}" \\h \\z \\u`
}

function entryRuns(
  { text, anchor }: Entry,
  style: StyleId,
  contents: BookContents,
  writing: Writing,
): readonly Element[] {
  const look = lookOf(style, writing)
  const page = pageOf(anchor, writing)
  if (page === undefined) writing.find(pageUnknown(placeFor(contents.place, writing), { text }))
  const name = writing.anchors.nameOf(anchor)
  const words = [...textRuns(text, look), tab(look)]
  const number = page ?? '?'
  return name === undefined
    ? [...words, ...textRuns(number, look)]
    : [innerLink(name, [...words, ...field(`PAGEREF ${name} \\h`, number, look)])]
}
