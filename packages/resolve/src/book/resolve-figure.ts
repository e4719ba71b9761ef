import type { Attributes, Chart, Diagram, Figure } from '@ziping/report'
import { type ChartData, chartData } from '../chart-data.ts'
import type { BookFigure, Drawing } from './book.ts'
import type { BookContext } from './book-context.ts'
import type { PixelSize } from './book-material.ts'

type Laid = Pick<BookFigure, 'drawings' | 'height' | 'source'>

/** Pictures are printed at this many pixels an inch unless a width is written. */
const printPixels = 200

/** Between pictures that stand in a row. */
const gap = 12

/** A figure takes at most this part of a page's height. */
const tallest = 0.62

export function layFigure(
  figure: Figure,
  context: BookContext,
  file: string,
  width: number,
): Laid | undefined {
  const count = figure.images.length
  const room = roomInRow(width, count)
  const drawings = figure.images.flatMap((image) => {
    const found = context.material.pictures.find(image.url, file)
    if (found === undefined) return []
    const attributes = { ...image.attributes, ...(count === 1 ? figure.attributes : {}) }
    const size = placedSize(found, attributes, room, context.layout.text)
    const drawing: Drawing = {
      kind: 'image',
      image: { file: found.file, ...size, alt: image.alt },
    }
    return [{ drawing, ...(count > 1 && image.alt !== '' ? { caption: image.alt } : {}) }]
  })
  return drawings.length === 0 ? undefined : { drawings, height: heightFor(drawings, context) }
}

export function layChart(chart: Chart, context: BookContext, width: number): Laid | undefined {
  const { resolver } = context.material
  const made = chartData(chart, resolver.indicators, resolver.years)
  if (made.kind === 'fault') return undefined
  const asked = lengthOf(chart.attributes['width'], width) ?? width * 0.86
  const size = { width: Math.min(asked, width), height: quanta(175, context) }
  const alt = chart.caption?.text ?? ''
  const drawing: Drawing = { kind: 'chart', chart: made.data, ...size, alt }
  const words = sourceWords(made.data)
  return {
    drawings: [{ drawing }],
    height: size.height,
    ...(words === '' ? {} : { source: words }),
  }
}

/** `数据来源：年度审计报告；带*的数值尚未审定` */
function sourceWords({ source, note }: ChartData): string {
  return [
    ...(source === undefined ? [] : [`数据来源：${source}`]),
    ...(note === undefined ? [] : [note]),
  ].join('；')
}

export function layDiagram(diagram: Diagram, context: BookContext, width: number): Laid {
  const natural = context.material.pictures.diagram(diagram.value)
  const most = { width, height: context.layout.text.height * tallest }
  const size =
    natural === undefined
      ? { width: width * 0.8, height: quanta(diagram.value.split('\n').length * 24, context) }
      : fit(natural, {
          width: lengthOf(diagram.attributes['width'], width) ?? most.width,
          height: most.height,
        })
  const drawing: Drawing = {
    kind: 'diagram',
    source: diagram.value,
    ...size,
    alt: diagram.caption?.text ?? '',
  }
  return { drawings: [{ drawing }], height: heightFor([{ drawing }], context) }
}

/** How wide each of some pictures in a row may be. */
export function roomInRow(width: number, count: number): number {
  return (width - gap * (count - 1)) / count
}

/** How large a picture is printed, in points: as written, else by its pixels, and never out of its room. */
export function placedSize(
  pixels: PixelSize,
  attributes: Attributes,
  room: number,
  text: PixelSize,
): PixelSize {
  const width = lengthOf(attributes['width'], text.width)
  const height = lengthOf(attributes['height'], text.height)
  const natural = {
    width: (pixels.width / printPixels) * 72,
    height: (pixels.height / printPixels) * 72,
  }
  const ratio = pixels.height / pixels.width
  const wanted =
    width !== undefined
      ? { width, height: width * ratio }
      : height !== undefined
        ? { width: height / ratio, height }
        : natural
  return fit(wanted, { width: room, height: text.height * tallest })
}

/** Smaller in both directions, never larger. */
function fit(size: PixelSize, most: PixelSize): PixelSize {
  const scale = Math.min(1, most.width / size.width, most.height / size.height)
  return { width: hundredths(size.width * scale), height: hundredths(size.height * scale) }
}

/** `80%`, `6cm`, `60mm`, `200pt`, `60`: a bare number is a per cent. */
export function lengthOf(written: string | undefined, whole: number): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(%|％|cm|厘米|mm|毫米|pt|磅)?$/.exec(written?.trim() ?? '')
  if (match === null) return undefined
  const number = Number(match[1])
  if (number <= 0) return undefined
  switch (match[2]) {
    case 'cm':
    case '厘米':
      return (number * 72) / 2.54
    case 'mm':
    case '毫米':
      return (number * 72) / 25.4
    case 'pt':
    case '磅':
      return number
    default:
      return (whole * number) / 100
  }
}

/** The height of the row all drawings stand in: whole quanta. */
function heightFor(drawings: BookFigure['drawings'], context: BookContext): number {
  return quanta(
    Math.max(
      ...drawings.map(({ drawing }) =>
        drawing.kind === 'image' ? drawing.image.height : drawing.height,
      ),
    ),
    context,
  )
}

function quanta(height: number, { layout }: BookContext): number {
  return Math.ceil(height / layout.quantum) * layout.quantum
}

function hundredths(length: number): number {
  return Math.floor(length * 20) / 20
}
