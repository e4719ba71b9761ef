import type { Attributes, Block, Caption, Cell, ListItem } from '../../src/index.ts'
import { inlineParts, isAttributes, isLink, sameId, sameLines } from './inline-parts.ts'
import { decode, type Part, pattern } from './part.ts'

export function blockParts(blocks: readonly Block[]): readonly Part[] {
  return blocks.map(blockPart)
}

const containerLine = /^[:：]{3,}(亮点|highlight|案例|case|横向|landscape|表格|grid)/
const leafLine = /^[:：]{2}(指标表|indicators|图表|chart|分页|pagebreak)/

function blockPart(block: Block): Part {
  const part = (parts: readonly Part[], isSyntax: Part['isSyntax']): Part => ({
    name: block.kind,
    span: block.span,
    parts,
    isSyntax,
  })
  switch (block.kind) {
    case 'heading':
      return part(inlineParts(block.content), (between) => isHeading(between, block.label))
    case 'paragraph':
      return part(inlineParts(block.content), (between) => /^·*$/.test(withoutSpaces(between)))
    case 'list':
      return part(block.items.map(itemPart), pattern(/^·*$/))
    case 'quote':
      return part(blockParts(block.blocks), pattern(/^[>·]*$/))
    case 'box':
      return part([...inlineParts(block.title), ...blockParts(block.blocks)], (_, typed) =>
        isContainer(typed, block.label, block.attributes),
      )
    case 'landscape':
      return part(blockParts(block.blocks), (_, typed) => isContainer(typed, undefined, {}))
    case 'footnote':
      return part(blockParts(block.blocks), (between) => {
        const [, id = '', rest] = /^\[\^(.+?)\]:(·*)$/.exec(between) ?? []
        return rest !== undefined && sameId(id, block.id.replace(/\s/g, ''))
      })
    case 'code':
      return part([], (_, typed) => isFence(typed, block.value, block.language, block.meta))
    case 'diagram':
      return part(captionParts(block), (_, typed) => isDiagram(typed, block))
    case 'formula':
      return part([], (_, typed) => sameLines(typed, `$$${block.value}$$`))
    case 'table':
      return part(
        [...captionParts(block), ...[block.head, ...block.rows].flat().map(cellPart)],
        (_, typed) => isTable(typed, block),
      )
    case 'figure': {
      const images = inlineParts(block.images)
      return part([...captionParts(block, images), ...images], pattern(/^·*$/))
    }
    case 'chart':
    case 'indicator-table':
      return part(captionParts(block), (_, typed) => isLeaf(typed, block))
    case 'note':
      return part([], (_, typed) => sameLines(typed, `<!--${block.value}-->`))
    case 'link-definition':
      return part([], (_, typed) => isLink(typed, [block.id, block.url, block.title]))
    case 'rule':
      return part([], pattern(/^(?:-{3,}|\*{3,}|_{3,})$/))
    case 'page-break':
      return part(
        [],
        (_, typed) =>
          leafLine.test(typed) && isAttributes(typed.replace(leafLine, ''), undefined, {}),
      )
    default:
      return block satisfies never
  }
}

