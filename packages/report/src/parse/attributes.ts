import type { Attributes } from '../inline.ts'

/** Chinese attribute names and the English ones they mean. */
const englishNames: Readonly<Record<string, string>> = {
  指标: 'ids',
  类型: 'type',
  宽: 'width',
  宽度: 'width',
  高: 'height',
  高度: 'height',
  单位: 'unit',
  小数: 'decimals',
  年份: 'years',
  标题: 'title',
  说明: 'note',
  来源: 'source',
  列: 'columns',
}

export interface ParsedAttributes {
  readonly label?: string
  readonly attributes: Attributes
  /** Offset just behind the closing brace. */
  readonly end: number
}

/** Longer values are no attributes but a missing quotation mark. */
const longestValue = 4000

const opening = /[{｛]/
const closing = /[}｝]/
/** What closes a quoted value; Word turns the opening mark of a pair as it likes. */
const quotePairs: Readonly<Record<string, RegExp>> = {
  '"': /"/,
  "'": /'/,
  '“': /[“”]/,
  '”': /[“”]/,
  '＂': /＂/,
  '‘': /[‘’]/,
  '’': /[‘’]/,
}

/** Reads `{#label 键="值" key=value}` at an offset; full-width marks mean their half-width twins. */
export function parseAttributes(text: string, start: number): ParsedAttributes | undefined {
  if (!opening.test(text[start] ?? '')) return undefined
  const attributes: Record<string, string> = {}
  let label: string | undefined
  let at = start + 1
  for (;;) {
    while (/[ \t\u3000]/.test(text[at] ?? '')) at++
    const character = text[at]
    if (character === undefined || character === '\n' || character === '\r') return undefined
    if (closing.test(character)) break
    if (/[#＃]/.test(character)) {
      const word = bareWord(text, at + 1)
      if (word === '' || (label !== undefined && label !== word)) return undefined
      label = word
      at += 1 + word.length
      continue
    }
    const name = attributeName(text, at)
    if (name === '') return undefined
    at += name.length
    let value = ''
    if (/[=＝]/.test(text[at] ?? '')) {
      const read = attributeValue(text, at + 1)
      if (read === undefined) return undefined
      value = read.value
      at = read.end
    }
    const english = Object.hasOwn(englishNames, name) ? (englishNames[name] ?? name) : name
    if (Object.hasOwn(attributes, english) && attributes[english] !== value) return undefined
    attributes[english] = value
  }
  const end = at + 1
  return label === undefined ? { attributes, end } : { label, attributes, end }
}

function bareWord(text: string, start: number): string {
  return /^[^\s{}｛｝#＃=＝"“”'<>`|\u3000]+/u.exec(text.slice(start, start + 200))?.[0] ?? ''
}

function attributeName(text: string, start: number): string {
  return /^[\p{L}_][\p{L}\p{N}_.-]*/u.exec(text.slice(start, start + 80))?.[0] ?? ''
}

function attributeValue(text: string, start: number): { value: string; end: number } | undefined {
  const close = quotePairs[text[start] ?? '']
  if (close !== undefined) {
    const rest = text.slice(start + 1, start + longestValue)
    const length = rest.search(close)
    const value = rest.slice(0, length)
    if (length < 0 || /[\r\n]/.test(value)) return undefined
    return { value, end: start + length + 2 }
  }
  const value = /^[^\s{}｛｝"“”\u3000]*/u.exec(text.slice(start, start + longestValue))?.[0] ?? ''
  return { value, end: start + value.length }
}

/** Two sets of attributes as one; undefined where they say different things. */
export function mergeAttributes(a: Attributes, b: Attributes): Attributes | undefined {
  const clash = Object.keys(b).some((name) => Object.hasOwn(a, name) && a[name] !== b[name])
  return clash ? undefined : { ...a, ...b }
}
