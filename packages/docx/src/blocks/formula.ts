import type { BookFormula } from '@ziping/resolve'
import { latexToMath, Math as WordMath } from 'docx/math'
import { type Element, element } from '../element.ts'
import { formulaUnknown } from '../findings.ts'
import { paragraph } from '../paragraphs.ts'
import { textRuns } from '../text-runs.ts'
import { lookOf, placeFor, type Room, type Writing } from '../writing.ts'
import { breakOf, roomAbove, type Start } from './start.ts'

/** A formula on a line of its own, as Word's own equation. */
export function writeFormula(
  formula: BookFormula,
  start: Start,
  room: Room,
  writing: Writing,
): Element {
  const before = roomAbove(formula.before, start)
  const left = room.left > 0 ? { left: room.left } : {}
  return paragraph(
    { style: 'Formula', before, ...breakOf(start), ...left },
    writing.anchors.mark(formula.anchor, equation(formula, writing)),
  )
}

function equation(formula: BookFormula, writing: Writing): readonly Element[] {
  try {
    const math = new WordMath({ children: [...latexToMath(formula.tex)] })
    return [element('m:oMathPara', {}, [math])]
  } catch {
    writing.find(formulaUnknown(placeFor(formula.place, writing), { tex: formula.tex }))
    return textRuns(formula.tex, lookOf('Code', writing))
  }
}
