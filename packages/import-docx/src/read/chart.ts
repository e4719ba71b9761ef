import { allElements, childOf, elementsOf, textOf, type XmlElement } from '@ziping/office-file'
import type { DraftBlock, DraftCell, Piece } from './piece.ts'
import type { Reading } from './reading.ts'

/** A chart as the table of its data: the numbers lie in the file, the drawing is made by Word. */
export function readChart(id: string, alt: string, reading: Reading): readonly Piece[] {
  const target = reading.docx.relations(reading.part).get(id)
  const root =
    target === undefined || target.isExternal ? undefined : reading.docx.xml(target.target)
  if (root === undefined) return []
  const series = [...allElements(root)].filter(({ name }) => name === 'c:ser').map(readSeries)
  const longest = series.reduce<readonly string[]>(
    (most, { names }) => (names.length > most.length ? names : most),
    [],
  )
  const count = Math.max(longest.length, ...series.map(({ values }) => values.length))
  if (series.length === 0 || count === 0) return []
  reading.losses.add('chart-as-table', alt)
  const head = ['', ...series.map(({ name }) => name)]
  const rows = Array.from({ length: count }, (_, index) => [
    longest[index] ?? String(index + 1),
    ...series.map(({ values }) => values[index] ?? ''),
  ])
  const table: DraftBlock = {
    kind: 'table',
    isDashed: false,
    rows: [head, ...rows].map((row) => row.map(textCell)),
  }
  return [{ kind: 'blocks', blocks: [table] }]
}

interface Series {
  readonly name: string
  readonly names: readonly string[]
  readonly values: readonly string[]
}

function readSeries(element: XmlElement): Series {
  return {
    name: points(childOf(element, 'c:tx')).join(''),
    names: points(childOf(element, 'c:cat') ?? childOf(element, 'c:xVal')),
    values: points(childOf(element, 'c:val') ?? childOf(element, 'c:yVal')).map(tidyNumber),
  }
}

/** The values a chart keeps beside its references; those left out of a series are empty. */
function points(element: XmlElement | undefined): readonly string[] {
  if (element === undefined) return []
  const found: string[] = []
  for (const point of allElements(element)) {
    if (point.name !== 'c:pt') continue
    const index = Number(point.attributes.get('idx') ?? found.length)
    if (index < 5000) found[index] = elementsOf(point).map(textOf).join('')
  }
  return Array.from(found, (text) => text ?? '')
}

/** 82310.000000001 is how a double prints 82310. */
function tidyNumber(text: string): string {
  const number = Number(text)
  return text === '' || Number.isNaN(number) ? text : String(Number(number.toPrecision(12)))
}

function textCell(text: string): DraftCell {
  return {
    columns: 1,
    joinsUp: false,
    blocks: [{ kind: 'paragraph', style: '', pieces: [{ kind: 'text', text, marks: new Set() }] }],
  }
}
