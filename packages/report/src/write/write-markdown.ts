import type { Block, Caption, Cell, Figure, List, ListItem, Table } from '../block.ts'
import type { Attributes, Inline } from '../inline.ts'
import { captionOf } from '../parse/caption-text.ts'
import { writeAttributes } from './write-attributes.ts'
import { plainLine, writeInlines } from './write-inlines.ts'

/** Blocks as Markdown that is read as the same blocks again. */
export function writeMarkdown(blocks: readonly Block[]): string {
  const text = writeBlocks(blocks, false)
  return text === '' ? '' : `${text}\n`
}

/** In a tight list no blank line may part its blocks. */
function writeBlocks(blocks: readonly Block[], tight: boolean): string {
  return blocks
    .map((block, index) => writeBlock(block, tight, alternates(blocks, index)))
    .join(tight ? '\n' : '\n\n')
}

/** A list directly behind another takes the other marker, or they would be one. */
function alternates(blocks: readonly Block[], index: number): boolean {
  let others = 0
  const block = blocks[index]
  for (let at = index - 1; at >= 0; at--) {
    const before = blocks[at]
    if (block?.kind !== 'list' || before?.kind !== 'list' || before.ordered !== block.ordered) break
    others++
  }
  return others % 2 === 1
}

function writeBlock(block: Block, tight: boolean, alternate: boolean): string {
  switch (block.kind) {
    case 'heading': {
      const label = block.label === undefined ? '' : ` {#${block.label}}`
      const words = writeInlines(block.content, { ...plainLine, endsLine: true })
      return `${'#'.repeat(block.level)} ${words}${label}`.trimEnd()
    }
    case 'paragraph':
      return writeInlines(block.content)
    case 'list':
      return writeList(block, alternate)
    case 'quote':
      return prefixLines(writeBlocks(block.blocks, false), '> ', '> ')
    case 'code':
      return writeFence(
        [block.language, block.meta].filter((word) => word !== undefined).join(' '),
        block.value,
      )
    case 'diagram':
      return withCaption(block, '图', tight, (braces) =>
        writeFence(['mermaid', block.meta ?? braces].join(' ').trim(), block.value),
      )
    case 'formula':
      return `$$\n${block.value}\n$$`
    case 'table':
      return writeTable(block, tight)
    case 'figure':
      return writeFigure(block)
    case 'chart':
      return writeLeaf('图表', '图', block, tight)
    case 'indicator-table':
      return writeLeaf('指标表', '表', block, tight)
    case 'box': {
      const name = block.variant === 'highlight' ? '亮点' : '案例'
      const opened = name + writeTitle(block.title) + writeAttributes(block.label, block.attributes)
      return writeContainer(opened, writeBlocks(block.blocks, tight))
    }
    case 'landscape':
      return writeContainer('横向', writeBlocks(block.blocks, tight))
    case 'footnote':
      return prefixLines(writeBlocks(block.blocks, false), `[^${block.id}]: `, '    ')
    case 'note':
      return `<!--${block.value}-->`
    case 'link-definition': {
      const [, target = ''] =
        /^\[\]\((.*)\)$/s.exec(
          writeInlines([
            {
              kind: 'link',
              url: block.url,
              ...titleOf(block.title),
              children: [],
              span: block.span,
            },
          ]),
        ) ?? []
      return `[${block.id}]: ${target === '' ? '<>' : target}`
    }
    case 'rule':
      return '***'
    case 'page-break':
      return '::分页'
    default:
      return block satisfies never
  }
}

function titleOf(title: string | undefined): { readonly title?: string } {
  return title === undefined ? {} : { title }
}

/** The lines of a container's content behind what marks them; blank ones stay bare. */
function prefixLines(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => {
      const prefix = index === 0 ? first : others
      return line === '' ? prefix.trimEnd() : prefix + line
    })
    .join('\n')
}

function writeContainer(opened: string, content: string): string {
  return [`:::${opened}`, content, ':::'].filter((line) => line !== '').join('\n')
}

function writeTitle(title: readonly Inline[]): string {
  if (title.length === 0) return ''
  return `[${writeInlines(title, { ...plainLine, inBrackets: true, inTitle: true })}]`
}

