import type { Block, Caption, Cell, Figure, List, Table } from '../block.ts'
import type { Attributes } from '../inline.ts'
import { writeAttributes, writeInlines } from './write-inlines.ts'

/** Blocks as Markdown that is read back as the same blocks. */
export function writeMarkdown(blocks: readonly Block[]): string {
  return `${writeBlocks(blocks)}\n`
}

const inText = { inTable: false }

function writeBlocks(blocks: readonly Block[], between = '\n\n'): string {
  return blocks.map((block, index) => writeBlock(block, blocks[index - 1])).join(between)
}

function writeBlock(block: Block, before: Block | undefined): string {
  switch (block.kind) {
    case 'heading': {
      const label = writeAttributes(block.label, {})
      const words = writeInlines(block.content, inText, false).replace(/#+$/, '\\$&')
      return `${'#'.repeat(block.level)} ${words}${label === '' ? '' : ` ${label}`}`
    }
    case 'paragraph':
      return writeInlines(block.content, inText)
    case 'list':
      return writeList(block, before)
    case 'quote':
      return prefixed(writeBlocks(block.blocks), '> ')
    case 'code':
      return fenced([block.language ?? '', block.meta ?? ''].join(' ').trim(), block.value)
    case 'diagram':
      return captioned(
        '图',
        block,
        fenced(['mermaid', block.meta ?? ''].join(' ').trim(), block.value),
      )
    case 'table':
      return writeTable(block)
    case 'figure':
      return writeFigure(block)
    case 'chart':
      return directive('图表', block, block.indicators)
    case 'indicator-table':
      return directive('指标表', block, block.indicators)
    case 'formula':
      return `$$\n${block.value}\n$$`
    case 'rule':
      return '---'
    case 'page-break':
      return '::分页'
    case 'box': {
      const name = block.variant === 'highlight' ? '亮点' : '案例'
      const title = block.title.length === 0 ? '' : `[${writeInlines(block.title, inText, false)}]`
      return contained(
        `${name}${title}${writeAttributes(block.label, block.attributes)}`,
        writeBlocks(block.blocks),
      )
    }
    case 'landscape':
      return contained('横向', writeBlocks(block.blocks))
    case 'footnote':
      return hanging(`[^${block.id}]: `, writeBlocks(block.blocks), 4)
    case 'note':
      return `<!--${block.value}-->`
    case 'link-definition':
      return `[${block.id}]: <${block.url}>${block.title === undefined ? '' : ` "${block.title}"`}`
    default:
      return block satisfies never
  }
}

/** Lists that follow each other are told apart by their marks. */
function writeList(list: List, before: Block | undefined): string {
  const other = before?.kind === 'list' && before.ordered === list.ordered
  const items = list.items.map((item, index) => {
    const mark = list.ordered ? `${list.start + index}${other ? ')' : '.'} ` : other ? '* ' : '- '
    const box = item.checked === undefined ? '' : item.checked ? '[x] ' : '[ ] '
    return hanging(mark, box + writeBlocks(item.blocks, list.loose ? '\n\n' : '\n'), mark.length)
  })
  return items.join(list.loose ? '\n\n' : '\n')
}

function hanging(mark: string, text: string, width: number): string {
  const [first = '', ...rest] = text.split('\n')
  return [mark + first, ...rest.map((line) => (line === '' ? '' : ' '.repeat(width) + line))].join(
    '\n',
  )
}

function prefixed(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => (prefix + line).trimEnd())
    .join('\n')
}

function fenced(info: string, value: string): string {
  const longest = Math.max(2, ...[...value.matchAll(/`{3,}/g)].map((run) => run[0].length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${info}\n${value}${value === '' ? '' : '\n'}${fence}`
}

function contained(opening: string, text: string): string {
  return `:::${opening}\n\n${text}\n\n:::`
}

interface Captioned {
  readonly caption?: Caption
  readonly label?: string
  readonly attributes: Attributes
}

function captioned(word: '表' | '图', block: Captioned, text: string): string {
  const { caption, label, attributes } = block
  if (caption === undefined) return text
  return `${captionLine(word, caption, label, attributes)}\n\n${text}`
}

function captionLine(
  word: '表' | '图',
  caption: Caption,
  label: string | undefined,
  attributes: Attributes,
): string {
  const mark = caption.typed === undefined ? `${word}：` : `${caption.typed} `
  const named = writeAttributes(label, attributes)
  return `${mark}${writeInlines(caption.content, inText, false)}${named === '' ? '' : ` ${named}`}`
}

function writeTable(table: Table): string {
  const rules = table.align.map(
    (align) => ({ left: ':---', center: ':---:', right: '---:', none: '---' })[align],
  )
  const lines = [row(table.head), `| ${rules.join(' | ')} |`, ...table.rows.map(row)]
  const text = captioned('表', table, lines.join('\n'))
  return table.grid ? contained('表格', text) : text
}

function row(cells: readonly Cell[]): string {
  return `| ${cells.map(writeCell).join(' | ')} |`
}

function writeCell({ content, merge }: Cell): string {
  if (merge !== undefined) return merge === 'up' ? '^^' : '<<'
  return writeInlines(content, { inTable: true }, false).replaceAll('\n', ' ')
}

/** An image takes its alt text as caption; any other stands below it. */
function writeFigure(figure: Figure): string {
  const images = writeInlines(
    figure.images.flatMap((image, index) =>
      index === 0 ? [image] : [{ kind: 'text' as const, value: ' ', span: image.span }, image],
    ),
    inText,
    false,
  )
  const [only, ...more] = figure.images
  const own = more.length === 0 && only !== undefined && figure.caption?.text === only.alt
  if (figure.caption === undefined || own) return images
  const label = figure.label === only?.label ? undefined : figure.label
  const attributes = more.length === 0 ? {} : figure.attributes
  return `${images}\n${captionLine('图', figure.caption, label, attributes)}`
}

function directive(name: string, block: Captioned, indicators: readonly string[]): string {
  const title =
    block.caption === undefined ? '' : `[${writeInlines(block.caption.content, inText, false)}]`
  const ids = indicators.length === 0 ? {} : { 指标: indicators.join(' ') }
  return `::${name}${title}${writeAttributes(block.label, { ...ids, ...block.attributes })}`
}
