import type { Block } from '../block.ts'
import type { Attributes, Inline, Span } from '../inline.ts'
import type { ContainerName } from './directives.ts'

/** The line that opens a container directive, until its end is found. */
export interface OpenLine {
  readonly kind: 'open'
  readonly name: ContainerName
  readonly title: readonly Inline[]
  readonly titleSpan?: Span
  readonly label?: string
  readonly attributes: Attributes
  readonly span: Span
}

export interface CloseLine {
  readonly kind: 'close'
  readonly span: Span
}

export type Piece = Block | OpenLine | CloseLine
