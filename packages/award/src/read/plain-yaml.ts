import type { Data } from './data.ts'
import type { Origin, Origins } from './origins.ts'
import { readFlow } from './plain-yaml-flow.ts'
import { NotPlain, scalarOf } from './plain-yaml-scalar.ts'
import type { SourceText, Span } from './source-text.ts'

interface Line {
  readonly start: number
  readonly indent: number
  /** Where its comment begins, or where it ends. */
  readonly end: number
  /** Where the next line begins. */
  readonly after: number
  /** `|-`, `>-`: the lines below it, as one text. */
  readonly literal?: string
}

interface Node extends Span {
  readonly data: Data
  /** Where the parser says that it ends, with its line. */
  readonly after: number
}

const deepest = 40
const longest = 200_000
const unusual = /[\t\r\0\uFEFF\u0085\u2028\u2029]|^(?:---|\.\.\.|%)/m
const quotedKey = /"([^"\\\n]+)"(?=:(?: |$))/my
const key = /[^\s\-?:,[\]{}#&*!|>'"%@`][^:#]*(?=:(?: |$))/my

/**
 * Reads YAML as data files of a report have it: maps, lists and words of one line. Gives exactly what the parser would
 * give, in a tenth of its time; nothing where there is anything else, wrong or merely rare.
 */
export function readPlainYaml(source: SourceText, origins: Origins): Data | undefined {
  if (source.text.length > longest || unusual.test(source.text)) return undefined
  try {
    return new Reader(source, origins).read()
  } catch (error) {
    if (error instanceof NotPlain) return undefined
    throw error
  }
}

class Reader {
  readonly #source: SourceText
  readonly #origins: Origins
  readonly #lines: readonly Line[]
  #at = 0

  constructor(source: SourceText, origins: Origins) {
    this.#source = source
    this.#origins = origins
    this.#lines = contentLines(source.text)
  }

  read(): Data {
    const [first] = this.#lines
    if (first === undefined || first.indent !== 0) throw new NotPlain()
    const { data } = this.#block(0, first.start, 0)
    if (this.#at < this.#lines.length) throw new NotPlain()
    return data
  }

  /** A map or list whose first entry stands at an offset of the present line. */
  #block(indent: number, start: number, depth: number): Node {
    if (depth > deepest) throw new NotPlain()
    return this.#isItem(start) ? this.#list(indent, start, depth) : this.#map(indent, start, depth)
  }

  #map(indent: number, start: number, depth: number): Node {
    const { text } = this.#source
    const data: Record<string, Data> = Object.create(null)
    const origins = new Map<string, Origin>()
    let entry = start
    let after = start
    for (;;) {
      const line = this.#line()
      const [typed, name] = keyAt(text, entry)
      if (typed === '' || entry + typed.length > line.end) throw new NotPlain()
      if (origins.has(name) || name.length > 1000 || typed.includes('\n')) throw new NotPlain()
      const value = this.#value(entry + typed.length + 1, line, indent, depth)
      data[name] = value.data
      const span = { start: entry, end: entry + typed.trimEnd().length }
      const { start: from, end } = value
      origins.set(name, { source: this.#source, key: span, value: { start: from, end } })
      after = value.after
      const next = this.#lines[this.#at]
      if (next === undefined || next.indent < indent) break
      if (next.indent > indent || this.#isItem(next.start + indent)) throw new NotPlain()
      entry = next.start + indent
    }
    this.#origins.set(data, origins)
    return { data, start, end: after, after }
  }

  #list(indent: number, start: number, depth: number): Node {
    const data: Data[] = []
    const origins = new Map<string, Origin>()
    let entry = start
    let after = start
    for (;;) {
      const value = this.#item(entry, indent, depth)
      const { start: from, end } = value
      origins.set(String(data.length), { source: this.#source, value: { start: from, end } })
      data.push(value.data)
      after = value.after
      const next = this.#lines[this.#at]
      if (next === undefined || next.indent < indent) break
      // Under a key of the same indentation the map goes on.
      if (next.indent > indent || !this.#isItem(next.start + indent)) {
        if (next.indent === indent) break
        throw new NotPlain()
      }
      entry = next.start + indent
    }
    this.#origins.set(data, origins)
    return { data, start, end: after, after }
  }

  #item(dash: number, indent: number, depth: number): Node {
    const { text } = this.#source
    const line = this.#line()
    const content = dash + 1 + spacesAt(text, dash + 1)
    if (content >= line.end || this.#isItem(content)) throw new NotPlain()
    const [typed] = keyAt(text, content)
    const isMap = typed !== '' && content + typed.length < line.end
    if (!isMap) return this.#inline(content, line)
    return this.#map(indent + content - dash, content, depth + 1)
  }

  /** What stands behind a colon, or below it. */
  #value(from: number, line: Line, indent: number, depth: number): Node {
    const content = from + spacesAt(this.#source.text, from)
    if (content < line.end) return this.#inline(content, line)
    const next = this.#lines[++this.#at]
    if (next === undefined) throw new NotPlain()
    const start = next.start + next.indent
    const below = next.indent > indent || (next.indent === indent && this.#isItem(start))
    if (!below) throw new NotPlain()
    return this.#block(next.indent, start, depth + 1)
  }

  /** A value that ends with its line. */
  #inline(start: number, line: Line): Node {
    this.#at++
    const { text } = this.#source
    if (line.literal !== undefined)
      return { data: line.literal, start, end: line.after, after: line.after }
    const typed = text.slice(start, line.end).trimEnd()
    const end = start + typed.length
    const data = /^[[{]/.test(typed)
      ? readFlow(this.#source, { start, end }, this.#origins)
      : scalarOf(typed)
    return { data, start, end, after: line.after }
  }

  #isItem(offset: number): boolean {
    return this.#source.text[offset] === '-' && /[ \n]/.test(this.#source.text[offset + 1] ?? '\n')
  }

  #line(): Line {
    const line = this.#lines[this.#at]
    if (line === undefined) throw new NotPlain()
    return line
  }
}

/** A key as typed, and what it says; nothing where there is none. */
function keyAt(text: string, at: number): readonly [typed: string, name: string] {
  quotedKey.lastIndex = at
  const quoted = quotedKey.exec(text)
  if (quoted !== null) return [quoted[0], quoted[1] ?? '']
  key.lastIndex = at
  const typed = key.exec(text)?.[0] ?? ''
  return [typed, typed.trimEnd()]
}

function spacesAt(text: string, from: number): number {
  let at = from
  while (text[at] === ' ') at++
  return at - from
}

/** Lines that say something. Quoted words must not hold what looks like a comment. */
function contentLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let commented = false
  for (let start = 0; start < text.length; ) {
    const [stop, after] = endOfLine(text, start)
    const indent = spacesAt(text, start)
    let next = after
    if (start + indent < stop) {
      commented = text[start + indent] === '#'
      if (!commented) {
        const line = contentLine(text, { start, indent, end: stop, after })
        lines.push(line)
        next = line.after
      }
    }
    start = next
  }
  // Whose comment the last one is decides where a map ends.
  if (commented) throw new NotPlain()
  return lines
}

function contentLine(text: string, line: Line): Line {
  const typed = text.slice(line.start, line.end)
  const [, style, chomp] = /^ *[^\s\-:"'#][^:"'#]*: ([|>])(-?)$/.exec(typed) ?? []
  if (style !== undefined)
    return linesBelow(text, line, { folded: style === '>', stripped: chomp === '-' })
  const comment = typed.search(/ #/)
  if (comment < 0) return line
  if (/["']/.test(typed.slice(comment))) throw new NotPlain()
  return { ...line, end: line.start + comment }
}

/** The lines below a `|` or `>`, up to the first that is indented no deeper than its key. */
function linesBelow(
  text: string,
  line: Line,
  { folded, stripped }: { readonly folded: boolean; readonly stripped: boolean },
): Line {
  const kept: string[] = []
  let blank = 0
  let inside = 0
  let { after } = line
  for (let start = line.after; start < text.length; ) {
    const [stop, next] = endOfLine(text, start)
    const indent = spacesAt(text, start)
    if (start + indent >= stop) {
      if (indent > 0) throw new NotPlain()
      blank++
    } else {
      if (indent <= line.indent) break
      inside ||= indent
      if (indent < inside || (kept.length === 0 && blank > 0)) throw new NotPlain()
      kept.push(...Array.from({ length: blank }, () => ''), text.slice(start + inside, stop))
      blank = 0
      after = next
    }
    start = next
  }
  if (kept.length === 0 || !text.slice(0, after).endsWith('\n')) throw new NotPlain()
  // Blank lines and deeper ones are folded otherwise.
  if (folded && kept.some((one) => one === '' || /^ | $/.test(one))) throw new NotPlain()
  return { ...line, after, literal: `${kept.join(folded ? ' ' : '\n')}${stripped ? '' : '\n'}` }
}

/** Where a line ends, and where the next one begins. */
function endOfLine(text: string, start: number): readonly [stop: number, after: number] {
  const newline = text.indexOf('\n', start)
  return newline < 0 ? [text.length, text.length] : [newline, newline + 1]
}
