import { type Block, blocksIn, type Paragraph } from '@ziping/report'

/** The paragraphs of running text, also in lists and boxes; what is quoted is not the writer's own. */
export function* paragraphsIn(blocks: readonly Block[]): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block
    else if (block.kind !== 'quote' && block.kind !== 'footnote')
      yield* paragraphsIn(blocksIn(block))
  }
}
