import { type Finding, type Place, placeOfFile } from '@ziping/diagnostics'
import type { Book, BookBlock, Face, PageMap } from '@ziping/resolve'
import { type Anchors, createAnchors } from './anchors.ts'
import { valued } from './element.ts'
import { type Faces, usualFaces } from './faces.ts'
import type { DocxMaterial } from './material.ts'
import { createNumbering, type Numbering } from './parts/numbering.ts'
import { type Looks, paragraphLooks, type StyleId } from './parts/style-list.ts'
import { createPictures, type Pictures } from './pictures.ts'
import type { StoryTexts } from './story.ts'
import type { RunLook } from './text-runs.ts'

/** One document in the making. */
export interface Writing {
  readonly book: Book
  readonly material: DocxMaterial
  readonly faces: Faces
  readonly looks: Looks
  readonly anchors: Anchors
  readonly numbering: Numbering
  readonly pictures: Pictures
  readonly captions: CaptionCounter
  readonly pages: PageMap
  readonly find: (finding: Finding) => void
  /** Emphasis in slanted letters instead of another face. */
  readonly slanted: boolean
  /** Numbers of the addresses that links lead to. */
  readonly links: Map<string, number>
  /** The number a footnote of `inlines` has: only Markdown that is no Book has real ones. */
  readonly footnotes: FootnoteStore
  readonly texts: StoryTexts
}

/** Where a block stands: every block is told, so that none asks its parent. */
export interface Room {
  /** From the left edge of the text, in points. */
  readonly left: number
  readonly width: number
  /** Text of a cell or box is written in another style than that of a page. */
  readonly within: 'page' | 'list' | 'quote' | 'box'
}

/** How far captions of each word have been counted. */
export type CaptionCounter = Map<string, { readonly prefix: string; readonly last: number }>

export interface FootnoteStore {
  readonly ids: ReadonlyMap<string, number>
}

export function startWriting(
  book: Book,
  material: DocxMaterial,
  pages: PageMap,
  find: (finding: Finding) => void,
  {
    footnotes = { ids: new Map() },
    slanted = false,
  }: Partial<Pick<Writing, 'footnotes' | 'slanted'>> = {},
): Writing {
  return {
    book,
    material,
    faces: { ...usualFaces, ...material.faces },
    looks: paragraphLooks(book.layout),
    anchors: createAnchors(book, (block) => runsOn(block, material)),
    numbering: createNumbering(book.layout.listIndent),
    pictures: createPictures(),
    captions: new Map(),
    links: new Map(),
    slanted,
    pages,
    find,
    footnotes,
    texts: [],
  }
}

/** A table whose caption is repeated with its head. */
export function runsOn(block: BookBlock, { continued }: DocxMaterial): boolean {
  return continued === true && block.kind === 'table' && block.caption !== undefined && !block.keep
}

/** Text as its paragraph's style has it. */
export function lookOf(style: StyleId, writing: Writing): RunLook {
  return { marks: [], face: faceName(writing.looks[style].text.face, writing) }
}

/** Text that stands in a paragraph of pictures, whose own type is a point high. */
export function readableLook(writing: Writing): RunLook {
  const { text } = writing.looks.TableText
  const value = String(Math.round(text.size * 2))
  const markNames = ['w:sz', 'w:szCs'].map((name) => ({ name, value }))
  const marks = markNames.map((mark) => valued(mark.name, mark.value))
  return { marks, markNames, face: faceName(text.face, writing) }
}

export function faceName(face: Face, { faces }: Writing): string {
  return faces[face]
}

/** What a page is called before it is known. */
export function pageOf(anchor: string, { pages }: Writing): string | undefined {
  return pages.get(anchor)
}

export function placeFor(place: Place | undefined, writing: Writing): Place {
  return place ?? placeOfFile(writing.book.id)
}
