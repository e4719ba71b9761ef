/** Where a line begins: its number from 1, its offset from 0. */
export interface LineStart {
  readonly line: number
  readonly offset: number
}

export interface TextLine extends LineStart {
  readonly text: string
}

/** Lines without a blank one between them, or a fence with everything in it. */
export interface Run {
  readonly lines: readonly TextLine[]
  /** Opens and closes a fence, and holds nothing else. */
  readonly fence?: string
}

const fenceOpening = /^(?:(`{3,})[^`]*|(~{3,}).*)$/
/** A fence inside a list or quotation, or indented: where it ends depends on what it stands in. */
const nestedFence = /^[ \t>*+\-0-9.)]+(?:`{3}|~{3})/

/** Cuts a text at its blank lines, except those in fences; nothing where only a real parser can tell. */
export function runsOf(text: string): readonly Run[] | undefined {
  const lines = linesOf(text)
  const runs: Run[] = []
  let run: TextLine[] = []
  let fences = 0
  let only: string | undefined
  const finish = (): void => {
    if (run.length > 0) runs.push({ lines: run, ...(only === undefined ? {} : { fence: only }) })
    run = []
    fences = 0
    only = undefined
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    if (/^[ \t]*$/.test(line.text)) {
      finish()
      continue
    }
    if (nestedFence.test(line.text)) return undefined
    if (isHidden(line.text)) {
      finish()
      runs.push({ lines: [line] })
      continue
    }
    const mark = markOf(line)
    if (mark === undefined) {
      run.push(line)
      only = undefined
      continue
    }
    const end = closingOf(lines, at, mark)
    const closed = end < lines.length
    only = run.length === 0 && fences++ === 0 && closed ? mark : undefined
    run.push(...lines.slice(at, end + 1))
    at = end
  }
  finish()
  return runs
}

/** Stands for a directive, comment or formula of whole lines; ends whatever is open. */
export function isHidden(line: string): boolean {
  return /^\uFDD1\uFDD2*$/.test(line)
}

function linesOf(text: string): readonly TextLine[] {
  let offset = 0
  return text.split('\n').map((line, index) => {
    const start = { line: index + 1, offset, text: line }
    offset += line.length + 1
    return start
  })
}

function markOf({ text }: TextLine): string | undefined {
  const found = fenceOpening.exec(text)
  return found?.[1] ?? found?.[2]
}

/** The line that closes a fence; past the last one if none does. */
function closingOf(lines: readonly TextLine[], opening: number, mark: string): number {
  const closing = new RegExp(`^ {0,3}${mark[0]}{${mark.length},}[ \\t]*$`)
  const found = lines.findIndex((line, index) => index > opening && closing.test(line.text))
  return found < 0 ? lines.length : found
}
