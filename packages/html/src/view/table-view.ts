import type { BookCell, BookTable, CellContent } from '@ziping/resolve'
import { idOf } from '../ids.ts'
import { points } from './frame.ts'
import { type ImageView, type InlineView, imageView, inlineViews } from './inline-view.ts'
import type { ViewContext } from './view-context.ts'

export interface CaptionView {
  readonly number: string
  readonly inlines: readonly InlineView[]
}

type ContentView =
  | { readonly part: 'cell-paragraph'; readonly inlines: readonly InlineView[] }
  | ({ readonly part: 'inline-image' } & ImageView)
  | { readonly part: 'cell-sign'; readonly label: string }

interface CellView {
  readonly id: string | undefined
  readonly tag: 'td' | 'th'
  readonly scope: 'col' | 'row' | undefined
  readonly colspan: number | undefined
  readonly rowspan: number | undefined
  readonly textStyle: 'cell' | 'head'
  readonly align: BookCell['align']
  readonly height: string | undefined
  readonly vertical: boolean
  readonly contents: readonly ContentView[]
}

interface RowView {
  /** May run over the end of a page. */
  readonly split: boolean
  readonly cells: readonly CellView[]
}

export interface TableView {
  readonly part: 'table'
  readonly purpose: BookTable['purpose']
  readonly keep: boolean
  readonly caption: CaptionView | undefined
  /** Bears 续表 and its caption on every page but the first. */
  readonly again: CaptionView | undefined
  readonly width: string
  readonly columns: readonly string[]
  readonly count: number
  readonly hasHead: boolean
  readonly head: readonly RowView[]
  readonly rows: readonly RowView[]
}

export function tableView(table: BookTable, context: ViewContext): TableView {
  const { border } = context.layout.table
  const width = table.columns.reduce((sum, column) => sum + column, 0) + border
  const caption = captionView(table.caption, context)
  const runsOn = caption !== undefined && !table.keep && context.material.continued === true
  const rows = table.rows.map((row, index) => ({
    split: table.splitRows?.includes(index) === true,
    cells: row.map((cell) => cellView(cell, index < table.headRows, context)),
  }))
  return {
    part: 'table',
    purpose: table.purpose,
    keep: table.keep,
    caption,
    again: runsOn ? { ...caption, number: `续${caption.number}` } : undefined,
    width: points(width),
    columns: table.columns.map(points),
    count: table.columns.length,
    hasHead: runsOn || table.headRows > 0,
    head: rows.slice(0, table.headRows),
    rows: rows.slice(table.headRows),
  }
}

export function captionView(
  caption: BookTable['caption'],
  context: ViewContext,
): CaptionView | undefined {
  if (caption === undefined) return undefined
  return { number: caption.number, inlines: inlineViews(caption.content, context) }
}

function cellView(cell: BookCell, isHeadRow: boolean, context: ViewContext): CellView {
  const contents = cell.content.map((content) => contentView(content, context))
  return {
    id: cell.anchor === undefined ? undefined : idOf(cell.anchor),
    tag: cell.head ? 'th' : 'td',
    scope: cell.head ? (isHeadRow ? 'col' : 'row') : undefined,
    colspan: cell.colspan > 1 ? cell.colspan : undefined,
    rowspan: cell.rowspan > 1 ? cell.rowspan : undefined,
    textStyle: cell.head ? 'head' : 'cell',
    align: cell.align,
    height: cell.minHeight === undefined ? undefined : points(cell.minHeight),
    vertical: cell.vertical,
    contents: contents.length === 0 ? [emptyLine] : contents,
  }
}

const emptyLine: ContentView = { part: 'cell-paragraph', inlines: [] }

function contentView(content: CellContent, context: ViewContext): ContentView {
  switch (content.kind) {
    case 'paragraph':
      return { part: 'cell-paragraph', inlines: inlineViews(content.content, context) }
    case 'image':
      return { part: 'inline-image', ...imageView(content.image, context) }
    case 'sign':
      return { part: 'cell-sign', label: content.label }
    default:
      return content satisfies never
  }
}
