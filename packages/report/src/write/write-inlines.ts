import type { Image, Inline, Text, Value } from '../inline.ts'
import {
  escapeAddress,
  escapeLineStart,
  escapeText,
  escapeTitle,
  reference,
  type Surroundings,
} from './escape-text.ts'
import { writeAttributes } from './write-attributes.ts'

export const plainLine: Surroundings = {
  inCell: false,
  inBrackets: false,
  inTitle: false,
  endsLine: false,
}

/** Inline content as Markdown; line breaks in it are bare, for whoever knows what goes before them. */
export function writeInlines(inlines: readonly Inline[], around: Surroundings = plainLine): string {
  const words = inlines.map((inline, index) =>
    inline.kind === 'text'
      ? writeText(inline, inlines[index - 1], inlines[index + 1], around)
      : writeInline(inline, around),
  )
  return words.join('')
}

/** A text, whose spaces must not fall at the edge of a line, and whose start must not begin a block. */
function writeText(
  text: Text,
  before: Inline | undefined,
  after: Inline | undefined,
  around: Surroundings,
): string {
  const ends = text.value.endsWith('\n')
  const words = ends ? text.value.slice(0, -1) : text.value
  const edge = ends || after === undefined
  const startsLine = before === undefined || (before.kind === 'text' && before.value.endsWith('\n'))
  let typed = escapeText(words, { ...around, endsLine: around.endsLine && after === undefined })
  if (edge) typed = typed.replace(/\s$/, reference)
  if (startsLine) typed = escapeLineStart(typed)
  return ends ? `${typed}\n` : typed
}

function writeInline(inline: Exclude<Inline, Text>, around: Surroundings): string {
  switch (inline.kind) {
    case 'strong':
      return mark('**', inline.children, around)
    case 'emphasis':
      return mark('*', inline.children, around)
    case 'deletion':
      return `~~${writeInlines(inline.children, around)}~~`
    case 'underline':
      return `<u>${writeInlines(inline.children, around)}</u>`
    case 'subscript':
      return `<sub>${writeInlines(inline.children, around)}</sub>`
    case 'superscript':
      return `<sup>${writeInlines(inline.children, around)}</sup>`
    case 'code-text':
      return writeCode(inline.value, around)
    case 'link':
      return writeLink(inline.url, inline, around)
    case 'reference':
      return writeLink(`#${inline.targets.join(',')}`, inline, around)
    case 'tied-value':
      return writeLink(`#${inline.indicator}.${inline.year}`, inline, around)
    case 'value':
      return writeValue(inline)
    case 'image':
      return writeImage(inline, around)
    case 'line-break':
      return '<br>'
    case 'footnote-reference':
      return `[^${inline.id}]`
    case 'note-text':
      return `<!--${inline.value}-->`
    case 'label':
      return writeAttributes(inline.label, inline.attributes)
    default:
      return inline satisfies never
  }
}

/** `***` opens emphasis around bold; the other way round, and for twice the same, the inner marks are `_`. */
function mark(sign: '*' | '**', children: readonly Inline[], around: Surroundings): string {
  const [only, ...more] = children
  if (
    more.length === 0 &&
    (only?.kind === 'emphasis' || (only?.kind === 'strong' && sign === '**'))
  ) {
    const inner = only.kind === 'strong' ? '__' : '_'
    return sign + inner + writeInlines(only.children, around) + inner + sign
  }
  return sign + writeInlines(children, around) + sign
}

function writeCode(value: string, { inCell }: Surroundings): string {
  const runs = value.match(/`+/g)?.map((run) => run.length) ?? []
  let length = 1
  while (runs.includes(length)) length++
  const fence = '`'.repeat(length)
  const padded = /^`|`$|^ .*\S.* $/s.test(value) ? ` ${value} ` : value
  return fence + (inCell ? padded.replaceAll('|', '\\|') : padded) + fence
}

interface Linking {
  readonly children: readonly Inline[]
  readonly title?: string
  readonly definition?: string
}

function writeLink(
  url: string,
  { children, title, definition }: Linking,
  around: Surroundings,
): string {
  const words = writeInlines(children, { ...around, inBrackets: true })
  return `[${words}]${writeTarget(url, title, definition)}`
}

function writeTarget(
  url: string,
  title: string | undefined,
  definition: string | undefined,
): string {
  if (definition !== undefined) return `[${definition}]`
  const address = escapeAddress(url)
  return title === undefined
    ? `(${address})`
    : `(${address === '' ? '<>' : address} "${escapeTitle(title)}")`
}

function writeImage(image: Image, around: Surroundings): string {
  const { alt, url, title, definition, label, attributes } = image
  const words = escapeText(alt, { ...around, inBrackets: true }).replace(/^\s|\s$/g, reference)
  return `![${words}]${writeTarget(url, title, definition)}${writeAttributes(label, attributes)}`
}

/** As a directive; where the indicator's name does not fit one, as a link without words. */
function writeValue({ indicator, year, form, attributes }: Value): string {
  if (/[\s\\[\]【】［］]/.test(indicator))
    return `[]${writeTarget(`#${indicator}.${year}`, attributes['title'], undefined)}`
  const derived = form === undefined ? '' : ` ${form}`
  return `:指标[${indicator}.${year}${derived}]${writeAttributes(undefined, attributes)}`
}
