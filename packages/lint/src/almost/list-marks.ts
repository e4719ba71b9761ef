import type { Passage } from '../passage.ts'
import { type Almost, fixWith } from './almost.ts'

const marked = /(?<=^|\n)([-*])(?=[\p{Script=Han}“《【（])([^\n]*)/gu

interface MarkedLine {
  readonly passage: Passage
  readonly start: number
  readonly mark: string
  readonly line: string
  /** It directly follows the marked line before it. */
  readonly follows: boolean
}

/** `-甲` and `*乙`: without a space behind the mark lines are no list. A single one may be a note's star. */
export function* almostLists(passages: readonly Passage[]): Generator<Almost<'bullet' | 'star'>> {
  let run: MarkedLine[] = []
  for (const line of markedLines(passages)) {
    if (line.follows && run.at(-1)?.mark === line.mark) run.push(line)
    else {
      yield* settle(run)
      run = [line]
    }
  }
  yield* settle(run)
}

function* settle(run: readonly MarkedLine[]): Generator<Almost<'bullet' | 'star'>> {
  const [first] = run
  if (first === undefined) return
  const { passage, start, mark, line } = first
  const found = { typed: line, right: `${mark} ${line.slice(1)}`, block: passage.block }
  const place = passage.place(start, start + line.length)
  if (run.length === 1) {
    if (mark === '*') yield { message: 'star', place, ...found, severity: 'info' }
    return
  }
  const edits = run.map((item) => item.passage.edit(item.start, item.start + 1, `${mark} `))
  yield { message: 'bullet', place, ...found, ...fixWith(...edits) }
}

function* markedLines(passages: readonly Passage[]): Generator<MarkedLine> {
  let last: { readonly passage: number; readonly end: number } | undefined
  for (const [index, passage] of passages.entries()) {
    if (passage.part !== 'text' || !/[-*]/.test(passage.text)) continue
    for (const match of passage.text.matchAll(marked)) {
      const [line, mark = '', rest = ''] = match
      if (!passage.startsLine(match.index) || (mark === '*' && rest.includes('*'))) continue
      const sameFile = last !== undefined && passages[last.passage]?.file === passage.file
      const follows =
        sameFile &&
        (last?.passage === index
          ? match.index === last.end + 1
          : last?.passage === index - 1 &&
            match.index === 0 &&
            last.end === passages[index - 1]?.text.length)
      yield { passage, start: match.index, mark, line, follows }
      last = { passage: index, end: match.index + line.length }
    }
  }
}
