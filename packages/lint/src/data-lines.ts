import type { Place } from '@ziping/diagnostics'
import type { DataFile, Workspace } from '@ziping/report'
import { entriesIn } from './data-entries.ts'

/** A line of text that people wrote into a data file, as others write sentences into a chapter. */
export interface DataLine {
  readonly file: string
  readonly text: string
  /** Where a stretch of the line stands in the file. */
  readonly placeOf: (from: number, to: number) => Place
}

/** Shorter ones are names, dates and codes. */
const shortest = 8
const chinese = /[一-龥]/

const known = new WeakMap<DataFile, readonly DataLine[]>()

/** The lines of text in the facts and the form. */
export function dataLines({
  applicant,
  form,
}: Pick<Workspace, 'applicant' | 'form'>): readonly DataLine[] {
  return [applicant, form].flatMap((file) => (file === undefined ? [] : linesOf(file)))
}

function linesOf(file: DataFile): readonly DataLine[] {
  const lines = known.get(file) ?? [...linesIn(file)]
  known.set(file, lines)
  return lines
}

function* linesIn(file: DataFile): Generator<DataLine> {
  for (const { path, value } of entriesIn(file)) {
    if (typeof value !== 'string' || value.length < shortest || !chinese.test(value)) continue
    const whole = file.placeOf(path)
    // A text of several lines begins below its key, indented further than it.
    const isBlock = whole.endLine > whole.line
    const indent = isBlock ? file.placeOf(path, 'key').column + 2 : whole.column
    for (const [index, text] of value.split('\n').entries()) {
      const line = Math.min(whole.line + (isBlock ? index + 1 : 0), whole.endLine)
      const placeOf = (from: number, to: number): Place => ({
        file: file.file,
        line,
        column: indent + from,
        endLine: line,
        endColumn: indent + to,
      })
      if (text.length >= shortest) yield { file: file.file, text, placeOf }
    }
  }
}
