import type { Heading, List, Paragraph, RootContent, Table } from 'mdast'
import { isPlain, plainInlines, pointIn } from './plain-inlines.ts'
import { isHidden, type Run, type TextLine } from './plain-lines.ts'
import { linePlaceholder, plainBracket } from './units.ts'

const marksAtStart = ` #>+-*_=~\`|:${linePlaceholder}${plainBracket}`
const item = /^(- |(\d{1,9})\. )(?=[^ ])/
const delimiters = /^\|(?: *:?-+:? *\|)+$/

/** The block that a run of lines is, if it is one that cannot be anything else. */
export function plainBlock(run: Run): RootContent | undefined {
  const [first, second] = run.lines
  if (first === undefined) return undefined
  if (run.fence !== undefined) return fenced(run.lines, run.fence.length)
  if (second === undefined && first.text[0] === '#') return heading(first)
  if (second === undefined && isHidden(first.text))
    return { type: 'thematicBreak', position: positionOf(run.lines) }
  if (first.text[0] === '|') return table(run.lines)
  return paragraph(run.lines)
}

/** A list of one level, one line an item. Whether it ends there depends on its neighbours. */
export function plainList({ lines }: Run): List | undefined {
  const kind = item.exec(lines[0]?.text ?? '')
  if (kind === null) return undefined
  const children: List['children'] = []
  for (const line of lines) {
    const found = item.exec(line.text)
    const start = found?.[1]?.length ?? 0
    if (found === null || (found[2] === undefined) !== (kind[2] === undefined)) return undefined
    const inside = paragraph([line], start)
    if (inside === undefined) return undefined
    const position = positionOf([line])
    children.push({ type: 'listItem', spread: false, checked: null, children: [inside], position })
  }
  const ordered = kind[2] !== undefined
  const start = ordered ? Number(kind[2]) : null
  return { type: 'list', ordered, start, spread: false, children, position: positionOf(lines) }
}

/** Whether the run surely ends whatever stands open above it. */
export function beginsAnew({ lines }: Run): boolean {
  return !/^(?:[ \t>+*-]|\d{1,9}[.)])/.test(lines[0]?.text ?? '')
}

function heading(line: TextLine): Heading | undefined {
  const found = /^(#{1,6}) +(?=[^ ])/.exec(line.text)
  const depth = found?.[1]?.length
  if (found === null || !isDepth(depth) || /[# ]$/.test(line.text)) return undefined
  const start = found[0].length
  const text = line.text.slice(start)
  if (!isPlain(text)) return undefined
  const children = plainInlines(text, line, start)
  return { type: 'heading', depth, children, position: positionOf([line]) }
}

function isDepth(depth: number | undefined): depth is Heading['depth'] {
  return depth !== undefined && depth >= 1 && depth <= 6
}

function paragraph(lines: readonly TextLine[], start = 0): Paragraph | undefined {
  const [line] = lines
  // Spaces at the end of a paragraph are no part of its words.
  const text = line?.text.slice(start).replace(/ +$/, '') ?? ''
  const begins = !marksAtStart.includes(text[0] ?? ' ') && !/^\d{1,9}[.)](?: |$)/.test(text)
  if (line === undefined || lines.length > 1 || !begins || !isPlain(text)) return undefined
  const children = plainInlines(text, line, start)
  const { end } = positionOf(lines)
  return { type: 'paragraph', children, position: { start: pointIn(line, start), end } }
}

/** Every row between bars, with as many cells as the head has. */
function table(lines: readonly TextLine[]): Table | undefined {
  const [head, under, ...body] = lines
  if (head === undefined || under === undefined || !delimiters.test(under.text)) return undefined
  const align = under.text.slice(1, -1).split('|').map(alignOf)
  const children: Table['children'] = []
  for (const line of [head, ...body]) {
    const row = tableRow(line, align.length)
    if (row === undefined) return undefined
    children.push(row)
  }
  return { type: 'table', align, children, position: positionOf(lines) }
}

function alignOf(cell: string): 'left' | 'right' | 'center' | null {
  const typed = cell.trim()
  if (typed.startsWith(':')) return typed.endsWith(':') ? 'center' : 'left'
  return typed.endsWith(':') ? 'right' : null
}

function tableRow(line: TextLine, columns: number): Table['children'][number] | undefined {
  if (line.text.length < 2 || !line.text.endsWith('|') || line.text[0] !== '|') return undefined
  const cells = line.text.slice(1, -1).split('|')
  if (cells.length !== columns) return undefined
  const children: Table['children'][number]['children'] = []
  let at = 0
  for (const [index, cell] of cells.entries()) {
    const end = at + 1 + cell.length + (index === columns - 1 ? 1 : 0)
    // Only spaces around it: a wide one is the cell's own.
    const text = cell.replace(/^ +| +$/g, '')
    if (text !== '' && !isPlain(text)) return undefined
    const start = at + 1 + (/^ */.exec(cell)?.[0].length ?? 0)
    const position = { start: pointIn(line, at), end: pointIn(line, end) }
    const content = text === '' ? [] : plainInlines(text, line, start)
    children.push({ type: 'tableCell', children: content, position })
    at = end
  }
  return { type: 'tableRow', children, position: positionOf([line]) }
}

/** A fence from column 1 to column 1. */
function fenced(lines: readonly TextLine[], length: number): RootContent | undefined {
  const [opening] = lines
  const info = opening?.text.slice(length) ?? ''
  const [, lang, meta] = /^([^\s\\&]+)(?: +([^\s\\&](?:[^\t\\&]*[^\s\\&])?))?$/.exec(info) ?? []
  if (info !== '' && lang === undefined) return undefined
  const inside = lines.slice(1, -1)
  if (inside.some(({ text }) => text.includes('\t'))) return undefined
  return {
    type: 'code',
    lang: lang ?? null,
    meta: meta ?? null,
    value: inside.map(({ text }) => text).join('\n'),
    position: positionOf(lines),
  }
}

function positionOf(lines: readonly TextLine[]): NonNullable<RootContent['position']> {
  const first = lines[0] ?? { line: 1, offset: 0, text: '' }
  const last = lines.at(-1) ?? first
  return { start: pointIn(first, 0), end: pointIn(last, last.text.length) }
}
