import type { Span } from '../inline.ts'

/** The code spans of a paragraph: a run of backticks up to the next run of the same length, comments left out. */
export function codeSpans(
  source: string,
  start: number,
  end: number,
  commentEnd: (comment: number) => number | undefined,
): readonly Span[] {
  const runs = backtickRuns(source, start, end)
  const next = nextOfSameLength(runs)
  const spans: Span[] = []
  let comment = nextComment(source, start, end)
  for (let index = 0; index < runs.length; ) {
    const open = runs[index]
    const close = next[index]
    const last = close === undefined ? undefined : runs[close]
    if (open === undefined) break
    if (comment < open.from) {
      // Whichever begins first holds the other.
      const behind = commentEnd(comment)
      while (behind !== undefined && (runs[index]?.start ?? Infinity) < behind) index++
      comment = nextComment(source, behind ?? comment + 4, end)
      continue
    }
    if (last !== undefined) spans.push({ start: open.from, end: last.end })
    const at = last?.end ?? open.end
    if (comment < at) comment = nextComment(source, at, end)
    index = last === undefined || close === undefined ? index + 1 : close + 1
  }
  return spans
}

function nextComment(source: string, from: number, end: number): number {
  const at = source.indexOf('<!--', from)
  return at < 0 || at >= end ? Infinity : at
}

interface Run extends Span {
  /** Behind a backslash the first backtick is text, unless the run closes. */
  readonly from: number
}

function nextOfSameLength(runs: readonly Run[]): readonly (number | undefined)[] {
  const next: (number | undefined)[] = []
  const seen = new Map<number, number>()
  for (let index = runs.length - 1; index >= 0; index--) {
    const { start, from, end } = runs[index] ?? { start: 0, from: 0, end: 0 }
    next[index] = seen.get(end - from)
    seen.set(end - start, index)
  }
  return next
}

function backtickRuns(source: string, start: number, end: number): readonly Run[] {
  const runs: Run[] = []
  for (let at = source.indexOf('`', start); at >= 0 && at < end; at = source.indexOf('`', at)) {
    let stop = at
    while (stop < end && source[stop] === '`') stop++
    let slashes = 0
    while (at - 1 - slashes >= start && source[at - 1 - slashes] === '\\') slashes++
    runs.push({ start: at, from: slashes % 2 === 1 ? at + 1 : at, end: stop })
    at = stop
  }
  return runs
}
