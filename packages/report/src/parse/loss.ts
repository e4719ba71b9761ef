import type { Span } from '../inline.ts'

/** Markup that prints as typed, because nothing else keeps the author's words. */
export type LossKind =
  | 'html'
  | 'definition'
  | 'footnote'
  | 'surplus-cell'
  | 'directive'
  | 'label'
  | 'comment'

export interface Loss {
  readonly kind: LossKind
  readonly span: Span
}

export type Lost = (loss: Loss) => void
