import { type BookImage, type BookInline, bookText } from '@ziping/resolve'
import { breakPoints } from '../break-points.ts'
import { withChoices } from '../choices.ts'
import { idOf } from '../ids.ts'
import type { ViewContext } from './view-context.ts'

/** A piece of text as its template wants it. */
export type InlineView =
  | { readonly part: 'inline-text'; readonly pieces: readonly string[] }
  | {
      readonly part: 'inline-element'
      readonly tag: string
      readonly inlines: readonly InlineView[]
    }
  | { readonly part: 'inline-link'; readonly href: string; readonly inlines: readonly InlineView[] }
  /** Never broken at a line's end. */
  | { readonly part: 'inline-whole'; readonly inlines: readonly InlineView[] }
  | { readonly part: 'inline-break' | 'inline-tick' }
  | { readonly part: 'inline-page'; readonly id: string; readonly page: string }
  | { readonly part: 'inline-note'; readonly id: string; readonly number: number }
  | ({ readonly part: 'inline-image' } & ImageView)

export interface ImageView {
  /** Undefined where the picture cannot be had: its description is printed. */
  readonly src: string | undefined
  readonly width: number
  readonly height: number
  readonly alt: string
}

const elements = {
  strong: 'strong',
  emphasis: 'em',
  deletion: 'del',
  underline: 'u',
  subscript: 'sub',
  superscript: 'sup',
} as const

/** What stands for a page nobody knows yet: as wide as most. */
const unknownPage = '00'

/** Addresses a reader may follow; others stay text. */
const followed = /^(?:https?:|mailto:)/i

/** Text is looked at as a whole, for where a line may break is decided by neighbours in other inlines as well. */
export function inlineViews(
  inlines: readonly BookInline[],
  context: ViewContext,
): readonly InlineView[] {
  const cursor = { at: 0, points: breakPoints(inlines.map(shownText).join('')) }
  return withChoices(inlines).map((one): InlineView => {
    if ('kind' in one) return inlineView(one, context, cursor)
    return { part: 'inline-whole', inlines: one.map((each) => inlineView(each, context, cursor)) }
  })
}

interface Cursor {
  at: number
  readonly points: readonly number[]
}

function inlineView(inline: BookInline, context: ViewContext, cursor: Cursor): InlineView {
  const inside = (children: readonly BookInline[]): readonly InlineView[] =>
    children.map((child) => inlineView(child, context, cursor))
  switch (inline.kind) {
    case 'text':
      return textView(inline.value, cursor)
    case 'code':
      return { part: 'inline-element', tag: 'code', inlines: [textView(inline.value, cursor)] }
    case 'checkbox': {
      const box = textView(shownText(inline), cursor)
      return inline.checked ? { part: 'inline-tick' } : box
    }
    case 'link': {
      const inlines = inside(inline.children)
      return followed.test(inline.url)
        ? { part: 'inline-link', href: inline.url, inlines }
        : { part: 'inline-element', tag: 'span', inlines }
    }
    case 'reference': {
      const text = textView(inline.text, cursor)
      return inline.anchor === undefined
        ? text
        : { part: 'inline-link', href: `#${idOf(inline.anchor)}`, inlines: [text] }
    }
    case 'page-of': {
      cursor.at += opaque.length
      const page = context.material.pageMap.get(inline.anchor) ?? unknownPage
      return { part: 'inline-page', id: idOf(inline.anchor), page }
    }
    case 'line-break':
      cursor.at += opaque.length
      return { part: 'inline-break' }
    case 'note-mark':
      cursor.at += opaque.length
      return { part: 'inline-note', id: idOf(inline.anchor), number: inline.number }
    case 'image':
      cursor.at += opaque.length
      return { part: 'inline-image', ...imageView(inline.image, context) }
    default:
      return {
        part: 'inline-element',
        tag: elements[inline.kind],
        inlines: inside(inline.children),
      }
  }
}

function textView(value: string, cursor: Cursor): InlineView {
  const start = cursor.at
  const end = start + value.length
  cursor.at = end
  const cuts = cursor.points.filter((point) => point > start && point < end)
  // A point between two inlines belongs to the second.
  const lead = start > 0 && cursor.points.includes(start) ? [''] : []
  const edges = [start, ...cuts, end]
  const pieces = edges
    .slice(1)
    .map((edge, index) => value.slice((edges[index] ?? start) - start, edge - start))
  return { part: 'inline-text', pieces: [...lead, ...pieces] }
}

/** Stands for whatever is no text, so that positions agree. */
const opaque = '\ufffc'

function shownText(inline: BookInline): string {
  switch (inline.kind) {
    case 'line-break':
    case 'page-of':
    case 'note-mark':
    case 'image':
      return opaque
    case 'text':
    case 'code':
    case 'reference':
    case 'checkbox':
      return bookText([inline])
    default:
      return inline.children.map(shownText).join('')
  }
}

export function imageView(image: BookImage, context: ViewContext): ImageView {
  const src = context.image(image.file)
  return { src, width: image.width, height: image.height, alt: image.alt }
}
