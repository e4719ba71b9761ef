import {
  checkDataText,
  type DataPath,
  type DataSchema,
  type DataText,
  readDataText,
} from '@ziping/award'
import type { Finding, Place } from '@ziping/diagnostics'
import { SourceText } from './source-text.ts'

export type { DataPath } from '@ziping/award'

/** A comment on a line of its own, and the line of what it stands above. */
export interface DataComment {
  readonly text: string
  readonly place: Place
  readonly next: number
}

/** A file of data (YAML, or a workbook) as plain data that still knows where everything stands. */
export class DataFile {
  readonly file: string
  /** Maps, lists, strings, numbers, booleans; dates as the text typed, keys as written. */
  readonly value: unknown
  /** What keeps it from being read. */
  readonly findings: readonly Finding[]
  readonly comments: readonly DataComment[]
  readonly #text: DataText
  readonly #rule: string
  readonly #checked = new Map<DataSchema, ReturnType<typeof checkDataText>>()

  /** From a file's text, or from what was read of a workbook. */
  constructor(file: string, text: string | DataText, rule = 'data-invalid') {
    this.file = file
    this.#rule = rule
    this.#text = typeof text === 'string' ? readDataText(file, settleGaps(text), rule) : text
    this.value = this.#text.findings.length === 0 ? this.#text.data : undefined
    this.findings = this.#text.findings
    this.comments = typeof text === 'string' ? commentsIn(new SourceText(file, text)) : []
  }

  /** Where a value stands, or its key; the nearest parent that exists, for what is missing. */
  placeOf(path: DataPath, part: 'key' | 'value' = 'value'): Place {
    return this.#text.placeOf(path, part)
  }

  /** A scalar as it was typed (`12.50`), so that decimals stay exact. */
  textOf(path: DataPath): string | undefined {
    return this.#text.textOf(path)
  }

  /** What is wrong with it by its schema, worded for the writer. */
  async check(schema: DataSchema): Promise<readonly Finding[]> {
    if (this.findings.length > 0) return []
    const checked = this.#checked.get(schema) ?? checkDataText(schema, this.#text, this.#rule)
    this.#checked.set(schema, checked)
    return checked
  }
}

/** `fax: 待查: 财务部` is what people write, and no YAML: the second colon becomes a full-width one. */
function settleGaps(text: string): string {
  return text.replace(/(?<=(?:[:：]|^\s*-)[ \t]+)(待查|无):(?=[ \t])/gm, '$1：')
}

/** Comments on lines of their own, each with the line of what it stands above. */
function commentsIn(source: SourceText): readonly DataComment[] {
  const comments: { text: string; place: Place; next: number }[] = []
  let waiting = 0
  let at = 0
  for (const [index, line] of source.text.split('\n').entries()) {
    const text = line.trim()
    const start = at + line.indexOf('#')
    if (text.startsWith('#'))
      comments.push({
        text,
        place: source.place({ start, end: start + text.length }),
        next: index + 2,
      })
    else if (text !== '') {
      for (const comment of comments.slice(waiting)) comment.next = index + 1
      waiting = comments.length
    }
    at += line.length + 1
  }
  return comments
}
