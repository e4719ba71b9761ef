import { type Element, element } from './element.ts'
import { type Faces, oneFace } from './faces.ts'

/** Characters that one engine takes from the Latin face and another from the Chinese one, with other widths. */
const ambiguous = /[“”‘’—…·±×÷≥≤≠≈°℃‰№σ①-⓿←-⇿∀-⋿─-◿☐-☑Ⅰ-ⅿ]+/u

export interface RunLook {
  /** Elements of `w:rPr` in the schema's order, without fonts. */
  readonly marks: readonly Element[]
  /** What the marks were made from. */
  readonly markNames?: readonly { readonly name: string; readonly value: string }[]
  /** The Chinese face the text stands in, for ambiguous characters. */
  readonly face: string
  readonly font?: Element
  readonly style?: string
}

/** Text as runs. Tabs and line ends keep their meaning; what XML cannot hold becomes visible. */
export function textRuns(value: string, look: RunLook): readonly Element[] {
  return splitRuns(writable(value)).map(({ text, apart }) => run(pieces(text), look, apart))
}

/** A run of given content in the text's look. */
export function run(content: readonly Element[], look: RunLook, apart = false): Element {
  const font = apart ? element('w:rFonts', oneFace(look.face)) : look.font
  const style = look.style === undefined ? undefined : element('w:rStyle', { 'w:val': look.style })
  const properties = [style, font, ...look.marks].filter((one) => one !== undefined)
  return element('w:r', {}, [
    properties.length > 0 ? element('w:rPr', {}, properties) : undefined,
    ...content,
  ])
}

/** A run's properties for the mark of a paragraph or a control. */
export function faceElement(faces: Faces, face: keyof Faces): Element {
  return element('w:rFonts', oneFace(faces[face]))
}

export function textElement(value: string): Element {
  return element('w:t', { 'xml:space': 'preserve' }, [value])
}

function splitRuns(value: string): readonly { readonly text: string; readonly apart: boolean }[] {
  const parts: { text: string; apart: boolean }[] = []
  let rest = value
  while (rest !== '') {
    const match = ambiguous.exec(rest)
    const start = match?.index ?? rest.length
    if (start > 0) parts.push({ text: rest.slice(0, start), apart: false })
    if (match === null) break
    parts.push({ text: match[0], apart: true })
    rest = rest.slice(start + match[0].length)
  }
  return parts
}

function pieces(text: string): readonly Element[] {
  return text
    .split(/(\t|\n)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\t') return element('w:tab')
      return part === '\n' ? element('w:br') : textElement(part)
    })
}

/** XML 1.0 has no place for most control characters and for halves of surrogate pairs. */
export function writable(value: string): string {
  return (
    value
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
  )
}
