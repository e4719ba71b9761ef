import type { Attributes, Image, Inline, Value } from '../../src/index.ts'
import { canFollow } from './can-follow.ts'
import { decode, nothingLeft, type Part, pattern } from './part.ts'

/** What attributes and labels consist of besides their names and values. */
const attributeSyntax = /[{}｛｝#＃=＝"'“”‘’＂]/g
/** The names of several indicators are parted by commas. */
const listSyntax = /[{}｛｝#＃=＝"'“”‘’＂,，、]/g
const chineseNames = '指标 类型 宽 宽度 高 高度 单位 小数 年份 标题 说明 来源 列'.split(' ')

export function isAttributes(
  typed: string,
  label: string | undefined,
  attributes: Attributes,
  others: readonly string[] = [],
): boolean {
  const kept = [label, ...Object.keys(attributes), ...Object.values(attributes), ...others]
  // Values first: a name may occur in one.
  return nothingLeft(
    typed,
    [...kept, ...chineseNames],
    others.length > 0 ? listSyntax : attributeSyntax,
  )
}

export function inlineParts(inlines: readonly Inline[]): readonly Part[] {
  return inlines.map(inlinePart)
}

function inlinePart(inline: Inline): Part {
  const children = 'children' in inline ? inlineParts(inline.children) : []
  const part = (isSyntax: Part['isSyntax']): Part => ({
    name: inline.kind,
    span: inline.span,
    parts: children,
    isSyntax,
  })
  switch (inline.kind) {
    case 'text':
      return part((_, typed) => canFollow(inline.value, typed))
    case 'strong':
    case 'emphasis':
      return part(pattern(/^([*_]+)·*([*_]+)$/))
    case 'deletion':
      return part(pattern(/^~~·*~~$/))
    case 'underline':
      return part(pattern(/^<u>·*<\/u>$/i))
    case 'subscript':
      return part(pattern(/^<sub>·*<\/sub>$/i))
    case 'superscript':
      return part(pattern(/^<sup>·*<\/sup>$/i))
    case 'line-break':
      return part(pattern(/^(?:\\|<br\/?>)?$/i))
    case 'footnote-reference':
      return part((_, typed) => sameId(typed.slice(2, -1), inline.id))
    case 'note-text':
      return part((_, typed) => sameLines(typed, `<!--${inline.value}-->`))
    case 'code-text':
      // Between its lines lie marks of quotations, and what only looks like one.
      return part((between) => {
        const code = (text: string): string => text.replace(/^`+|`+$/g, '')
        const value = inline.value.replace(/\s/g, '')
        return [value, value.replaceAll('|', '\\|')].some((text) => code(between) === code(text))
      })
    case 'label':
      return part(() => false)
    case 'value':
      return part((_, typed) => isValue(typed, inline))
    case 'image':
      return part((_, typed) => isImage(typed, inline))
    case 'link':
      return part((_, typed) => isLink(typed, [inline.url, inline.title, inline.definition]))
    case 'reference':
      return part((_, typed) => isLink(typed, [...inline.targets, inline.title, inline.definition]))
    case 'tied-value':
      return part((_, typed) =>
        isLink(typed, [`${inline.indicator}.${inline.year}`, inline.title, inline.definition]),
      )
    default:
      return inline satisfies never
  }
}

/** A directive, or a link without words, in whose address escapes count. */
function isValue(typed: string, { indicator, year, form, attributes }: Value): boolean {
  const kept = [indicator, String(year), form, ...Object.keys(attributes), 'val']
  return [typed, decode(typed)].some((text) =>
    nothingLeft(
      text,
      [...kept, ...Object.values(attributes), ...chineseNames],
      /[:：[\]【】［］.{}｛｝=＝"'“”‘’＂()<>#＃,，、]/g,
    ),
  )
}

/** The words of an image lose their marks of emphasis. */
function isImage(
  typed: string,
  { alt, url, title, definition, label, attributes }: Image,
): boolean {
  const marks = /[*_~`\s]/g
  const kept = [
    alt,
    url,
    title,
    definition,
    label,
    ...Object.values(attributes),
    ...Object.keys(attributes),
  ]
  // Words that hold a link are kept as typed, backslashes and all; in the address behind them escapes count.
  const squeeze = (text: string): string => text.replace(/\s/g, '')
  const behindWords = decode(squeeze(typed).replace(squeeze(alt), ''))
  return [typed, decode(typed), behindWords].some((text) =>
    nothingLeft(
      text.replace(marks, '').toLowerCase(),
      lower([...kept, ...chineseNames]).map((word) => word?.replace(marks, '')),
      /[![\]()<>"'{}｛｝#＃=＝“”‘’＂]/g,
    ),
  )
}

function lower(texts: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return texts.map((text) => text?.toLowerCase())
}

/** Case does not matter, since definitions are found without it. */
export function isLink(typed: string, kept: readonly (string | undefined)[]): boolean {
  const without = lower(kept).map((text) => text?.replace(/\s/g, ''))
  // What is ours within an address stays as typed.
  return [decode(typed), typed].some((text) =>
    nothingLeft(text.replace(/\s/g, '').toLowerCase(), without, /[·[\]()<>"'#＃,，、:]/g),
  )
}

export function sameId(typed: string, id: string): boolean {
  const normal = (text: string): string => decode(text).replace(/\s+/g, ' ').trim().toLowerCase()
  return normal(typed) === normal(id) || normal(typed).toUpperCase() === normal(id).toUpperCase()
}

export function sameLines(typed: string, value: string): boolean {
  const squeeze = (text: string): string => text.replace(/\s/g, '')
  return squeeze(typed) === squeeze(value)
}
