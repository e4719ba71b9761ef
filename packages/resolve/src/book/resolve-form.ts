import type {
  PrintedBlock,
  PrintedCell,
  PrintedForm,
  PrintedGrid,
  PrintedPart,
  PrintedValue,
} from '@ziping/forms'
import type { Layout } from '../layout/layout.ts'
import type {
  BookBlock,
  BookCell,
  BookTable,
  CellContent,
  PageRun,
  ParagraphStyle,
} from './book.ts'
import type { BookContext } from './book-context.ts'
import { cellColumns } from './cell-columns.ts'
import { sharedWidths } from './column-widths.ts'
import { placeOf, valueNear } from './form-places.ts'
import type { BookInline } from './inline.ts'
import { heightOf, longRows } from './resolve-table.ts'
import { spaced } from './spacing.ts'
import { emsOf } from './text-width.ts'

/** How a form's part of the book prints texts that are documents of their own. */
export interface FormTexts {
  /** The words that stand in the cell. */
  readonly inCell: (value: PrintedValue) => readonly BookInline[]
  /** A whole document in the place of a block. */
  readonly whole: (document: string) => readonly BookBlock[]
}

const styles: Readonly<Record<string, ParagraphStyle>> = {
  title: 'part-title',
  subtitle: 'cover-subtitle',
  heading: 'form-heading',
  paragraph: 'body',
  note: 'note',
  footer: 'cover-foot',
  small: 'note',
}

/** The form's parts as runs of pages. */
export function resolveForm(
  form: PrintedForm,
  document: string,
  context: BookContext,
  texts: FormTexts,
): readonly PageRun[] {
  const runs: PageRun[] = []
  for (const part of form.parts) {
    const orientation = part.page === 'landscape' ? 'landscape' : 'portrait'
    const isCover = part.page === 'cover'
    const blocks = partBlocks(part, orientation, context, texts)
    const last = runs.at(-1)
    if (part.page === 'continue' && last !== undefined) {
      const joined = spaced([...last.blocks, ...blocks], context.layout)
      runs[runs.length - 1] = { ...last, blocks: joined }
    } else {
      const role = isCover ? 'cover' : 'form'
      runs.push({ document, role, orientation, start: 'new-page', folio: 'arabic', blocks })
    }
  }
  return runs
}

function partBlocks(
  part: PrintedPart,
  orientation: PageRun['orientation'],
  context: BookContext,
  texts: FormTexts,
): readonly BookBlock[] {
  const { layout } = context
  const width = orientation === 'landscape' ? layout.landscape.width : layout.text.width
  const isCover = part.page === 'cover'
  const blocks = part.blocks.flatMap((block) => formBlock(block, width, context, texts, isCover))
  return spaced(isCover ? spreadCover(blocks, layout) : blocks, layout)
}

/** Title, lines and foot of a cover spread over the page, in the shares of a cover made by hand. */
function spreadCover(blocks: readonly BookBlock[], layout: Layout): readonly BookBlock[] {
  const used = blocks.reduce((sum, block) => sum + coverHeight(block, layout), 0)
  const free = Math.max(0, layout.text.height - used - layout.coverLine.line)
  const space = (share: number): BookBlock => {
    const height = Math.floor((free * share) / layout.quantum) * layout.quantum
    return { kind: 'space', height, before: 0 }
  }
  const title = blocks.findIndex((one) => one.kind === 'paragraph' && one.style === 'cover-title')
  return blocks.flatMap((block, index) => {
    if (index === title) return [space(0.24), block]
    if (block.kind === 'lines' && index > title) return [space(0.36), block]
    const isFoot = block.kind === 'paragraph' && block.style === 'cover-foot'
    return isFoot ? [space(0.3), block] : [block]
  })
}

function coverHeight(block: BookBlock, layout: Layout): number {
  if (block.kind === 'lines') return block.lines.length * layout.coverLine.line
  if (block.kind !== 'paragraph') return layout.body.line
  return block.style === 'cover-title' ? layout.coverTitle.line : layout.coverLine.line
}

function formBlock(
  block: PrintedBlock,
  width: number,
  context: BookContext,
  texts: FormTexts,
  isCover: boolean,
): readonly BookBlock[] {
  switch (block.kind) {
    case 'text': {
      const style = styles[block.style] ?? 'body'
      const content = [{ kind: 'text', value: block.text } as const]
      const own = isCover && style === 'part-title' ? 'cover-title' : style
      return [{ kind: 'paragraph', style: own, content, before: 0 }]
    }
    case 'lines': {
      const lines = block.lines.map(({ label, value }) => ({
        label,
        value: inlinesOf(value, texts),
        ...placeOf(value, context),
      }))
      return [{ kind: 'lines', lines, before: 0 }]
    }
    case 'grid':
      return [formGrid(block, width, context, texts)]
    case 'sign': {
      const places = block.places.map(({ label, kind }) => ({ label, sign: kind }))
      return [{ kind: 'signatures', places, before: context.layout.body.line }]
    }
    case 'document':
      return texts.whole(block.document)
    case 'space':
      return [{ kind: 'space', height: (block.mm * 72) / 25.4, before: 0 }]
    default:
      return block satisfies never
  }
}

