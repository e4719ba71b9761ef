import type { BookExhibit } from '@ziping/resolve'
import { idOf } from '../ids.ts'
import { type ImageView, imageView } from './inline-view.ts'
import type { ViewContext } from './view-context.ts'

export interface ExhibitView {
  readonly part: 'exhibit'
  readonly title: string
  readonly image: ImageView | undefined
  readonly statement: string | undefined
  /** An empty frame: the page of the PDF, or a large picture, is drawn into it when the book is bound. */
  readonly slot: string | undefined
}

export function exhibitView(
  { title, shows, anchor }: BookExhibit,
  context: ViewContext,
): ExhibitView {
  const isBound =
    shows.kind === 'pdf-page' ||
    (shows.kind === 'image' && context.material.isBound?.(shows.image.file) === true)
  return {
    part: 'exhibit',
    title,
    image: shows.kind === 'image' && !isBound ? imageView(shows.image, context) : undefined,
    statement: shows.kind === 'statement' ? shows.text : undefined,
    slot: isBound ? slotId(anchor) : undefined,
  }
}

/** The id of the frame that a page of a PDF is drawn into. */
export function slotId(anchor: string): string {
  return idOf(anchor).replace(/^a/, 'slot')
}
