import type { Block, Heading, Paragraph } from './block.ts'
import type { Inline } from './inline.ts'

/**
 * A section read line by line: leaf blocks in order, with what they stand in reduced to what recognition needs.
 * Paragraphs whose lines begin with a label (`b）…`) are several units.
 */
export interface Unit {
  readonly block: Exclude<
    Block,
    { readonly kind: 'list' | 'quote' | 'box' | 'landscape' | 'footnote' }
  >
  /** `3` for what opens the third item of an ordered list. */
  readonly itemNumber?: number
}

export function unitsOf(blocks: readonly Block[]): readonly Unit[] {
  return blocks.flatMap((block): readonly Unit[] => {
    switch (block.kind) {
      case 'list':
        return block.items.flatMap((item, index) => {
          const [first, ...rest] = unitsOf(item.blocks)
          if (first === undefined) return []
          return block.ordered
            ? [{ ...first, itemNumber: block.start + index }, ...rest]
            : [first, ...rest]
        })
      case 'quote':
      case 'box':
      case 'landscape':
      case 'footnote':
        return unitsOf(block.blocks)
      case 'paragraph':
        return splitAtLabels(block).map((part) => ({ block: part }))
      default:
        return [{ block }]
    }
  })
}

export function isHeading(unit: Unit): unit is Unit & { readonly block: Heading } {
  return unit.block.kind === 'heading'
}

const label = /^[（(]?(?:[a-zA-Z]|\d{1,2})\s*[)）]/

/** Every text ends with the line it stands on, so a label can only begin one. */
function splitAtLabels(paragraph: Paragraph): readonly Paragraph[] {
  const parts: Inline[][] = [[]]
  let lineBegins = false
  for (const inline of paragraph.content) {
    if (lineBegins && inline.kind === 'text' && label.test(inline.value)) parts.push([])
    parts.at(-1)?.push(inline)
    lineBegins = inline.kind === 'text' && inline.value.endsWith('\n')
  }
  return parts.length === 1 ? [paragraph] : parts.map((content) => ({ ...paragraph, content }))
}
