import type { BookInline } from '@ziping/resolve'
import { LineFilling } from './line-filling.ts'

export interface LineRoom {
  readonly width: number
  readonly size: number
  /** Of the first line. */
  readonly indent?: number
}

/** How many lines a text takes. */
export function countLines(
  content: readonly BookInline[],
  { width, size, indent = 0 }: LineRoom,
): number {
  const lines = new LineFilling(width, indent)
  fill(lines, content, size)
  return lines.count
}

export function countTextLines(value: string, room: LineRoom): number {
  return countLines([{ kind: 'text', value }], room)
}

/** Raised and lowered signs are so much smaller. */
const small = 0.65
/** Not known yet; most pages have two digits. */
const pageDigits = '00'

function fill(lines: LineFilling, content: readonly BookInline[], size: number): void {
  for (const inline of content)
    switch (inline.kind) {
      case 'text':
      case 'code':
        lines.text(inline.value, size)
        break
      case 'reference':
        lines.text(inline.text, size)
        break
      case 'page-of':
        lines.text(pageDigits, size)
        break
      case 'line-break':
        lines.endLine()
        break
      case 'note-mark':
        lines.text(`[${inline.number}]`, size * small)
        break
      case 'image':
        lines.object(inline.image.width)
        break
      case 'checkbox':
        lines.object(size)
        break
      case 'subscript':
      case 'superscript':
        fill(lines, inline.children, size * small)
        break
      default:
        fill(lines, inline.children, size)
    }
}
