import type { BookFigure, Drawing } from '@ziping/resolve'
import { chartRun } from '../charts.ts'
import type { Child } from '../element.ts'
import { drawingMissing } from '../findings.ts'
import { placeImage } from '../images.ts'
import { paragraph } from '../paragraphs.ts'
import { pictureType } from '../pictures.ts'
import { grid } from '../table-cells.ts'
import { run, textRuns } from '../text-runs.ts'
import { lookOf, placeFor, type Room, readableLook, type Writing } from '../writing.ts'
import { writeCaption } from './caption.ts'
import { breakOf, lead, roomAbove, type Start, type Written } from './start.ts'

type Runs = readonly Child[]

/** Drawings above their caption; they and it stay on one page. */
export function writeFigure(
  figure: BookFigure,
  start: Start,
  room: Room,
  writing: Writing,
): readonly Written[] {
  const { caption, source, place } = figure
  const isLast = caption === undefined && source === undefined
  const drawings = figure.drawings.length > 1 ? inRow : single
  const left = room.left > 0 ? { left: room.left } : {}
  const below: Written[] = []
  if (caption !== undefined) {
    const options = { keepNext: source !== undefined, ...left }
    below.push(writeCaption(caption, figure.anchor, options, writing, place))
  }
  if (source !== undefined)
    below.push(paragraph({ style: 'Source', ...left }, textRuns(source, lookOf('Source', writing))))
  return [...drawings(figure, start, room, writing, !isLast), ...below]
}

function single(
  figure: BookFigure,
  start: Start,
  room: Room,
  writing: Writing,
  keepNext: boolean,
): readonly Written[] {
  const line = { height: figure.height, rule: 'atLeast' } as const
  const before = roomAbove(figure.before, start)
  const left = room.left > 0 ? { left: room.left } : {}
  const [only] = figure.drawings
  const options = { style: 'Figure', before, line, keepNext, ...breakOf(start), ...left } as const
  const drawn = only === undefined ? [] : drawingRuns(only.drawing, figure, writing)
  // Without a caption the place itself is what references lead to.
  const content = figure.caption === undefined ? writing.anchors.mark(figure.anchor, drawn) : drawn
  return [
    paragraph(options, content),
    ...(only?.caption === undefined ? [] : [underCaption(only.caption, keepNext, writing)]),
  ]
}

/** Side by side in a table without lines. */
function inRow(
  figure: BookFigure,
  start: Start,
  room: Room,
  writing: Writing,
  keepNext: boolean,
): readonly Written[] {
  const count = figure.drawings.length
  const line = { height: figure.height, rule: 'atLeast' } as const
  const cells = figure.drawings.map(({ drawing, caption }) => ({
    columns: 1,
    align: 'top' as const,
    blocks: [
      paragraph({ style: 'Figure', line, keepNext: true }, drawingRuns(drawing, figure, writing)),
      ...(caption === undefined ? [] : [underCaption(caption, keepNext, writing)]),
    ],
  }))
  const columns = figure.drawings.map(() => Math.floor((room.width / count) * 20) / 20)
  const look = { columns, border: 'none', padding: 0, side: 0 } as const
  return [...lead(figure.before, start), grid([{ cells }], look)]
}

function underCaption(text: string, keepNext: boolean, writing: Writing): Written {
  return paragraph({ style: 'Caption', keepNext }, textRuns(text, lookOf('Caption', writing)))
}

function drawingRuns(drawing: Drawing, figure: BookFigure, writing: Writing): Runs {
  const look = readableLook(writing)
  switch (drawing.kind) {
    case 'image':
      return placeImage(drawing.image, look, writing, figure.place)
    case 'chart':
      return [chartRun(drawing, writing)]
    case 'diagram':
      return drawn(drawing, figure, writing)
    default:
      return drawing satisfies never
  }
}

/** As a picture: lines where the program can draw them, else dots; a titled place where there is neither. */
function drawn(
  drawing: Extract<Drawing, { readonly kind: 'diagram' }>,
  figure: BookFigure,
  writing: Writing,
): Runs {
  const look = readableLook(writing)
  const picture = writing.material.drawings(drawing)
  const { png, svg } = picture ?? {}
  if (picture === undefined || png === undefined || pictureType(png) !== 'png') {
    writing.find(drawingMissing(placeFor(figure.place, writing), { title: drawing.alt }))
    return textRuns(`〔${drawing.alt === '' ? '图' : drawing.alt}〕`, look)
  }
  const scale = Math.min(1, drawing.width / picture.width, drawing.height / picture.height)
  const size = { width: picture.width * scale, height: picture.height * scale }
  const placed = { bytes: png, type: 'png', alt: drawing.alt, ...size } as const
  const inline = writing.pictures.place(svg === undefined ? placed : { ...placed, svg })
  return [run([inline], { ...look, marks: [] })]
}
