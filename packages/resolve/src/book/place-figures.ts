import type { Layout } from '../layout/layout.ts'
import type { BookBlock, PageRun } from './book.ts'
import { bookText } from './inline.ts'
import { PageFilling } from './page-filling.ts'
import { spaced } from './spacing.ts'

/** A hole at the foot of a page that is larger than this part of it is filled with the text that follows. */
const largestHole = 0.12

/** As many blocks as headings may stand below one another, and one more. */
const mostBehind = 7

/**
 * Lets text go on where a figure or a table that stays whole does not fit the page any more: it then heads the next page, or
 * nearly. It never passes a heading, another figure or table, nor text that says where it stands.
 */
export function placeFigures(run: PageRun, layout: Layout): PageRun {
  if (run.role !== 'body' || run.orientation !== 'portrait') return run
  const placed = withoutHoles(run.blocks, layout)
  return placed === run.blocks ? run : { ...run, blocks: spacedAnew(placed, layout) }
}

function withoutHoles(blocks: readonly BookBlock[], layout: Layout): readonly BookBlock[] {
  const filling = new PageFilling(layout)
  let order = blocks
  for (let at = 0; at < order.length; at++) {
    const block = order[at]
    if (block === undefined) break
    const unit = unitAt(order, at)
    const hole = holeBefore(unit, filling, order[at - 1])
    const passing =
      hole > layout.text.height * largestHole ? filler(order, at, unit, hole, filling) : 0
    if (passing > 0) {
      order = moved(order, at, unit.length, passing)
      at-- // what is there now comes first
    } else filling.add(block, order.slice(at + 1, at + 1 + mostBehind))
  }
  return order
}

/** A figure or short table and the line of its source; anything else has no unit. */
function unitAt(blocks: readonly BookBlock[], at: number): readonly BookBlock[] {
  const block = blocks[at]
  const floats = block?.kind === 'figure' || (block?.kind === 'table' && block.keep)
  if (block === undefined || !floats || block.caption === undefined) return []
  const next = blocks[at + 1]
  return next?.kind === 'paragraph' && next.style === 'source' ? [block, next] : [block]
}

/** What stays empty at the foot of the page if the unit goes to the next. */
function holeBefore(
  unit: readonly BookBlock[],
  filling: PageFilling,
  previous: BookBlock | undefined,
): number {
  if (unit.length === 0 || introduces(previous)) return 0
  const height = unit.reduce((sum, one) => sum + one.before + filling.heightOf(one).height, 0)
  return height > filling.left ? filling.left : 0
}

/** How many of the blocks that follow fill the hole. */
function filler(
  blocks: readonly BookBlock[],
  at: number,
  unit: readonly BookBlock[],
  hole: number,
  filling: PageFilling,
): number {
  // A last line or two are left empty everywhere.
  const worthFilling = 2 * filling.line
  let filled = 0
  let count = 0
  for (const block of blocks.slice(at + unit.length)) {
    if (!mayPass(block) || hole - filled < worthFilling) break
    filled += filling.heightOf(block).height
    count++
  }
  return count
}

function mayPass(block: BookBlock): boolean {
  if (block.kind === 'list') return true
  if (block.kind !== 'paragraph' || (block.style !== 'body' && block.style !== 'flush'))
    return false
  return !/上图|上表|如上/u.test(bookText(block.content))
}

/** “流程如下：”, “见下图” */
function introduces(block: BookBlock | undefined): boolean {
  if (block?.kind !== 'paragraph') return false
  return /[：:]\s*$|下图|下表/u.test(bookText(block.content))
}

function moved(
  blocks: readonly BookBlock[],
  at: number,
  length: number,
  passing: number,
): readonly BookBlock[] {
  const end = at + length
  return [
    ...blocks.slice(0, at),
    ...blocks.slice(end, end + passing),
    ...blocks.slice(at, end),
    ...blocks.slice(end + passing),
  ]
}

/** Room and indents follow from the new order. */
function spacedAnew(blocks: readonly BookBlock[], layout: Layout): readonly BookBlock[] {
  const bare = blocks.map(
    (block): BookBlock =>
      block.kind === 'paragraph' && block.style === 'flush'
        ? { ...block, style: 'body', before: 0 }
        : { ...block, before: 0 },
  )
  return spaced(bare, layout)
}
