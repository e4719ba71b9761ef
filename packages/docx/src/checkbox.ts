import { type Element, element } from './element.ts'
import { type Faces, oneFace } from './faces.ts'
import { type RunLook, textElement } from './text-runs.ts'

const ticked = '☑'
const empty = '□'

/** A box that is ticked by a click in Word and WPS; elsewhere it is the character it shows. */
export function checkbox(checked: boolean, look: RunLook, faces: Faces): Element {
  const state = (name: string, glyph: string): Element =>
    element(name, { 'w14:val': hex(glyph), 'w14:font': faces.symbol })
  const font = element('w:rFonts', oneFace(faces.symbol))
  const properties = element('w:rPr', {}, [font, ...look.marks])
  return element('w:sdt', {}, [
    element('w:sdtPr', {}, [
      element('w:rPr', {}, [font]),
      element('w14:checkbox', {}, [
        element('w14:checked', { 'w14:val': checked ? 1 : 0 }),
        state('w14:checkedState', ticked),
        state('w14:uncheckedState', empty),
      ]),
    ]),
    element('w:sdtContent', {}, [
      element('w:r', {}, [properties, textElement(checked ? ticked : empty)]),
    ]),
  ])
}

function hex(glyph: string): string {
  return (glyph.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
