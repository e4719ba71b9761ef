import { allElements, elementsOf, findElement, textOf, type XmlElement } from '@ziping/office-file'
import type { LossList } from '../losses.ts'
import type { DocxFile } from '../package/open-docx.ts'
import { readBlocks } from './blocks.ts'
import { Fields } from './fields.ts'
import { Numbering } from './numbering.ts'
import type { DraftBlock } from './piece.ts'
import { apart, type Reading } from './reading.ts'
import { readStyles } from './styles.ts'
import { visibleText } from './words.ts'

export interface ReadDocument {
  readonly blocks: readonly DraftBlock[]
  /** Footnotes (`f3`) and endnotes (`e3`). */
  readonly notes: ReadonlyMap<string, readonly DraftBlock[]>
  readonly isOurs: boolean
}

/** A Word file as paragraphs and tables. */
export function readDocument(docx: DocxFile, losses: LossList): ReadDocument {
  const root = docx.xml(docx.main)
  const body = elementsOf(root).find(({ name }) => name === 'w:body')
  const isOurs = applicationOf(docx) === 'ziping'
  const reading: Reading = {
    docx,
    part: docx.main,
    styles: readStyles(related(docx, 'styles')),
    numbering: new Numbering(related(docx, 'numbering'), isOurs),
    losses,
    comments: readComments(related(docx, 'comments')),
    fields: new Fields(),
    isOurs,
    placed: new Set(),
    depth: 0,
    readBlocks,
  }
  const blocks = body === undefined ? [] : readBlocks(body, reading)
  const notes = new Map([
    ...readNotes('footnotes', 'f', reading),
    ...readNotes('endnotes', 'e', reading),
  ])
  noteHeaders(docx, losses)
  return { blocks, notes, isOurs }
}

function applicationOf(docx: DocxFile): string {
  const root = docx.xml('docProps/app.xml')
  const application = root === undefined ? undefined : findElement(root, 'Application')
  return application === undefined ? '' : textOf(application)
}

function related(docx: DocxFile, type: string): XmlElement | undefined {
  const name = partName(docx, type)
  return name === undefined ? undefined : docx.xml(name)
}

function partName(docx: DocxFile, type: string): string | undefined {
  const all = [...docx.relations(docx.main).values()]
  return all.find((one) => one.type.endsWith(`/${type}`) && !one.isExternal)?.target
}

function readComments(root: XmlElement | undefined): Reading['comments'] {
  return new Map(
    elementsOf(root).map((comment) => [
      comment.attributes.get('w:id') ?? '',
      { author: comment.attributes.get('w:author') ?? '', text: visibleText(comment) },
    ]),
  )
}

function readNotes(
  type: string,
  prefix: string,
  reading: Reading,
): readonly (readonly [string, readonly DraftBlock[]])[] {
  const part = partName(reading.docx, type)
  if (part === undefined) return []
  return elementsOf(reading.docx.xml(part))
    .filter(({ attributes }) => !/separator/i.test(attributes.get('w:type') ?? ''))
    .map((note) => [
      `${prefix}${note.attributes.get('w:id') ?? ''}`,
      readBlocks(note, apart(reading, part)),
    ])
}

/** Running heads are the layout's; their words are told once. */
function noteHeaders(docx: DocxFile, losses: LossList): void {
  const parts = [...docx.relations(docx.main).values()].filter(({ type }) =>
    /\/(?:header|footer)$/.test(type),
  )
  const words = new Set<string>()
  for (const { target } of parts) {
    const root = docx.xml(target)
    const text =
      root === undefined
        ? ''
        : [...allElements(root)]
            .filter(({ name }) => name === 'w:t')
            .map(textOf)
            .join('')
    if (/\p{L}/u.test(text)) words.add(text.trim())
  }
  for (const text of words) losses.add('header-left-out', text)
}