/** `&emsp;` and the like indent a paragraph. */
function withoutSpaces(between: string): string {
  return between.replace(/&[#\w]+;/g, (typed) =>
    decode(typed.replace(/&e[mn]sp;|&nbsp;/, '')).trim(),
  )
}

function itemPart(item: ListItem): Part {
  const box = item.checked === undefined ? '' : item.checked ? '\\[[xX]\\]' : '\\[\\]'
  return {
    name: 'item',
    span: item.span,
    parts: blockParts(item.blocks),
    isSyntax: pattern(new RegExp(`^(?:[-*+]|\\d{1,9}[.)])${box}·*$`)),
  }
}

function cellPart(cell: Cell): Part {
  const merged = { up: /^\|?\^\^\|?$/, left: /^\|?<<\|?$/ }
  return {
    name: 'cell',
    span: cell.span,
    parts: inlineParts(cell.content),
    isSyntax: pattern(cell.merge === undefined ? /^[|·]*$/ : merged[cell.merge]),
  }
}

/** A caption typed as a line of its own, or as a directive's title; words of an image are the image's. */
function captionParts(block: Labelled, images: readonly Part[] = []): readonly Part[] {
  const { caption } = block
  if (caption === undefined) return []
  const { span } = caption
  if (images.some((image) => image.span.start <= span.start && span.end <= image.span.end))
    return []
  const isSyntax = (_: string, typed: string): boolean => isLabelled(typed, block)
  return [{ name: 'caption', span, parts: inlineParts(caption.content), isSyntax }]
}

interface Labelled {
  readonly caption?: Caption
  readonly label?: string
  readonly attributes: Attributes
}

/** `表：`, `图3-1` and the label behind the words. */
function isLabelled(
  typed: string,
  { label, attributes, caption }: Labelled,
  others: readonly string[] = [],
): boolean {
  const rest = typed.replaceAll('·', '').replace(/^\s*[表图]\s*[:：]/m, '')
  const number =
    caption?.typed === undefined
      ? rest
      : rest.replace(caption.typed, '').replace(/^\s*[:：、.．]/, '')
  return isAttributes(number, label, attributes, others)
}

function isHeading(between: string, label: string | undefined): boolean {
  const words = between.replace(/^#{1,6}/, '').replaceAll('·', '')
  const braces = words.replace(/#*$/, '')
  if (label === undefined) return braces === ''
  return /^[{｛][#＃].*[}｝]$/.test(braces) && braces.slice(2, -1) === label
}

function isContainer(typed: string, label: string | undefined, attributes: Attributes): boolean {
  const trimmed = typed.trim().replace(/[:：]{3,}$/, '')
  const opened = trimmed.replace(containerLine, '')
  return (
    opened !== trimmed && isAttributes(opened.replace(/[[\]【】［］·]/g, ''), label, attributes)
  )
}

function isLeaf(
  typed: string,
  { label, attributes, indicators }: Labelled & { readonly indicators: readonly string[] },
): boolean {
  const braces = typed.replace(
    /^(?:·\s*)*[:：]{2}(指标表|indicators|图表|chart)\s*([[【［]·*[\]】］])?/,
    '',
  )
  const others = [...indicators, 'ids']
  return braces !== typed && isAttributes(braces.replaceAll('·', ''), label, attributes, others)
}

function isTable(typed: string, block: Labelled & { readonly grid: boolean }): boolean {
  const rows = /^[·|]*[|:-]+[·|]*$/
  if (!block.grid) return rows.test(typed.replace(/\s/g, ''))
  const [, braces = '', inside = ''] =
    /^(?:·\s*)*[:：]{3,}(?:表格|grid)\s*(?:[[【［]·*[\]】］])?([^·|]*)([\s\S]*?)[:：]{3,}\s*$/.exec(
      typed,
    ) ?? []
  return isAttributes(braces, block.label, block.attributes) && rows.test(inside.replace(/\s/g, ''))
}

function isDiagram(
  typed: string,
  block: Labelled & { readonly value: string; readonly meta?: string },
): boolean {
  const [, fence = '', info = '', body = ''] =
    /^(?:·\s*)*(`{3,}|~{3,})\s*mermaid([^\r\n]*)([\s\S]*)$/i.exec(typed) ?? []
  const own =
    block.meta === undefined
      ? isAttributes(info, block.label, block.attributes)
      : info.trim() === block.meta
  return fence !== '' && own && sameBody(body, block.value, fence)
}

function isFence(typed: string, value: string, language = '', meta = ''): boolean {
  const [, fence = '', info = '', body = ''] =
    /^(`{3,}|~{3,})([^\r\n]*)([\s\S]*)$/.exec(typed) ?? []
  return fence !== '' && sameLines(info, language + meta) && sameBody(body, value, fence)
}

function sameBody(typed: string, value: string, fence: string): boolean {
  const lines = (text: string): string => text.replace(/\s/g, '')
  const closed = typed.replace(/[ \t]*[`~]{3,}[ \t]*$/, (close) =>
    close.includes(fence) ? '' : close,
  )
  return lines(typed) === lines(value) || lines(closed) === lines(value)
}
