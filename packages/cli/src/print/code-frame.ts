import { maskPersonal } from '@ziping/forms'
import { displayWidth } from './width.ts'

/** A line of a file, and below it what marks a stretch of it. */
export interface CodeFrame {
  readonly line: string
  readonly marks: string
}

/** A line cut to a width around the place from one column to another, both in UTF-16 units from 1. */
export function codeFrame(
  line: string,
  columns: { readonly from: number; readonly to: number },
  width: number,
): CodeFrame {
  const shown = maskPersonal(printable(line))
  const before = maskPersonal(printable(line.slice(0, columns.from - 1)))
  const start = shown.startsWith(before) ? before.length : 0
  const marked = printable(line.slice(columns.from - 1, columns.to - 1))
  const { text, left } = cutAround(shown, start, width)
  const indent = displayWidth(shown.slice(left, start)) + (left > 0 ? 2 : 0)
  const room = displayWidth(text) - indent
  const length = Math.max(1, Math.min(displayWidth(marked), room))
  return { line: text, marks: ' '.repeat(indent) + '^'.repeat(length) }
}

/** Where a line is too long: what stands a third of the width before the place, and on from there. */
function cutAround(
  line: string,
  start: number,
  width: number,
): { readonly text: string; readonly left: number } {
  if (displayWidth(line) <= width) return { text: line, left: 0 }
  const before = [...line.slice(0, start)]
  let left = start
  if (displayWidth(line.slice(0, start)) <= width / 2) left = 0
  else
    for (let room = Math.floor(width / 3); left > 0 && room > 0; ) {
      const character = before.pop() ?? ''
      room -= displayWidth(character)
      left -= character.length
    }
  let text = ''
  const room = width - 2 - (left > 0 ? 2 : 0)
  for (const character of line.slice(left)) {
    if (displayWidth(text + character) > room)
      return { text: `${left > 0 ? '… ' : ''}${text}…`, left }
    text += character
  }
  return { text: `${left > 0 ? '… ' : ''}${text}`, left }
}

/** Tabs and other control characters as one space each, so that columns stay columns. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  return text.replace(/[\u0000-\u001F\u007F\u2028\u2029]/g, ' ')
}
