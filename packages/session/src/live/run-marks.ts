import { statSync } from 'node:fs'
import path from 'node:path'
import type { Book } from '@ziping/resolve'

/** What a run of pages looks like, in a few words: lines may move in its file without anything to print anew. */
export type RunMark = string

/** A mark for each run, which differs when anything that prints differs, the pictures on disk included. */
export function runMarks(book: Book, root: string): readonly RunMark[] {
  const stamps = new Map<string, string>()
  const stampOf = (file: string): string => {
    const known = stamps.get(file) ?? stampOnDisk(path.join(root, file))
    stamps.set(file, known)
    return known
  }
  const printed = (key: string, value: unknown): unknown => {
    if (key === 'place') return undefined
    return key === 'file' && typeof value === 'string' ? `${value} ${stampOf(value)}` : value
  }
  return book.runs.map((run) => JSON.stringify(run, printed))
}

function stampOnDisk(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined ? '' : `${found.mtimeMs} ${found.size}`
}

/** Neighbouring runs of the new book that take the place of runs of the old one; ends are not included. */
export interface ChangedRuns {
  readonly old: { readonly from: number; readonly to: number }
  readonly now: { readonly from: number; readonly to: number }
}

/** What changed between two books, in order. */
export function changedRuns(
  before: readonly RunMark[],
  now: readonly RunMark[],
): readonly ChangedRuns[] {
  if (before.length === now.length) return changedAlone(before, now)
  const head = countWhile(now, (mark, index) => mark === before[index])
  const most = Math.min(before.length, now.length) - head
  const tail = Math.min(
    most,
    countWhile(now.toReversed(), (mark, index) => mark === before[before.length - 1 - index]),
  )
  return [
    {
      old: { from: head, to: before.length - tail },
      now: { from: head, to: now.length - tail },
    },
  ]
}

/** Run by run; neighbours are printed together. */
function changedAlone(before: readonly RunMark[], now: readonly RunMark[]): readonly ChangedRuns[] {
  const changed: { from: number; to: number }[] = []
  for (const [index, mark] of now.entries()) {
    if (mark === before[index]) continue
    const last = changed.at(-1)
    if (last?.to === index) last.to = index + 1
    else changed.push({ from: index, to: index + 1 })
  }
  return changed.map((range) => ({ old: range, now: range }))
}

function countWhile<Item>(
  items: readonly Item[],
  holds: (item: Item, index: number) => boolean,
): number {
  const end = items.findIndex((item, index) => !holds(item, index))
  return end === -1 ? items.length : end
}
