import {
  childOf,
  elementsOf,
  settingOf,
  switchOf,
  textOf,
  type XmlElement,
} from '@ziping/office-file'
import { readDrawing, readObject, readVml } from './drawing.ts'
import type { Mark, Piece } from './piece.ts'
import type { Reading } from './reading.ts'
import { marksOf } from './styles.ts'
import { symbolOf } from './symbols.ts'
import { visibleText } from './words.ts'

const noMarks: ReadonlySet<Mark> = new Set()

/** A run: a stretch of text of one look, or a sign of a field. */
export function readRun(
  run: XmlElement,
  reading: Reading,
  link: string | undefined,
  refers: string | undefined,
): readonly Piece[] {
  const properties = childOf(run, 'w:rPr')
  if (switchOf(properties, 'w:vanish') === true) {
    const hidden = visibleText(run)
    if (hidden !== '') reading.losses.add('hidden-text', hidden)
    return []
  }
  noteColour(properties, run, reading)
  const style = reading.styles.get(settingOf(properties, 'w:rStyle') ?? '')
  const isLinkStyle = style?.name === 'hyperlink'
  const marks = new Set(marksOf(properties, style?.marks ?? noMarks))
  if (link !== undefined || refers !== undefined || isLinkStyle) marks.delete('underline')
  const write = (text: string): readonly Piece[] => writeText(text, marks, reading, link, refers)
  return elementsOf(run).flatMap((child) => readRunChild(child, reading, write))
}

function readRunChild(
  child: XmlElement,
  reading: Reading,
  write: (text: string) => readonly Piece[],
): readonly Piece[] {
  const { fields, losses } = reading
  switch (child.name) {
    case 'w:t':
      return write(textOf(child))
    case 'w:tab':
    case 'w:ptab':
      return write(reading.isCode === true ? '\t' : ' ')
    case 'w:noBreakHyphen':
      return write('-')
    case 'w:cr':
      return [{ kind: 'line-break' }]
    case 'w:br':
      return readBreak(child, reading)
    case 'w:sym': {
      const font = child.attributes.get('w:font') ?? ''
      const symbol = symbolOf(font, child.attributes.get('w:char') ?? '')
      if (symbol === undefined)
        losses.add('symbol-unknown', `${font} ${child.attributes.get('w:char')}`)
      return write(symbol ?? '□')
    }
    case 'w:fldChar':
      return readFieldSign(child, reading, write)
    case 'w:instrText':
      fields.instruct(textOf(child))
      return []
    case 'w:footnoteReference':
      return [{ kind: 'footnote', id: `f${child.attributes.get('w:id') ?? ''}` }]
    case 'w:endnoteReference':
      return [{ kind: 'footnote', id: `e${child.attributes.get('w:id') ?? ''}` }]
    case 'w:commentReference':
      return readComment(child.attributes.get('w:id') ?? '', reading)
    case 'w:drawing':
      return readDrawing(child, reading)
    case 'w:pict':
      return readVml(child, reading)
    case 'w:object':
      return readObject(child, reading)
    case 'w:ruby':
      return elementsOf(childOf(child, 'w:rubyBase')).flatMap((base) => write(visibleText(base)))
    case 'mc:AlternateContent':
      return elementsOf(childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback')).flatMap(
        (inner) => readRunChild(inner, reading, write),
      )
    default:
      return []
  }
}

function readBreak(element: XmlElement, { losses, fields }: Reading): readonly Piece[] {
  if (fields.meaning.isDropped) return []
  const type = element.attributes.get('w:type')
  if (type === 'page') return [{ kind: 'page-break' }]
  if (type === 'column') losses.add('column-break')
  return [{ kind: 'line-break' }]
}

/** A check box of the old forms says its state in the field's data. */
function readFieldSign(
  sign: XmlElement,
  { fields }: Reading,
  write: (text: string) => readonly Piece[],
): readonly Piece[] {
  const type = sign.attributes.get('w:fldCharType')
  if (type === 'separate') fields.separate()
  else if (type === 'end') fields.end()
  else if (type === 'begin') {
    const box = childOf(childOf(sign, 'w:ffData'), 'w:checkBox')
    const tick =
      box === undefined ? undefined : (switchOf(box, 'w:checked') ?? switchOf(box, 'w:default'))
    const pieces = box === undefined ? [] : write(tick === true ? '☑' : '□')
    fields.begin()
    return pieces
  }
  return []
}

function readComment(id: string, { comments, losses, placed }: Reading): readonly Piece[] {
  const comment = comments.get(id)
  if (comment === undefined || placed.has(id)) return []
  placed.add(id)
  losses.add('comment-as-note', comment.text)
  return [
    { kind: 'note', text: `${comment.author === '' ? '' : `${comment.author}：`}${comment.text}` },
  ]
}

function noteColour(properties: XmlElement | undefined, run: XmlElement, reading: Reading): void {
  const colour = settingOf(properties, 'w:color')
  const isColoured = colour !== undefined && !/^(?:auto|000000|0{3,6})$/i.test(colour)
  if (!isColoured && settingOf(properties, 'w:highlight') === undefined) return
  if (reading.fields.meaning.isDropped) return
  const text = visibleText(run)
  if (text.trim() !== '') reading.losses.add('colour-lost', text)
}

function writeText(
  text: string,
  marks: ReadonlySet<Mark>,
  { fields, losses }: Reading,
  link: string | undefined,
  refers: string | undefined,
): readonly Piece[] {
  const { meaning } = fields
  if (meaning.isContents) losses.add('contents-left-out', '', 0)
  if (meaning.isDropped || text === '') return []
  const address = meaning.link ?? link
  const target = meaning.refers ?? refers
  return [
    {
      kind: 'text',
      // A line end in a part's text is a space; Word writes <w:br/> for a real one.
      text: text.replaceAll(/[\r\n\t]+/g, ' '),
      marks,
      ...(address === undefined ? {} : { link: address }),
      ...(target === undefined ? {} : { refers: target }),
      ...(meaning.counts === undefined ? {} : { counts: meaning.counts }),
    },
  ]
}
