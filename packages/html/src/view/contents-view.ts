import type { BookContents } from '@ziping/resolve'
import { idOf } from '../ids.ts'
import type { ViewContext } from './view-context.ts'

export interface ContentsView {
  readonly part: 'contents'
  readonly entries: readonly {
    readonly id: string
    readonly level: number
    readonly text: string
    /** Empty before the first print; its room is there. */
    readonly page: string
  }[]
}

export function contentsView({ entries }: BookContents, { material }: ViewContext): ContentsView {
  return {
    part: 'contents',
    entries: entries.map(({ anchor, level, text }) => ({
      id: idOf(anchor),
      level: Math.min(3, Math.max(1, level)),
      text,
      page: material.pageMap.get(anchor) ?? '',
    })),
  }
}
