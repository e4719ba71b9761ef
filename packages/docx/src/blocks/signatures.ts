import type { BookSignatures } from '@ziping/resolve'
import { type Element, valued } from '../element.ts'
import { tab } from '../fields.ts'
import { paragraph } from '../paragraphs.ts'
import { textRuns } from '../text-runs.ts'
import { lookOf, type Writing } from '../writing.ts'
import { breakOf, roomAbove, type Start } from './start.ts'

/** Places to sign, seal and date, below one another in the right half of the page, kept together. */
export function writeSignatures(
  signatures: BookSignatures,
  start: Start,
  writing: Writing,
): readonly Element[] {
  const look = lookOf('Sign', writing)
  const underlined = { ...look, marks: [valued('w:u', 'single')] }
  const { places } = signatures
  const { layout } = writing.book
  return places.map(({ label, sign }, index) => {
    const content = [...textRuns(label, look), ...(sign === 'signature' ? [tab(underlined)] : [])]
    return paragraph(
      {
        style: 'Sign',
        before: layout.body.line + (index === 0 ? roomAbove(signatures.before, start) : 0),
        tabs: [{ at: layout.text.width, kind: 'right' }],
        keepNext: index < places.length - 1,
        ...(index === 0 ? breakOf(start) : {}),
      },
      index === 0 ? writing.anchors.mark(signatures.anchor, content) : content,
    )
  })
}
