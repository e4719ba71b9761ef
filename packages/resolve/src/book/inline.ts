/** Text with nothing left to decide. */
export type BookInline =
  | { readonly kind: 'text'; readonly value: string }
  | {
      readonly kind: 'strong' | 'emphasis' | 'deletion' | 'underline' | 'subscript' | 'superscript'
      readonly children: readonly BookInline[]
    }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly BookInline[] }
  /** A number or title that stands elsewhere in the book; `anchor` is there, or the text stands alone. */
  | {
      readonly kind: 'reference'
      readonly to: 'caption' | 'clause' | 'evidence' | 'block'
      readonly anchor?: string
      readonly text: string
    }
  /** The number of the page an anchor is on, known after printing. */
  | { readonly kind: 'page-of'; readonly anchor: string }
  | { readonly kind: 'line-break' }
  /** The raised number of a footnote, which stands at the end of its chapter. */
  | { readonly kind: 'note-mark'; readonly number: number; readonly anchor: string }
  /** A picture in a line of text. */
  | { readonly kind: 'image'; readonly image: BookImage }
  | { readonly kind: 'checkbox'; readonly checked: boolean }

/** A picture as it is placed, in points. */
export interface BookImage {
  /** Path in the workspace. */
  readonly file: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** The words a reader sees. */
export function bookText(inlines: readonly BookInline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'code':
          return inline.value
        case 'reference':
          return inline.text
        case 'line-break':
          return '\n'
        case 'checkbox':
          return inline.checked ? '☑' : '□'
        case 'page-of':
        case 'note-mark':
        case 'image':
          return ''
        default:
          return bookText(inline.children)
      }
    })
    .join('')
}