function writeFence(info: string, value: string): string {
  const runs = value.match(/^[ \t]*(`{3,}|~{3,})/gm)?.map((run) => run.trim().length) ?? []
  const sign = info.includes('`') ? '~' : '`'
  const fence = sign.repeat(Math.max(3, ...runs.map((run) => run + 1)))
  return [fence + info, ...(value === '' ? [] : [value]), fence].join('\n')
}

function writeList(list: List, alternate: boolean): string {
  const items = list.items.map((item, index) => {
    const number = Math.min(list.start + index, 999_999_999)
    const marker = list.ordered ? `${number}${alternate ? ')' : '.'}` : alternate ? '+' : '-'
    return writeItem(item, marker, !list.loose)
  })
  return items.join(list.loose ? '\n\n' : '\n')
}

function writeItem(item: ListItem, marker: string, tight: boolean): string {
  const box = item.checked === undefined ? '' : item.checked ? '[x] ' : '[ ] '
  // A box with nothing behind it would be two brackets.
  const text = item.blocks.length === 0 && box !== '' ? '&#x20;' : writeBlocks(item.blocks, tight)
  return prefixLines(box + text, `${marker} `, ' '.repeat(marker.length + 1))
}

interface Captioned {
  readonly caption?: Caption
  readonly label?: string
  readonly attributes: Attributes
}

/** The block under its caption; label and attributes go with the caption, if there is one. */
function withCaption(
  block: Captioned,
  word: '表' | '图',
  tight: boolean,
  write: (braces: string) => string,
): string {
  const braces = writeAttributes(block.label, block.attributes)
  if (block.caption === undefined) return write(braces)
  return writeCaption(block.caption, word, braces) + (tight ? '\n' : '\n\n') + write('')
}

function writeCaption({ typed, content }: Caption, word: '表' | '图', braces: string): string {
  const words = writeInlines(content, { ...plainLine, endsLine: true })
  return `${typed === undefined ? `${word}：` : `${typed} `}${words} ${braces}`.trimEnd()
}

/** The caption of a directive is its title, unless it cites what a title cannot. */
function writeLeaf(
  name: string,
  word: '表' | '图',
  block: Captioned & { readonly indicators: readonly string[] },
  tight: boolean,
): string {
  const { caption, label, attributes, indicators } = block
  const all = indicators.length === 0 ? attributes : { ids: indicators.join(' '), ...attributes }
  if (caption === undefined || caption.content.length === 0 || cites(caption.content))
    return withCaption({ ...block, attributes: {} }, word, tight, (braces) => {
      const own = caption === undefined ? label : undefined
      return `::${name}${writeAttributes(own, all) || braces}`
    })
  const typed = caption.typed === undefined ? '' : `${caption.typed} `
  return `::${name}[${typed}${writeTitle(caption.content).slice(1)}${writeAttributes(label, all)}`
}

function cites(content: readonly Inline[]): boolean {
  return content.some(
    (inline) =>
      inline.kind === 'footnote-reference' ||
      ('definition' in inline && inline.definition !== undefined) ||
      ('children' in inline && cites(inline.children)),
  )
}

/** Images side by side; a caption that is not their own stands on the line above. */
function writeFigure(figure: Figure): string {
  const images = writeInlines(
    figure.images.flatMap((image, index): readonly Inline[] =>
      index === 0 ? [image] : [{ kind: 'text', value: ' ', span: image.span }, image],
    ),
  )
  const [image, ...more] = figure.images
  const own = more.length === 0 ? image : undefined
  const { caption, label, attributes } = figure
  if (caption === undefined || (own !== undefined && isAltCaption(caption, own.alt))) return images
  const others = Object.entries(attributes).filter(([name]) => own?.attributes[name] === undefined)
  const braces = writeAttributes(
    label === own?.label ? undefined : label,
    Object.fromEntries(others),
  )
  return `${writeCaption(caption, '图', braces)}\n${images}`
}

function isAltCaption(caption: Caption, alt: string): boolean {
  if (alt.trim() === '') return false
  const expected = captionOf(
    [{ kind: 'text', value: alt, span: caption.span }],
    caption.span,
    '图',
    '',
  )
  const [only, ...more] = caption.content
  return (
    more.length === 0 &&
    (only === undefined || only.kind === 'text') &&
    caption.text === expected.text &&
    caption.typed === expected.typed
  )
}

function writeTable(table: Table, tight: boolean): string {
  return withCaption(table, '表', tight, (braces) => {
    const signs = { left: ':--', center: ':-:', right: '--:', none: '---' }
    const lines = [
      writeRow(table.head),
      `| ${table.head.map((_, index) => signs[table.align[index] ?? 'none']).join(' | ')} |`,
      ...table.rows.map(writeRow),
    ].join('\n')
    return table.grid ? writeContainer(`表格${braces}`, lines) : lines
  })
}

function writeRow(cells: readonly Cell[]): string {
  const signs = { up: '^^', left: '<<' }
  const words = cells.map((cell) =>
    cell.merge === undefined
      ? writeInlines(cell.content, { ...plainLine, inCell: true })
      : signs[cell.merge],
  )
  return `|${words.map((word) => ` ${word} `).join('|')}|`
}
