import type { Claim, ProseValue, Statements, UndatedValue } from './typed-values-claims.ts'
import type { IndicatorNames, NameFound } from './typed-values-names.ts'
import type { Passage } from './typed-values-passages.ts'
import { readStatements } from './typed-values-statements.ts'
import type { OwnSubject } from './typed-values-subject.ts'
import { type Frame, frameAfter, type Time, timeIn } from './typed-values-times.ts'

/** What is needed to read a passage. */
export interface Reading {
  readonly names: IndicatorNames
  readonly subject: OwnSubject
  /** The years result tables show. */
  readonly years: readonly number[]
}

/**
 * Reads what a passage says of indicators. A sentence is read only where it can be read whole: nothing but when and
 * whose may stand in front of the name, nothing but known words between it and what is said of it.
 */
export function readSentences(passage: Passage, reading: Reading): Statements {
  const said: Said = { values: [], undated: [], claims: [] }
  const found = reading.names.find(passage.text)
  if (found.length === 0) return said
  for (const { start, end } of sentencesOf(passage.text)) {
    const inside = found.filter((name) => name.start >= start && name.end <= end)
    if (inside.length > 0) readSentence(passage, { start, end }, inside, reading, said)
  }
  return said
}

interface Said {
  readonly values: ProseValue[]
  readonly undated: UndatedValue[]
  readonly claims: Claim[]
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function* sentencesOf(text: string): Generator<Stretch> {
  let start = 0
  for (const match of text.matchAll(/[。！？!?\n]/g)) {
    yield { start, end: match.index }
    start = match.index + 1
  }
  if (start < text.length) yield { start, end: text.length }
}

function readSentence(
  passage: Passage,
  sentence: Stretch,
  names: readonly NameFound[],
  reading: Reading,
  said: Said,
): void {
  const { text } = passage
  const { subject } = reading
  let frame: Frame = { time: undefined, holds: false }
  let isForeign = false
  /** How far the sentence has been read. */
  let at = sentence.start
  for (const name of names) {
    if (name.start < at) continue
    const from = Math.max(at, clauseStart(text, at, name.start))
    const skipped = text.slice(at, from)
    const unnamed = names.reduce(
      (words, { start, end }) => words.replaceAll(text.slice(start, end), ''),
      skipped,
    )
    for (const clause of unnamed.split(/[，,；;：:]/)) isForeign ||= subject.foreign(clause)
    frame = frameAfter(skipped, frame)
    const prefix = text.slice(from, name.start)
    // What stands in quotation marks is somebody's words, not the writer's figure.
    const isQuoted = /[“‘]/.test(text[from - 1] ?? '')
    if (isQuoted || !subject.leads(prefix)) {
      at = from
      continue
    }
    const time =
      timeIn(prefix) ?? (/三年/.test(prefix) ? threeYears(name, reading.years) : undefined)
    if (time !== undefined) frame = { time, holds: false }
    at = name.end
    if (isForeign) continue
    const read = readStatements(passage, name, frame.time, sentence.end, reading.years)
    said.values.push(...read.values)
    said.undated.push(...read.undated)
    said.claims.push(...read.claims)
    at = read.end
  }
}

/** 近三年: those of the result tables, where the data end with them, too. */
function threeYears({ indicator }: NameFound, years: readonly number[]): Time {
  return years.length === 3 && indicator.values.at(-1)?.year === years.at(-1)
    ? { kind: 'years', years }
    : { kind: 'unclear' }
}

/** Where the clause begins that an offset stands in: behind the last mark, save the 、 between two years. */
function clauseStart(text: string, least: number, at: number): number {
  for (let i = at - 1; i >= least; i--) {
    const character = text[i] ?? ''
    if (!/[，,；;：:（）()、“”‘’【】『』《》|·]/.test(character)) continue
    if (character === '、' && /20\d\d年?$/.test(text.slice(Math.max(0, i - 5), i))) continue
    return i + 1
  }
  return least
}
