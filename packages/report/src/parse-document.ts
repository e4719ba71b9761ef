import type { Place } from '@ziping/diagnostics'
import type { Block } from './block.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { parseBlocks } from './parse/blocks.ts'
import { assignKeys } from './parse/keys.ts'
import type { LossKind } from './parse/loss.ts'
import { reserved } from './parse/units.ts'
import { SourceText } from './source-text.ts'

/** One Markdown file, read: its blocks, and what its text would have lost elsewhere. */
export interface ParsedDocument {
  readonly file: string
  readonly frontMatter: FrontMatter
  readonly blocks: readonly Block[]
  /** Markup that prints as typed, because reading it as markup would lose text. */
  readonly kept: readonly {
    readonly kind: LossKind
    readonly place: Place
    readonly text: string
  }[]
  readonly frontMatterFault?: { readonly message: string; readonly place: Place }
}

/** Parses a Markdown file. Depends on nothing but its text, so that the result can be kept by its hash. */
export function parseDocument(file: string, text: string): ParsedDocument {
  const source = new SourceText(file, text.replace(reserved, '\uFFFD'))
  const { frontMatter, end, fault } = readFrontMatter(source.text)
  const parsed = parseBlocks(source, { start: end, end: source.text.length })
  const blocks = assignKeys(parsed.blocks, source)
  const kept = parsed.losses.map(({ kind, span }) => ({
    kind,
    place: source.place(span),
    text: source.slice(span).slice(0, 60),
  }))
  const document = { file, frontMatter, blocks, kept }
  if (fault === undefined) return document
  const place = source.place({ start: fault.offset, end: fault.offset })
  return { ...document, frontMatterFault: { message: fault.message, place } }
}
