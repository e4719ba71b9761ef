import { Document } from 'docx'
import { finishPackage } from './finish.ts'
import { libraryParts } from './library-parts.ts'
import { appPart, corePart } from './parts/properties.ts'
import { settingsPart } from './parts/settings.ts'
import { stylesPart } from './parts/styles.ts'
import { writeSection } from './sections.ts'
import type { Writing } from './writing.ts'

type DocumentOptions = ConstructorParameters<typeof Document>[0]

/** The document as the library knows it: its body, heads, feet, charts. */
export function documentOf(
  writing: Writing,
  more: Pick<DocumentOptions, 'footnotes'> = {},
): Document {
  const { runs } = writing.book
  // A run of nothing would be an empty page.
  const filled = runs.filter(({ blocks }) => blocks.length > 0)
  const printed = filled.length > 0 ? filled : runs
  return new Document({
    sections: printed.map((run) => writeSection(run, writing)),
    evenAndOddHeaderAndFooters: true,
    ...more,
  })
}

/** The parts the library has no words for are written whole and take the place of its own. */
export async function packDocument(document: Document, writing: Writing): Promise<Uint8Array> {
  const { book, material, looks, faces } = writing
  const made = await libraryParts(document)
  const parts = new Map([
    ['word/styles.xml', stylesPart(looks, faces, book.lang)],
    ['word/settings.xml', settingsPart()],
    ['word/numbering.xml', writing.numbering.part()],
    ['docProps/core.xml', corePart(book, material.date)],
    ['docProps/app.xml', appPart()],
  ])
  const chinese = faces[book.layout.body.face]
  return finishPackage(
    made,
    { texts: writing.texts, parts, pictures: writing.pictures.files },
    { chinese, latin: faces.latin },
  )
}
