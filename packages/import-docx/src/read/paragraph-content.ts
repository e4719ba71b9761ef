import { childOf, elementsOf, switchOf, type XmlElement } from '@ziping/office-file'
import { formulaAsTex } from './formula.ts'
import type { Piece } from './piece.ts'
import type { Reading } from './reading.ts'
import { readRun } from './run.ts'
import { visibleText } from './words.ts'

/** What stands in a paragraph, in order. */
export function readContent(
  element: XmlElement,
  reading: Reading,
  link: string | undefined = undefined,
  refers: string | undefined = undefined,
): readonly Piece[] {
  return elementsOf(element).flatMap((child) => readChild(child, reading, link, refers))
}

function readChild(
  child: XmlElement,
  reading: Reading,
  link: string | undefined,
  refers: string | undefined,
): readonly Piece[] {
  const { losses, fields } = reading
  switch (child.name) {
    case 'w:r':
      return readRun(child, reading, link, refers)
    case 'w:hyperlink':
      return readHyperlink(child, reading)
    case 'w:fldSimple': {
      fields.open(child.attributes.get('w:instr') ?? '')
      const pieces = readContent(child, reading, link, refers)
      fields.end()
      return pieces
    }
    case 'w:ins':
    case 'w:moveTo':
      losses.add('insertion-taken', `${authorOf(child)}${visibleText(child)}`)
      return readContent(child, reading, link, refers)
    case 'w:del':
    case 'w:moveFrom':
      if (child.name === 'w:del')
        losses.add('deletion-left-out', `${authorOf(child)}${visibleText(child)}`)
      return []
    case 'w:sdt':
      return readControl(child, reading, link, refers)
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:dir':
    case 'w:bdo':
      return readContent(child, reading, link, refers)
    case 'mc:AlternateContent':
      return readContent(childOf(child, 'mc:Choice') ?? child, reading, link, refers)
    case 'w:bookmarkStart':
      return [{ kind: 'bookmark', name: child.attributes.get('w:name') ?? '' }]
    case 'm:oMath':
    case 'm:oMathPara': {
      const { tex, isSure } = formulaAsTex(child)
      if (!isSure) losses.add('formula-approximate', tex)
      return tex === '' ? [] : [{ kind: 'formula', tex }]
    }
    default:
      return []
  }
}

function readHyperlink(element: XmlElement, reading: Reading): readonly Piece[] {
  const id = element.attributes.get('r:id')
  const anchor = element.attributes.get('w:anchor')
  const target = id === undefined ? undefined : reading.docx.relations(reading.part).get(id)
  if (target?.isExternal === true) {
    const address = anchor === undefined ? target.target : `${target.target}#${anchor}`
    return readContent(element, reading, address)
  }
  return readContent(element, reading, undefined, anchor)
}

/** A content control; its hint is not what someone wrote. */
function readControl(
  element: XmlElement,
  reading: Reading,
  link: string | undefined,
  refers: string | undefined,
): readonly Piece[] {
  const content = childOf(element, 'w:sdtContent')
  if (content === undefined) return []
  if (showsHint(element)) {
    reading.losses.add('placeholder-left-out', visibleText(content))
    return []
  }
  return readContent(content, reading, link, refers)
}

export function showsHint(control: XmlElement): boolean {
  return switchOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr') === true
}

function authorOf(element: XmlElement): string {
  const author = element.attributes.get('w:author') ?? ''
  return author === '' ? '' : `${author}：`
}