function formGrid(
  grid: PrintedGrid,
  width: number,
  context: BookContext,
  texts: FormTexts,
): BookTable {
  const least = shortEms(grid)
  const columns = sharedWidths(grid.columns, width, context.layout.table, least)
  const cell =
    (head: boolean) =>
    (one: PrintedCell, index: number, row: readonly PrintedCell[]): BookCell => ({
      ...formCell(one, head, context, texts),
      ...placeOf(valueNear(row, index), context),
    })
  const rows = [
    ...grid.head.map((row) => row.map(cell(true))),
    ...grid.rows.map((row) => row.map(cell(false))),
  ]
  const height = heightOf(rows, columns, context.layout)
  return {
    kind: 'table',
    purpose: 'form',
    columns,
    headRows: grid.head.length,
    rows,
    splitRows: longRows(rows, columns, context.layout),
    keep: height <= context.layout.text.height * 0.45,
    before: 0,
  }
}

/** “第2位”, “2017年”: what is so short that it stands on one line, and numbers, which are never broken. */
const shortest = 4

function shortEms(grid: PrintedGrid): readonly number[] {
  const rows = [...grid.head, ...grid.rows]
  const starts = cellColumns(rows)
  const least = grid.columns.map(() => 1)
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const column = starts[r]?.[c]
      if (column === undefined || cell.colspan > 1 || cell.vertical === true) return
      for (const line of `${cell.text}\n${cell.value?.text ?? ''}`.split('\n')) {
        const ems = emsOf(line.trim())
        if (ems <= shortest || /^[\d.,]+$/.test(line))
          least[column] = Math.max(least[column] ?? 1, ems)
      }
    })
  })
  return least.map((ems) => ems + 0.35)
}

function formCell(
  cell: PrintedCell,
  head: boolean,
  context: BookContext,
  texts: FormTexts,
): BookCell {
  const label = head || cell.value === undefined
  return {
    content: cellContent(cell, context, texts),
    colspan: cell.colspan,
    rowspan: cell.rowspan,
    align: cell.align ?? (label ? 'center' : isLong(cell) ? 'left' : 'center'),
    head,
    vertical: cell.vertical === true,
    ...(cell.height === undefined ? {} : { minHeight: (cell.height * 72) / 25.4 }),
  }
}

function isLong({ text, value }: PrintedCell): boolean {
  return (
    text !== '' ||
    (value !== undefined &&
      (value.document !== undefined || value.text.length > 20 || value.text.includes('\n')))
  )
}

function cellContent(
  { text, value, sign, seal, date }: PrintedCell,
  context: BookContext,
  texts: FormTexts,
): readonly CellContent[] {
  const fixed: CellContent[] = text === '' ? [] : [paragraph([{ kind: 'text', value: text }])]
  const image = value?.image === undefined ? undefined : placed(value.image, context)
  const filled: CellContent[] =
    image !== undefined
      ? [{ kind: 'image', image }]
      : value === undefined
        ? []
        : splitLines(inlinesOf(value, texts)).map(paragraph)
  const places = [sign, seal, ...(date === true ? ['年　　月　　日'] : [])].flatMap(
    (label): CellContent[] => (label === undefined ? [] : [{ kind: 'sign', label }]),
  )
  const content = [...fixed, ...filled, ...places]
  return content.length === 0 ? [paragraph([])] : content
}

function paragraph(content: readonly BookInline[]): CellContent {
  return { kind: 'paragraph', content }
}

function inlinesOf(value: PrintedValue, texts: FormTexts): readonly BookInline[] {
  return value.document === undefined ? boxed(value.text) : texts.inCell(value)
}

/** □ and ☑ as boxes that can be ticked. */
function boxed(text: string): readonly BookInline[] {
  return text
    .split(/(?=[□☑])|(?<=[□☑])/u)
    .flatMap((piece): readonly BookInline[] =>
      piece === '□' || piece === '☑'
        ? [{ kind: 'checkbox', checked: piece === '☑' }]
        : piece === ''
          ? []
          : [{ kind: 'text', value: piece }],
    )
}

/** Each line of a value is a paragraph of the cell. */
function splitLines(inlines: readonly BookInline[]): readonly (readonly BookInline[])[] {
  const lines: BookInline[][] = [[]]
  for (const inline of inlines) {
    if (inline.kind !== 'text') {
      lines.at(-1)?.push(inline)
      continue
    }
    inline.value.split('\n').forEach((value, index) => {
      if (index > 0) lines.push([])
      if (value !== '') lines.at(-1)?.push({ kind: 'text', value })
    })
  }
  return lines
}

/** A personal photo: 2 寸, 35 × 49 mm. */
function placed(
  file: string,
  { material }: BookContext,
):
  | { readonly file: string; readonly width: number; readonly height: number; readonly alt: string }
  | undefined {
  const pixels = material.pictures.at(file)
  if (pixels === undefined) return undefined
  const scale = Math.min(99.2 / pixels.width, 138.9 / pixels.height)
  return { file, width: pixels.width * scale, height: pixels.height * scale, alt: '照片' }
}
