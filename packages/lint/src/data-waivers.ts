import type { Place } from '@ziping/diagnostics'
import { type DataFile, readNote, type Waiver, type Workspace } from '@ziping/report'
import { dataFilesOf, entriesIn } from './data-entries.ts'

/** `# ziping-忽略 规则名: 理由` above a key of a data file: it covers the key with all that belongs to it. */
export function dataWaivers(workspace: Workspace): readonly Waiver[] {
  return dataFilesOf(workspace).flatMap(waiversIn)
}

function waiversIn(file: DataFile): readonly Waiver[] {
  const asked = file.comments.flatMap(({ text, place, next }) => {
    const meaning = readNote(text.replace(/^#+/, ''))
    return meaning.kind === 'waiver' ? [{ ...meaning, place, next }] : []
  })
  if (asked.length === 0) return []
  const covered = entriesByLine(file)
  return asked.map(({ rule, reason, place, next }) => {
    const covers = covered.get(next)
    return covers === undefined ? { rule, reason, place } : { rule, reason, place, covers }
  })
}

/** What begins on a line: the outermost key there, down to the end of its value. */
function entriesByLine(file: DataFile): ReadonlyMap<number, Place> {
  const lines = new Map<number, Place>()
  for (const { path } of entriesIn(file)) {
    const key = file.placeOf(path, 'key')
    if (lines.has(key.line)) continue
    const value = file.placeOf(path)
    // A value that ends with its line break ends on the line before.
    const last = value.endColumn === 1 ? value.endLine - 1 : value.endLine
    lines.set(key.line, { ...key, endLine: Math.max(key.line, last) })
  }
  return lines
}
