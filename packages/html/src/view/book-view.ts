import type { Book } from '@ziping/resolve'
import { blankId, runId } from '../ids.ts'
import { type BlockView, blockViews } from './block-view.ts'
import type { ViewContext } from './view-context.ts'

export interface RunView {
  readonly id: string
  /** The name of its pages. */
  readonly page: string
  readonly orientation: string
  readonly document: string
  /** The blank page before it; whoever prints shows it where the run would else begin on the left. */
  readonly blank:
    | { readonly id: string; readonly page: string; readonly before: string }
    | undefined
  /** What a reader must be told first of all. */
  readonly banner: string | undefined
  readonly blocks: readonly BlockView[]
}

export interface BookView {
  readonly lang: string
  readonly title: string
  readonly spacing: string
  readonly runs: readonly RunView[]
}

/** Runs without blocks are left out: Chromium would print an empty page for them. */
export function bookView(book: Book, context: ViewContext): BookView {
  const { material } = context
  return {
    lang: book.lang,
    title: book.title,
    spacing: material.spacing ?? 'equal',
    runs: book.runs.flatMap((run, index): RunView[] => {
      const blocks = blockViews(run.blocks, context, true)
      if (blocks.length === 0) return []
      return [
        {
          id: runId(index),
          page: `r${index}`,
          orientation: run.orientation,
          document: run.document,
          blank:
            run.start === 'right-hand'
              ? { id: blankId(index), page: `b${index}`, before: runId(index) }
              : undefined,
          banner: index === 0 ? book.banner : undefined,
          blocks,
        },
      ]
    }),
  }
}
