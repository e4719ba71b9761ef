import { allElements, type XmlElement } from '@ziping/office-file'
import type { Piece } from './piece.ts'
import { apart, type Reading } from './reading.ts'
import { visibleText } from './words.ts'

/** Text boxes, wherever a drawing hides them. */
export function textBoxesIn(element: XmlElement, reading: Reading): readonly Piece[] {
  const boxes = [...allElements(element)].filter(({ name }) => name === 'w:txbxContent')
  const outer = boxes.filter(
    (box) =>
      !boxes.some((other) => other !== box && other.start < box.start && other.end > box.end),
  )
  if (reading.depth > 8) return []
  return outer.flatMap((box): readonly Piece[] => {
    const blocks = reading.readBlocks(box, apart(reading))
    reading.losses.add('text-box-moved', visibleText(box))
    return [{ kind: 'blocks', blocks }]
  })
}
