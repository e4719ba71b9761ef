import { childOf, elementsOf, OfficeFault, type XmlElement } from '@ziping/office-file'
import { docxUnreadable } from '../failures.ts'
import type { FinishedFile, Margins, Sighting, Unresolved } from '../finished-file.ts'
import { unresolvedTexts } from '../leftovers.ts'
import { bodyOf, glyphsOf, headingsOf, lengthOf, looksOf, spacingOf } from './body.ts'
import { bookmarksIn, openFields } from './fields.ts'
import { findAll, isOn } from './find-in-part.ts'
import { readNumbering } from './numbering.ts'
import { type DocxPackage, openPackage } from './open-package.ts'
import { type Paragraph, paragraphsIn } from './paragraphs.ts'
import { picturesIn } from './pictures.ts'
import { type Section, sectionsOf } from './sections.ts'
import { readStyles } from './styles.ts'

/** Everything that can be told from a Word file without printing it. */
export function readFinishedDocx(bytes: Uint8Array, file: string): FinishedFile {
  try {
    return readOpened(openPackage(bytes))
  } catch (cause) {
    if (cause instanceof OfficeFault) throw docxUnreadable(file, cause.why, cause)
    throw cause
  }
}

function readOpened(opened: DocxPackage): FinishedFile {
  const root = opened.xml(opened.document)
  const body = childOf(root, 'w:body')
  if (root === undefined || body === undefined) throw new OfficeFault('not-office')
  const beside = (name: string): XmlElement | undefined => partLike(opened, name)
  const settings = beside('settings')
  const styles = readStyles(beside('styles'), beside('theme'))
  const sections = sectionsOf(body, opened)
  const paragraphs = [...paragraphsIn(body, styles)]
  const text = bodyOf(paragraphs)
  const isMirrored = isOn(settings, 'w:mirrorMargins')
  return {
    kind: 'docx',
    sheets: sections.map(({ width, height, number }) => at(number, { width, height })),
    margins: sections.map((section) => at(section.number, marginsOf(section))),
    unmirrored: isMirrored ? [] : lopsided(sections),
    isMirrored,
    gutter: guttersOf(sections, isOn(settings, 'w:gutterAtTop')),
    ...readNumbering(sections, opened, styles, isOn(settings, 'w:evenAndOddHeaders')),
    body: looksOf(text),
    spacing: spacingOf(text),
    headings: headingsOf(paragraphs),
    pages: pagesOf(opened),
    length: (counting) => lengthOf(paragraphs, counting),
    unresolved: unresolvedIn(opened, root, settings, paragraphs),
    glyphs: glyphsOf(paragraphs),
    pictures: picturesIn(root, opened),
  }
}

function at<Value>(section: number, value: Value): Sighting<Value> {
  return { value, where: { section } }
}

function partLike(opened: DocxPackage, name: string): XmlElement | undefined {
  const parts = [...opened.targets(opened.document).values()]
  const part = parts.find((one) => new RegExp(`(?:^|/)${name}\\d*\\.xml$`, 'i').test(one))
  return part === undefined ? undefined : opened.xml(part)
}

/** Word turns the margins with the sheet: what is at the left of an upright page is at the top of one that lies. */
function marginsOf({ width, height, top, bottom, left, right, gutter }: Section): Margins {
  return width > height
    ? { top: right, bottom: left, inside: top + gutter, outside: bottom }
    : { top, bottom, inside: left + gutter, outside: right }
}

function isUpright({ width, height }: Section): boolean {
  return height >= width
}

/** Left and right differ, and on the back of a sheet they would have to change places. */
function lopsided(sections: readonly Section[]): readonly Sighting<Margins>[] {
  return sections
    .filter((one) => isUpright(one) && Math.abs(one.left + one.gutter - one.right) > 1)
    .map((one) => at(one.number, marginsOf(one)))
}

function guttersOf(
  sections: readonly Section[],
  isAtTop: boolean,
): readonly Sighting<'side' | 'wrong-side' | 'top'>[] {
  return sections.filter(isUpright).map((section) => {
    if (isAtTop && section.gutter > 0) return at(section.number, 'top')
    const inside = section.left + (section.isGutterRight ? 0 : section.gutter)
    const outside = section.right + (section.isGutterRight ? section.gutter : 0)
    return at(section.number, outside - inside > 1 ? 'wrong-side' : 'side')
  })
}

/** As Word or WPS counted them when they saved the file; other programs write what they have not counted. */
function pagesOf(opened: DocxPackage): number | undefined {
  const facts = elementsOf(opened.xml('docProps/app.xml'))
  const fact = (name: string): string =>
    facts.find((one) => one.name === name)?.children.join('') ?? ''
  const pages = Number(fact('Pages'))
  return /microsoft|wps/i.test(fact('Application')) && pages > 0 ? pages : undefined
}

function unresolvedIn(
  opened: DocxPackage,
  root: XmlElement,
  settings: XmlElement | undefined,
  paragraphs: readonly Paragraph[],
): readonly Sighting<Unresolved>[] {
  const targets = [...opened.targets(opened.document).values()]
  const others = targets
    .filter((part) => /(?:header|footer|footnotes|endnotes)\d*\.xml$/i.test(part))
    .flatMap((part) => opened.xml(part) ?? [])
  const bookmarks = bookmarksIn([root, ...others])
  const texts = [
    ...paragraphs.map(({ text }) => text),
    ...others.map((part) =>
      findAll(part, 'w:t')
        .flatMap(({ children }) => children)
        .join(''),
    ),
  ]
  return [
    ...texts.flatMap((text) => unresolvedTexts(text).map((value) => ({ value, where: { text } }))),
    ...[root, ...others].flatMap((part) => openFields(part, bookmarks)),
    ...(isOn(settings, 'w:updateFields') ? [{ value: { kind: 'update-on-open' } as const }] : []),
  ]
}
