import type { Data } from './data.ts'
import type { Origin, Origins } from './origins.ts'
import { NotPlain, scalarOf } from './plain-yaml-scalar.ts'
import type { SourceText, Span } from './source-text.ts'

interface FlowNode extends Span {
  readonly data: Data
}

const deepest = 20
const words = /"[^"\\\n]*"|'[^'\n]*'|[^\s,[\]{}"'][^,[\]{}"'\n]*/y
const key = /[^\s\-?:,[\]{}#&*!|>'"%@`][^:#,[\]{}"'\n]*(?=: )/y

/** `{ 2017: 82310 }`, `[a, b]`: what stands on one line between brackets. */
export function readFlow(source: SourceText, span: Span, origins: Origins): Data {
  const reader = new FlowReader(source, origins)
  const node = reader.value(span.start, 0)
  if (node.end !== span.end) throw new NotPlain()
  return node.data
}

class FlowReader {
  readonly #source: SourceText
  readonly #origins: Origins

  constructor(source: SourceText, origins: Origins) {
    this.#source = source
    this.#origins = origins
  }

  value(start: number, depth: number): FlowNode {
    if (depth > deepest) throw new NotPlain()
    const { text } = this.#source
    if (text[start] === '{') return this.#map(start, depth)
    if (text[start] === '[') return this.#list(start, depth)
    words.lastIndex = start
    const typed = words.exec(text)?.[0].trimEnd()
    if (typed === undefined) throw new NotPlain()
    return { data: scalarOf(typed), start, end: start + typed.length }
  }

  #map(start: number, depth: number): FlowNode {
    const { text } = this.#source
    const data: Record<string, Data> = Object.create(null)
    const entries = new Map<string, Origin>()
    const end = this.#entries(start, '}', (at) => {
      key.lastIndex = at
      const typed = key.exec(text)?.[0]
      const name = typed?.trimEnd() ?? ''
      if (typed === undefined || entries.has(name)) throw new NotPlain()
      const value = this.value(this.#space(at + typed.length + 1), depth + 1)
      data[name] = value.data
      const span = { start: at, end: at + name.length }
      const place = { start: value.start, end: value.end }
      entries.set(name, { source: this.#source, key: span, value: place })
      return value.end
    })
    this.#origins.set(data, entries)
    return { data, start, end }
  }

  #list(start: number, depth: number): FlowNode {
    const data: Data[] = []
    const entries = new Map<string, Origin>()
    const end = this.#entries(start, ']', (at) => {
      const value = this.value(at, depth + 1)
      const place = { start: value.start, end: value.end }
      entries.set(String(data.length), { source: this.#source, value: place })
      data.push(value.data)
      return value.end
    })
    this.#origins.set(data, entries)
    return { data, start, end }
  }

  /** Entries between commas; the offset behind the closing bracket. */
  #entries(start: number, closing: string, read: (at: number) => number): number {
    const { text } = this.#source
    let at = this.#space(start + 1)
    if (text[at] === closing) return at + 1
    for (;;) {
      at = this.#space(read(at))
      if (text[at] === closing) return at + 1
      if (text[at] !== ',') throw new NotPlain()
      at = this.#space(at + 1)
    }
  }

  #space(from: number): number {
    let at = from
    while (this.#source.text[at] === ' ') at++
    return at
  }
}
