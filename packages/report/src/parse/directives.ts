import type { Attributes, Span } from '../inline.ts'
import { parseAttributes } from './attributes.ts'

export type LeafName = 'indicators' | 'chart' | 'pagebreak'
export type ContainerName = 'highlight' | 'case' | 'landscape' | 'grid'

/** As Chinese keyboards type brackets. */
const opening = /[[【［]/
const closing = /[\]】］]/

/** Every directive, by its Chinese and English names. What is not listed is the author's text. */
export const leafNames: Readonly<Record<string, LeafName>> = {
  指标表: 'indicators',
  indicators: 'indicators',
  图表: 'chart',
  chart: 'chart',
  分页: 'pagebreak',
  pagebreak: 'pagebreak',
}

export const containerNames: Readonly<Record<string, ContainerName>> = {
  亮点: 'highlight',
  highlight: 'highlight',
  案例: 'case',
  case: 'case',
  横向: 'landscape',
  landscape: 'landscape',
  表格: 'grid',
  grid: 'grid',
}

const valueNames = ['指标', 'val']

/** How a value is to be derived, by its Chinese and English names. */
export const valueForms: Readonly<Record<string, string>> = {
  同比: 'growth',
  growth: 'growth',
  增量: 'increase',
  increase: 'increase',
  年均增长: 'cagr',
  cagr: 'cagr',
  较目标: 'versus-target',
  'versus-target': 'versus-target',
  较标杆: 'versus-benchmark',
  'versus-benchmark': 'versus-benchmark',
}

export interface OpeningLine<Kind extends string, Name extends string> {
  readonly kind: Kind
  readonly name: Name
  readonly title?: Span
  readonly label?: string
  readonly attributes: Attributes
}

export type DirectiveLine =
  | { readonly kind: 'close' }
  | OpeningLine<'leaf', LeafName>
  | OpeningLine<'open', ContainerName>

/** These take neither title nor label nor attributes: what stands behind their name would print nowhere. */
const bareNames: ReadonlySet<string> = new Set<LeafName | ContainerName>(['pagebreak', 'landscape'])

/**
 * Reads a whole line (from its first mark to its end) as a leaf or container directive; `almost` says that it bears
 * the name of one and is none.
 */
export function parseDirectiveLine(
  text: string,
  start: number,
  end: number,
): DirectiveLine | 'almost' | undefined {
  const marks = /^[:：]{2,}/.exec(text.slice(start, Math.min(end, start + 100)))?.[0]
  if (marks === undefined) return undefined
  let at = start + marks.length
  if (text.slice(at, end).trim() === '') return marks.length > 2 ? { kind: 'close' } : undefined
  const name = /^[\p{L}-]+/u.exec(text.slice(at, at + 40))?.[0] ?? ''
  const leaf = lookUp(leafNames, name)
  const container = lookUp(containerNames, name)
  if (leaf === undefined && container === undefined) return undefined
  at += name.length
  const title = bracketed(text, at, end)
  if (title !== undefined) at = title.end + 1
  const gap = /^[ \t\u3000]*/.exec(text.slice(at, end))?.[0].length ?? 0
  const attributes = parseAttributes(text, at + gap)
  if (attributes !== undefined) at = attributes.end
  if (at > end || text.slice(at, end).trim() !== '') return 'almost'
  const rest = {
    ...(title === undefined ? {} : { title }),
    ...(attributes?.label === undefined ? {} : { label: attributes.label }),
    attributes: attributes?.attributes ?? {},
  }
  const bare = title === undefined && rest.label === undefined && isEmpty(rest.attributes)
  if (bareNames.has(leaf ?? container ?? '') && !bare) return 'almost'
  if (marks.length === 2)
    return leaf === undefined ? 'almost' : { kind: 'leaf', name: leaf, ...rest }
  return container === undefined ? 'almost' : { kind: 'open', name: container, ...rest }
}

function isEmpty(attributes: Attributes): boolean {
  return Object.keys(attributes).length === 0
}

function lookUp<Name>(names: Readonly<Record<string, Name>>, name: string): Name | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined
}

export interface ValueDirective {
  readonly indicator: string
  readonly year: number
  readonly form?: string
  readonly attributes: Attributes
  readonly end: number
}

/** Longer than any indicator's name with its form. */
const longestValue = 200

/** Reads `:指标[revenue.2019 同比]{小数=1}` at an offset. */
export function parseValueDirective(text: string, start: number): ValueDirective | undefined {
  const length = isValueName(text, start + 1)
  if (length === 0) return undefined
  const from = start + 1 + length
  const inside = bracketed(text, from, Math.min(text.length, from + longestValue))
  if (inside === undefined) return undefined
  const words = /^\s*([^\s.\\[\]【】［］]+)\.([12]\d{3})(?:\s+(\S+))?\s*$/.exec(
    text.slice(inside.start, inside.end),
  )
  if (words === null) return undefined
  const [, indicator = '', year = '', form] = words
  if (form !== undefined && !Object.hasOwn(valueForms, form)) return undefined
  const read = parseAttributes(text, inside.end + 1)
  // A value cannot be referred to: a label behind it is none of its own.
  const attributes = read?.label === undefined ? read : undefined
  return {
    indicator,
    year: Number(year),
    ...(form === undefined ? {} : { form }),
    attributes: attributes?.attributes ?? {},
    end: attributes?.end ?? inside.end + 1,
  }
}

/** The length of a value directive's name that stands here in front of a bracket, or 0. */
export function isValueName(text: string, start: number): number {
  const name = valueNames.find((candidate) => text.startsWith(candidate, start))
  return name !== undefined && opening.test(text[start + name.length] ?? '') ? name.length : 0
}

function bracketed(text: string, start: number, limit: number): Span | undefined {
  if (!opening.test(text[start] ?? '')) return undefined
  let depth = 0
  for (let at = start; at < limit; at++) {
    const character = text[at] ?? ''
    if (character === '\n' || character === '\r') return undefined
    if (character === '\\') at++
    else if (opening.test(character)) depth++
    else if (closing.test(character) && --depth === 0) return { start: start + 1, end: at }
  }
  return undefined
}
