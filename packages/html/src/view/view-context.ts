import type { BookBlock, BookFormula, Drawing, Layout } from '@ziping/resolve'
import { embedDrawing } from '../embed-drawing.ts'
import type { PageFindings } from '../findings.ts'
import type { Formula } from '../formula.ts'
import type { HtmlMaterial } from '../material.ts'

/** What the blocks of one book are turned into pages with. */
export interface ViewContext {
  readonly layout: Layout
  readonly material: HtmlMaterial
  readonly formulas: ReadonlyMap<BookFormula, Formula>
  readonly findings: PageFindings
  /** HTML's heading for a level of the book. */
  headingTag(level: number): string
  /** A picture as data URI; a missing one is told at the block it stands in. */
  image(file: string): string | undefined
  drawing(
    drawing: Exclude<Drawing, { readonly kind: 'image' }>,
    block: BookBlock,
  ): string | undefined
  /** The block whose pictures are asked for. */
  within<T>(block: BookBlock, make: () => T): T
}

export function viewContext(
  base: Pick<ViewContext, 'layout' | 'material' | 'formulas' | 'findings'>,
  hasTitles: boolean,
): ViewContext {
  const { material, findings } = base
  const blocks: BookBlock[] = []
  let drawn = 0
  return {
    ...base,
    headingTag: (level) => `h${Math.min(6, Math.max(1, hasTitles ? level + 1 : level))}`,
    image(file) {
      const uri = material.image(file)
      const block = blocks.at(-1)
      const usable = uri !== undefined && /^data:image\/[a-z+.-]+;base64,[A-Za-z0-9+/=]*$/.test(uri)
      if (!usable && block !== undefined) findings.picture(block, file)
      return usable ? uri : undefined
    },
    drawing(drawing, block) {
      const svg = material.drawing(drawing)
      if (svg === undefined) {
        findings.drawing(block, 'absent')
        return undefined
      }
      drawn += 1
      const own = embedDrawing(svg, `d${drawn}-`, drawing)
      if (own === undefined) findings.drawing(block, 'unsafe')
      return own
    },
    within(block, make) {
      blocks.push(block)
      try {
        return make()
      } finally {
        blocks.pop()
      }
    },
  }
}
