import type { Book, BookBlock, ChartData, Drawing } from '@ziping/resolve'
import type { DocxMaterial } from '../src/material.ts'
import { onePixel, smallBook, smallMaterial } from './small-book.ts'

const years = ['2018年', '2019年', '2020年']

export const columns: ChartData = {
  kind: 'combined',
  categories: years,
  series: [
    {
      name: '本公司',
      role: 'own',
      mark: 'column',
      axis: 0,
      values: [82310, 91250, 103480],
      texts: ['82310', '91250', '103480*'],
      decimals: 0,
      provisional: [2020],
    },
    {
      name: '行业标杆',
      role: 'benchmark',
      mark: 'line',
      axis: 0,
      values: [120000, undefined, 131000],
      texts: ['120000', undefined, '131000'],
      decimals: 0,
      provisional: [],
    },
  ],
  axes: [
    {
      unit: '万元',
      ticks: [0, 50000, 100000, 150000].map((value) => ({ value, text: String(value) })),
    },
  ],
  unit: '万元',
  figures: 'labels',
}

export const charts: readonly ChartData[] = [
  columns,
  { ...columns, kind: 'line', series: columns.series.map((one) => ({ ...one, mark: 'line' })) },
  { ...columns, kind: 'stacked', figures: 'table' },
  { ...columns, kind: 'pie', axes: [], series: columns.series.slice(0, 1) },
  { ...columns, kind: 'radar' },
]

/** A book of charts and a diagram. */
export function featureDocument(): { readonly book: Book; readonly material: DocxMaterial } {
  const figures = charts.map((chart, index) =>
    figure({ kind: 'chart', chart, width: 390, height: 176, alt: `图表${index + 1}` }, index),
  )
  const diagram = {
    kind: 'diagram',
    source: 'flowchart',
    width: 300,
    height: 150,
    alt: '投诉处理流程',
  } as const
  const book = smallBook()
  const [run] = book.runs.slice(3)
  if (run === undefined) throw new Error('the small book has a report')
  const blocks = [...figures, figure(diagram, charts.length)]
  const drawn = {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150"/>',
    png: onePixel,
    width: 600,
    height: 300,
  }
  return {
    book: { ...book, runs: [{ ...run, blocks }] },
    material: { ...smallMaterial(), drawings: () => drawn },
  }
}

function figure(drawing: Drawing, index: number): BookBlock {
  return {
    kind: 'figure',
    anchor: `figure-${index}`,
    caption: { number: `图1-${index + 1}`, content: [{ kind: 'text', value: `指标${index + 1}` }] },
    drawings: [{ drawing }],
    height: 176,
    before: 11,
  }
}
