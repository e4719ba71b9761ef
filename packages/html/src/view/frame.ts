import { showPlace } from '@ziping/diagnostics'
import type { BookBlock } from '@ziping/resolve'
import { idOf } from '../ids.ts'
import type { ViewContext } from './view-context.ts'

/** What every block's element bears. */
export interface Frame {
  readonly id: string | undefined
  /** Begins a page. */
  readonly fresh: boolean
  readonly style: string | undefined
  readonly from: string | undefined
}

export function frameOf(block: BookBlock, fresh: boolean, { material }: ViewContext): Frame {
  const lengths = [
    ...(block.before > 0 ? [`margin-top:${points(block.before)}`] : []),
    ...(block.kind === 'space' || block.kind === 'exhibit'
      ? [`height:${points(block.height)}`]
      : []),
  ]
  return {
    id: block.anchor === undefined ? undefined : idOf(block.anchor),
    fresh,
    style: lengths.length === 0 ? undefined : lengths.join(';'),
    from:
      material.places === true && block.place !== undefined ? showPlace(block.place) : undefined,
  }
}

/** Word counts twentieths of a point; hundredths are finer than either. */
export function points(length: number): string {
  return `${Math.round(length * 1000) / 1000}pt`
}
