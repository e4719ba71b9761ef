import type { Place, TextEdit } from '@ziping/diagnostics'
import { type Block, parseDocument } from '@ziping/report'

/** Something that nearly was markup. */
export interface Almost<Message extends string> {
  readonly message: Message
  readonly place: Place
  readonly typed: string
  /** As it should be typed, or what it names. */
  readonly right: string
  readonly fix?: readonly TextEdit[]
  readonly block?: Block
  readonly severity?: 'info' | 'warning' | 'error'
}

export function fixWith(...edits: readonly (TextEdit | undefined)[]): {
  readonly fix?: readonly TextEdit[]
} {
  const known = edits.filter((edit) => edit !== undefined)
  return known.length === edits.length && known.length > 0 ? { fix: known } : {}
}

/** A stretch of a file read by itself. */
export interface Trial {
  readonly blocks: readonly Block[]
  /** Nothing of it prints as typed. */
  readonly clean: boolean
  /** How many labels of it found nothing to label. */
  readonly labels: number
}

/** Tries whether a fix makes a stretch of a file markup. */
export type Try = (text: string) => Trial

/** Past this many trials nothing is mended until the next run: reading takes time. */
const mostTrials = 200
const nothing: Trial = { blocks: [], clean: false, labels: 1 }

export function createTry(): Try {
  const known = new Map<string, Trial>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= mostTrials) return nothing
    const { blocks, kept } = parseDocument('', `\n${text}\n`)
    const labels = kept.filter(({ kind }) => kind === 'label').length
    const trial = { blocks, clean: kept.length === 0, labels }
    known.set(text, trial)
    return trial
  }
}
