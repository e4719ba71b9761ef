import {
  allElements,
  childOf,
  elementsOf,
  settingOf,
  switchOf,
  type XmlElement,
} from '@ziping/office-file'
import { readContent, showsHint } from './paragraph-content.ts'
import type { DraftBlock, DraftCell, DraftParagraph, Marker } from './piece.ts'
import type { Reading } from './reading.ts'
import { numberingOf, outlineLevel } from './styles.ts'
import { visibleText } from './words.ts'

/** Paragraphs and tables below an element, in order. */
export function readBlocks(element: XmlElement, reading: Reading): readonly DraftBlock[] {
  return elementsOf(element).flatMap((child) => readBlock(child, reading))
}

function readBlock(child: XmlElement, reading: Reading): readonly DraftBlock[] {
  switch (child.name) {
    case 'w:p':
      return readParagraph(child, reading)
    case 'w:tbl':
      return [readTable(child, reading)]
    case 'w:sdt':
      return readControl(child, reading)
    case 'w:ins':
    case 'w:moveTo':
    case 'w:customXml':
    case 'w:smartTag':
      return readBlocks(child, reading)
    case 'w:del':
      reading.losses.add('deletion-left-out', visibleText(child))
      return []
    case 'mc:AlternateContent':
      return readBlocks(childOf(child, 'mc:Choice') ?? child, reading)
    case 'w:altChunk':
      reading.losses.add('subdocument-lost')
      return []
    case 'm:oMath':
    case 'm:oMathPara':
      return [draft(readContent({ ...child, children: [child] }, reading), '')]
    case 'w:sectPr':
      return [sectionEnd(child)]
    default:
      return []
  }
}

/** Contents that Word keeps in a control of its own are made anew. */
function readControl(element: XmlElement, reading: Reading): readonly DraftBlock[] {
  const content = childOf(element, 'w:sdtContent')
  if (content === undefined) return []
  const gallery = settingOf(
    childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj'),
    'w:docPartGallery',
  )
  if (gallery !== undefined && /contents/i.test(gallery)) {
    reading.losses.add('contents-left-out', '', 0)
    return []
  }
  if (showsHint(element)) {
    reading.losses.add('placeholder-left-out', visibleText(content))
    return []
  }
  return readBlocks(content, reading)
}

function draft(pieces: DraftParagraph['pieces'], style: string): DraftParagraph {
  return { kind: 'paragraph', pieces, style }
}

function readParagraph(element: XmlElement, reading: Reading): readonly DraftBlock[] {
  const properties = childOf(element, 'w:pPr')
  const style = reading.styles.get(settingOf(properties, 'w:pStyle') ?? 'Normal')
  const wasContents = reading.fields.meaning.isContents
  const role = style?.role
  const pieces = readContent(element, role === 'code' ? { ...reading, isCode: true } : reading)
  const isContents = wasContents || /^(?:toc|目录)\s*\d$|^table of figures$/.test(style?.name ?? '')
  if (isContents) reading.losses.add('contents-left-out', '', 0)
  const level = outlineLevel(properties) ?? style?.level
  const marker = isContents ? undefined : markerOf(properties, style?.numbering, reading, pieces)
  const kept = isContents ? pieces.filter(({ kind }) => kind === 'bookmark') : pieces
  const paragraph: DraftParagraph = {
    ...draft(kept, style?.name ?? ''),
    ...(level === undefined ? {} : { level }),
    ...(role === undefined ? {} : { role }),
    ...(marker === undefined ? {} : { marker }),
  }
  const breaks = switchOf(properties, 'w:pageBreakBefore') === true
  const section = childOf(properties, 'w:sectPr')
  return [
    ...(breaks ? [draft([{ kind: 'page-break' }], '')] : []),
    paragraph,
    ...(section === undefined ? [] : [sectionEnd(section)]),
  ]
}

/** An empty paragraph of a list has a number in Word, but nothing to say. */
function markerOf(
  properties: XmlElement | undefined,
  inherited: { readonly id: string; readonly level: number } | undefined,
  { numbering }: Reading,
  pieces: DraftParagraph['pieces'],
): Marker | undefined {
  const used = numberingOf(properties) ?? inherited
  if (used === undefined || used.id === '0') return undefined
  const isEmpty = pieces.every(({ kind }) => kind === 'bookmark')
  const marker = numbering.next(used.id, used.level)
  return isEmpty ? undefined : marker
}

function sectionEnd(section: XmlElement): DraftBlock {
  const size = childOf(section, 'w:pgSz')?.attributes
  const margins = childOf(section, 'w:pgMar')?.attributes
  const width = Number(size?.get('w:w') ?? 11906)
  const isLandscape =
    size?.get('w:orient') === 'landscape' || width > Number(size?.get('w:h') ?? 16838)
  const sides = ['w:left', 'w:right', 'w:gutter'].reduce(
    (sum, side) => sum + (Number(margins?.get(side) ?? 0) || 0),
    0,
  )
  return { kind: 'section-end', isLandscape, textWidth: Math.max(1000, width - sides) }
}

function readTable(element: XmlElement, reading: Reading): DraftBlock {
  const rows = rowsOf(element).filter((row) => {
    const isDeleted = childOf(childOf(row, 'w:trPr'), 'w:del') !== undefined
    if (isDeleted) reading.losses.add('deletion-left-out', visibleText(row))
    return !isDeleted
  })
  const borders = childOf(childOf(element, 'w:tblPr'), 'w:tblBorders')
  return {
    kind: 'table',
    rows: rows.map((row) => readRow(row, reading)),
    isDashed: /dash/i.test(settingOf(borders, 'w:top') ?? ''),
  }
}

/** Rows and cells may stand in content controls. */
function rowsOf(element: XmlElement, name = 'w:tr'): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child]
    if (child.name === 'w:sdt') return rowsOf(childOf(child, 'w:sdtContent') ?? child, name)
    return child.name === 'w:customXml' || child.name === 'w:ins' ? rowsOf(child, name) : []
  })
}

function readRow(row: XmlElement, reading: Reading): readonly DraftCell[] {
  const properties = childOf(row, 'w:trPr')
  const before = Number(settingOf(properties, 'w:gridBefore') ?? 0) || 0
  const gap: DraftCell = { blocks: [], columns: Math.min(before, 200), joinsUp: false }
  const cells = rowsOf(row, 'w:tc').map((cell) => readCell(cell, reading))
  return before > 0 ? [gap, ...cells] : cells
}

function readCell(cell: XmlElement, reading: Reading): DraftCell {
  const properties = childOf(cell, 'w:tcPr')
  const span = Number(settingOf(properties, 'w:gridSpan') ?? 1)
  const merge = childOf(properties, 'w:vMerge')
  const align = [...allElements(cell)].find(({ name }) => name === 'w:jc')?.attributes.get('w:val')
  return {
    blocks: readBlocks(cell, reading),
    columns: Math.min(Math.max(1, span || 1), 200),
    joinsUp: merge !== undefined && merge.attributes.get('w:val') !== 'restart',
    ...(align === undefined ? {} : { align }),
  }
}
