import type { PdfPage, TextItem } from '@ziping/pdf'
import { most } from '../judge.ts'

/** Words that stand in one row without a gap: a line of a paragraph, a cell, a page number. */
export interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Of the baseline, from the foot of the page. */
  readonly y: number
  readonly size: number
  readonly font: string
  /** How many Chinese characters are in it. */
  readonly chinese: number
}

/** What stands on one baseline. */
export interface Line {
  readonly y: number
  readonly segments: readonly Segment[]
}

const chinese = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu

/** The lines of a page from top to bottom. */
export function linesOf({ text }: PdfPage): readonly Line[] {
  const items = text
    .filter((item) => item.text.trim() !== '')
    .toSorted((a, b) => b.y - a.y || a.x - b.x)
  const rows: TextItem[][] = []
  for (const item of items) {
    const row = rows.at(-1)
    const first = row?.[0]
    // What is raised or lowered by less than half a letter still belongs to the line.
    if (row !== undefined && first !== undefined && first.y - item.y < 0.4 * largest(row, item))
      row.push(item)
    else rows.push([item])
  }
  return rows.map((row) => {
    const segments = segmentsOf(row.toSorted((a, b) => a.x - b.x))
    return { y: segments[0]?.y ?? 0, segments }
  })
}

function largest(row: readonly TextItem[], item: TextItem): number {
  return Math.max(item.size, ...row.map(({ size }) => size))
}

function segmentsOf(row: readonly TextItem[]): readonly Segment[] {
  const groups: TextItem[][] = []
  for (const item of row) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const isNext =
      before !== undefined &&
      item.x - (before.x + before.width) < 1.2 * Math.max(item.size, before.size)
    if (group !== undefined && isNext) group.push(item)
    else groups.push([item])
  }
  return groups.map(segmentOf)
}

function segmentOf(items: readonly TextItem[]): Segment {
  const main = items.toSorted((a, b) => weight(b.text) - weight(a.text))[0]
  const text = items.map((item) => item.text).join('')
  return {
    text,
    left: Math.min(...items.map(({ x }) => x)),
    right: Math.max(...items.map(({ x, width }) => x + width)),
    y: main?.y ?? 0,
    size: main?.size ?? 0,
    font: main?.font ?? '',
    chinese: text.match(chinese)?.length ?? 0,
  }
}

/** The face of a line is that of its Chinese letters. */
function weight(text: string): number {
  return (text.match(chinese)?.length ?? 0) * 1000 + text.length
}

/** The most frequent value, each counted with its weight, in steps. */
export function commonest(
  values: readonly { readonly value: number; readonly weight: number }[],
  step: number,
): number | undefined {
  const binned = values.flatMap(({ value, weight: times }) =>
    Array.from({ length: times }, () => Math.round(value / step) * step),
  )
  return most(binned)
}
