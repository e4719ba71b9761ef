import type { Attributes, Inline, Marked } from '../inline.ts'
import { writeText } from './write-text.ts'

export interface Writing {
  readonly inTable: boolean
}

/** Inlines as Markdown; the first of them begins a line. */
export function writeInlines(
  inlines: readonly Inline[],
  writing: Writing,
  startsLine = true,
): string {
  let text = ''
  for (const inline of inlines) {
    const begins = text === '' ? startsLine : text.endsWith('\n')
    text += writeInline(inline, writing, begins)
  }
  return text
}

const marks: Readonly<Record<Marked['kind'], readonly [string, string]>> = {
  strong: ['**', '**'],
  emphasis: ['*', '*'],
  deletion: ['~~', '~~'],
  underline: ['<u>', '</u>'],
  subscript: ['<sub>', '</sub>'],
  superscript: ['<sup>', '</sup>'],
}

function writeInline(inline: Inline, writing: Writing, startsLine: boolean): string {
  switch (inline.kind) {
    case 'text':
      return writeText(inline.value, { ...writing, startsLine })
    case 'code-text':
      return writeCode(inline.value, writing)
    case 'line-break':
      return writing.inTable ? '<br>' : '\\\n'
    case 'link':
      return `[${writeInlines(inline.children, writing, false)}](${writeTarget(inline.url, inline.title)})`
    case 'reference':
      return `[${writeInlines(inline.children, writing, false)}](${writeTarget(`#${inline.targets.join(',')}`)})`
    case 'tied-value':
      return `[${writeInlines(inline.children, writing, false)}](${writeTarget(`#${inline.indicator}.${inline.year}`)})`
    case 'value': {
      const form = inline.form === undefined ? '' : ` ${inline.form}`
      return `:指标[${inline.indicator}.${inline.year}${form}]${writeAttributes(undefined, inline.attributes)}`
    }
    case 'image': {
      const alt = writeText(inline.alt, { ...writing, startsLine: false })
      return `![${alt}](${writeTarget(inline.url, inline.title)})${writeAttributes(inline.label, inline.attributes)}`
    }
    case 'footnote-reference':
      return `[^${inline.id}]`
    case 'note-text':
      return `<!--${inline.value}-->`
    case 'label':
      return writeAttributes(inline.label, inline.attributes)
    default: {
      const [open, close] = marks[inline.kind]
      return open + writeInlines(inline.children, writing, false) + close
    }
  }
}

function writeCode(value: string, { inTable }: Writing): string {
  const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map((run) => run[0].length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .*[^ ].* $/s.test(value) ? ' ' : ''
  const code = fence + pad + value + pad + fence
  return inTable ? code.replaceAll('|', '\\|') : code
}

function writeTarget(url: string, title?: string): string {
  const plain = /^[^\s()<>\\]+$/.test(url)
  const target = plain ? url : `<${url.replace(/[<>\\]/g, '\\$&')}>`
  return title === undefined ? target : `${target} "${title.replace(/["\\]/g, '\\$&')}"`
}

/** `{#label 键="值"}` as it would be typed; nothing where there is nothing to say. */
export function writeAttributes(label: string | undefined, attributes: Attributes): string {
  const parts = label === undefined ? [] : [`#${label}`]
  for (const [name, value] of Object.entries(attributes)) {
    const quote = value.includes('"') ? "'" : '"'
    parts.push(`${name}=${quote}${value}${quote}`)
  }
  return parts.length === 0 ? '' : `{${parts.join(' ')}}`
}
