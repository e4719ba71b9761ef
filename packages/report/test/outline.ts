import {
  type Attributes,
  type Block,
  type Caption,
  type Inline,
  type ListItem,
  type ParsedDocument,
  parseDocument,
  type Table,
} from '../src/index.ts'

/** How a text is read, as an outline a person can review: a line per block, what is inside indented under it. */
export function reading(source: string): string {
  return outline(parseDocument('report/1.md', source))
}

/** The outline of a parsed file, and at its end what prints as typed with a finding. */
export function outline({ blocks, kept }: ParsedDocument): string {
  return [
    ...blocks.flatMap(blockLines),
    ...kept.map(({ kind, text }) => `! ${kind} ${text.replaceAll('\n', '⏎')}`),
  ].join('\n')
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`h${block.level}${labelled(block.label)} ${inlines(block.content)}`]
    case 'paragraph':
      return [`p ${inlines(block.content)}`]
    case 'list':
      return [
        `${block.ordered ? `ol ${block.start}` : 'ul'}${block.loose ? ' loose' : ''}`,
        ...block.items.flatMap(itemLines),
      ]
    case 'quote':
      return ['quote', ...indented(block.blocks)]
    case 'landscape':
      return ['landscape', ...indented(block.blocks)]
    case 'footnote':
      return [`footnote ${block.id}`, ...indented(block.blocks)]
    case 'box':
      return [
        `${block.variant}${labelled(block.label)}${attributes(block.attributes)}${info(inlines(block.title))}`.trimEnd(),
        ...indented(block.blocks),
      ]
    case 'code':
      return [`code${info(block.language)}${info(block.meta)}: ${oneLine(block.value)}`]
    case 'formula':
      return [`formula ${oneLine(block.value)}`]
    case 'diagram':
      return [`diagram${captioned(block)}${info(block.meta)}: ${oneLine(block.value)}`]
    case 'table':
      return [
        `${block.grid ? 'grid' : 'table'}${captioned(block)}${aligned(block)}: ${rows(block)}`,
      ]
    case 'figure':
      return [`figure${captioned(block)}: ${inlines(block.images)}`]
    case 'chart':
    case 'indicator-table':
      return [`${block.kind}${captioned(block)}: ${block.indicators.join(' ')}`]
    case 'note':
      return [`note ${oneLine(block.value.trim())}`]
    case 'link-definition':
      return [`link-definition ${block.id} ${block.url}${titled(block.title)}`]
    case 'rule':
    case 'page-break':
      return [block.kind]
    default:
      return block satisfies never
  }
}

function indented(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(blockLines).map((line) => `  ${line}`)
}

function itemLines(item: ListItem): readonly string[] {
  const mark = item.checked === undefined ? '-' : item.checked ? '[x]' : '[ ]'
  const [first = '', ...rest] = item.blocks.flatMap(blockLines)
  return [`  ${mark} ${first}`.trimEnd(), ...rest.map((line) => `    ${line}`)]
}

function aligned({ align }: Table): string {
  const signs = { left: '<', center: '^', right: '>', none: '-' }
  return align.every((side) => side === 'none')
    ? ''
    : ` ${align.map((side) => signs[side]).join('')}`
}

function rows(table: Table): string {
  const merged = { up: '↑', left: '←' }
  return [table.head, ...table.rows]
    .map((row) =>
      row
        .map(({ merge, content }) => (merge === undefined ? inlines(content) : merged[merge]))
        .join('|'),
    )
    .join(' / ')
}

function captioned(block: {
  readonly caption?: Caption
  readonly label?: string
  readonly attributes: Attributes
}): string {
  const { caption } = block
  const typed = caption?.typed === undefined ? '' : `${caption.typed}=`
  return [
    caption === undefined ? '' : ` “${typed}${inlines(caption.content)}”`,
    labelled(block.label),
    attributes(block.attributes),
  ].join('')
}

function info(words: string | undefined): string {
  return words === undefined ? '' : ` ${words}`
}

function labelled(label: string | undefined): string {
  return label === undefined ? '' : ` #${label}`
}

function attributes(all: Attributes): string {
  const parts = Object.entries(all).map(([name, value]) => `${name}=${value}`)
  return parts.length === 0 ? '' : ` {${parts.join(' ')}}`
}

export function inlines(content: readonly Inline[]): string {
  return content.map(inlineText).join('')
}

const shortNames = {
  strong: 'b',
  emphasis: 'i',
  deletion: 'del',
  underline: 'u',
  subscript: 'sub',
  superscript: 'sup',
} as const

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return oneLine(inline.value)
    case 'code-text':
      return `⟨code ${oneLine(inline.value)}⟩`
    case 'link':
      return `⟨link ${inline.url}${titled(inline.title)}: ${inlines(inline.children)}⟩`
    case 'reference': {
      const words = inline.word ?? `“${inlines(inline.children)}”`
      return `⟨ref ${words}${inline.withPage ? '@' : ''}→${inline.targets.join(',')}⟩`
    }
    case 'tied-value':
      return `⟨tied ${inline.indicator}.${inline.year}: ${inlines(inline.children)}⟩`
    case 'value': {
      const form = inline.form === undefined ? '' : ` ${inline.form}`
      return `⟨value ${inline.indicator}.${inline.year}${form}${attributes(inline.attributes)}⟩`
    }
    case 'image':
      return `⟨img ${inline.url}${titled(inline.title)}${labelled(inline.label)}${attributes(inline.attributes)}: ${inline.alt}⟩`
    case 'line-break':
      return '⟨br⟩'
    case 'footnote-reference':
      return `⟨fn ${inline.id}⟩`
    case 'note-text':
      return `⟨note ${oneLine(inline.value.trim())}⟩`
    case 'label':
      return `⟨label${labelled(inline.label)}${attributes(inline.attributes)}⟩`
    default:
      return `⟨${shortNames[inline.kind]} ${inlines(inline.children)}⟩`
  }
}

function titled(title: string | undefined): string {
  return title === undefined ? '' : ` “${title}”`
}

function oneLine(text: string): string {
  return text.replaceAll('\n', '⏎')
}
