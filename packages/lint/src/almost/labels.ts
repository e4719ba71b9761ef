import type { KeptMarkup } from '../kept-markup.ts'
import type { Almost, Try } from './almost.ts'

const imageBefore = /!\[[^\]\r\n]*\]\([^()\s]+\)([ \t\u3000]+)$/

/** `{#tbl-main}` that found nothing to label. */
export function* looseLabels(
  kept: readonly KeptMarkup[],
  attempt: Try,
): Generator<Almost<'label'>> {
  for (const { kind, source, start, end, place, block } of kept) {
    if (kind !== 'label') continue
    const typed = source.slice({ start, end })
    const found = { message: 'label' as const, place, typed, right: typed }
    const about = block === undefined ? {} : { block }
    // `![图](a.png) {#fig}`: only the space parts them.
    const gap = imageBefore.exec(source.text.slice(Math.max(0, start - 500), start))?.[1]
    if (gap === undefined || block === undefined) {
      yield { ...found, ...about }
      continue
    }
    const edit = { file: source.file, start: start - gap.length, end: start, text: '' }
    const alone =
      source.slice({ start: block.span.start, end: edit.start }) +
      source.slice({ start, end: block.span.end })
    yield { ...found, ...about, ...(attempt(alone).labels === 0 ? { fix: [edit] } : {}) }
  }
}
