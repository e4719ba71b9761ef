import type { BookBlock, BookFigure, Drawing } from '@ziping/resolve'
import { points } from './frame.ts'
import { type ImageView, imageView } from './inline-view.ts'
import { type CaptionView, captionView } from './table-view.ts'
import type { ViewContext } from './view-context.ts'

type DrawingView =
  | ({ readonly part: 'inline-image' } & ImageView)
  | { readonly part: 'drawing-svg'; readonly svg: string; readonly alt: string }
  | {
      readonly part: 'drawing-missing'
      readonly alt: string
      readonly width: string
      readonly height: string
    }

export interface FigureView {
  readonly part: 'figure'
  readonly height: string
  readonly drawings: readonly {
    readonly drawing: DrawingView
    readonly width: string
    readonly caption: string | undefined
  }[]
  readonly hasSubcaptions: boolean
  readonly caption: CaptionView | undefined
  readonly source: string | undefined
}

/** `own` is the figure as the book has it: its drawings are known by identity. */
export function figureView(figure: BookFigure, own: BookBlock, context: ViewContext): FigureView {
  return {
    part: 'figure',
    height: points(figure.height),
    drawings: figure.drawings.map(({ drawing, caption }) => ({
      drawing: drawingView(drawing, own, context),
      width: points(drawing.kind === 'image' ? drawing.image.width : drawing.width),
      caption,
    })),
    hasSubcaptions: figure.drawings.some(({ caption }) => caption !== undefined),
    caption: captionView(figure.caption, context),
    source: figure.source,
  }
}

function drawingView(drawing: Drawing, block: BookBlock, context: ViewContext): DrawingView {
  if (drawing.kind === 'image')
    return { part: 'inline-image', ...imageView(drawing.image, context) }
  const { alt } = drawing
  const svg = context.drawing(drawing, block)
  if (svg !== undefined) return { part: 'drawing-svg', svg, alt }
  const size = { width: points(drawing.width), height: points(drawing.height) }
  return { part: 'drawing-missing', alt, ...size }
}
