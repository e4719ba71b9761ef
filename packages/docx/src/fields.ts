import { type Element, element } from './element.ts'
import { type RunLook, run, textRuns } from './text-runs.ts'

/**
 * A field with its result, as runs: simple fields (`fldSimple`) lose their text in most programs that read Word files.
 */
export function field(instruction: string, result: string, look: RunLook): readonly Element[] {
  return [...fieldStart(instruction, look), ...textRuns(result, look), fieldEnd(look)]
}

export function fieldStart(instruction: string, look: RunLook): readonly Element[] {
  const code = element('w:instrText', { 'xml:space': 'preserve' }, [` ${instruction} `])
  return [
    run([element('w:fldChar', { 'w:fldCharType': 'begin' })], look),
    run([code], look),
    run([element('w:fldChar', { 'w:fldCharType': 'separate' })], look),
  ]
}

export function fieldEnd(look: RunLook): Element {
  return run([element('w:fldChar', { 'w:fldCharType': 'end' })], look)
}

/** Text that leads to a place in the document. */
export function innerLink(bookmark: string, content: readonly Element[]): Element {
  return element('w:hyperlink', { 'w:anchor': bookmark, 'w:history': 1 }, content)
}

export function tab(look: RunLook): Element {
  return run([element('w:tab')], look)
}
