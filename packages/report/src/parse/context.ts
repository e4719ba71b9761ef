import type { Block } from '../block.ts'
import type { Span } from '../inline.ts'
import type { SourceText } from '../source-text.ts'
import type { InlineContext } from './inlines.ts'

/** What the conversion of blocks needs to know of the text they stand in. */
export interface Context extends InlineContext {
  readonly source: SourceText
}

/** Span and place of a block; its key comes last, when everything around it is known. */
export function located(
  span: Span,
  { source }: Pick<Context, 'source'>,
): Pick<Block, 'span' | 'place' | 'key'> {
  return { span, place: source.place(span), key: '' }
}
