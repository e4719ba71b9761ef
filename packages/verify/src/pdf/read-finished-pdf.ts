import { type PdfContent, readPdf } from '@ziping/pdf'
import { countCharacters } from '@ziping/report'
import type { FinishedFile, Glyph, Picture, Sighting } from '../finished-file.ts'
import { most } from '../judge.ts'
import { missingGlyphs, unresolvedTexts } from '../leftovers.ts'
import { type Line, linesOf } from './lines.ts'
import { findNumber, readNumbering } from './page-numbers.ts'
import { refuseBombs } from './refuse-bombs.ts'
import {
  type ReadPage,
  readMargins,
  readSides,
  readTextBlock,
  type TextBlock,
} from './text-block.ts'
import { readBody, readHeadings, readSpacing } from './typography.ts'

const millimetres = 25.4 / 72

/** Everything that can be told from a PDF. */
export async function readFinishedPdf(bytes: Uint8Array, file: string): Promise<FinishedFile> {
  refuseBombs(bytes, file)
  const content = await readPdf(bytes, file)
  const lines = content.pages.map(linesOf)
  const found = content.pages.map((page, index) => findNumber(page, lines[index] ?? []))
  const numbering = readNumbering(found)
  const all = content.pages.map((page, index): ReadPage => {
    const number = found[index]?.segment
    return {
      number: index + 1,
      page,
      isRightHand: numbering.isRightHand[index] ?? true,
      lines: (lines[index] ?? []).filter(({ segments }) => !segments.some((one) => one === number)),
    }
  })
  const pages = withoutHeads(all, readTextBlock(all).bodySize)
  const block = readTextBlock(pages)
  const spacing = readSpacing(pages, block)
  const line = most(spacing.map(({ value }) => ('points' in value ? value.points : 0)))
  return {
    kind: 'pdf',
    sheets: content.pages.map(({ width, height }, index) => ({
      value: { width: width * millimetres, height: height * millimetres },
      page: index + 1,
    })),
    margins: readMargins(pages, block, line),
    ...readSides(pages, block),
    isMirrored: true,
    ...numbering,
    body: readBody(pages, block),
    spacing,
    headings: readHeadings(content, pages),
    pages: content.pages.length,
    length: () => lengthOf(pages, block),
    unresolved: pages.flatMap((page) =>
      unresolvedTexts(textOf(page.lines)).map((value) => ({ value, page: page.number })),
    ),
    glyphs: glyphsOf(content),
    pictures: picturesOf(content),
  }
}

/** Running heads and feet: small letters at the edge of the sheet, at the same height on most pages. */
function withoutHeads(
  pages: readonly ReadPage[],
  bodySize: number | undefined,
): readonly ReadPage[] {
  const heights = new Map<number, number>()
  const isEdge = ({ page }: ReadPage, { y }: Line): boolean => y < 72 || y > page.height - 72
  const isSmall = ({ segments }: Line): boolean =>
    segments.every(({ size }) => size < (bodySize ?? 0) - 0.5)
  for (const one of pages)
    for (const line of one.lines)
      if (isEdge(one, line) && isSmall(line))
        heights.set(Math.round(line.y), (heights.get(Math.round(line.y)) ?? 0) + 1)
  const isHead = (one: ReadPage, line: Line): boolean =>
    isEdge(one, line) &&
    isSmall(line) &&
    (heights.get(Math.round(line.y)) ?? 0) >= Math.max(2, pages.length / 4)
  return pages.map((one) => ({ ...one, lines: one.lines.filter((line) => !isHead(one, line)) }))
}

function textOf(lines: readonly Line[]): string {
  return lines
    .map(({ segments }) => segments.map(({ text }) => text).join(' '))
    .reduce((all, line) => `${all}${isBroken(all, line) ? ' ' : ''}${line}`, '')
}

/** Between Chinese characters a line's end is nothing; between words it is a blank. */
function isBroken(before: string, after: string): boolean {
  return /[\x21-\x7e]$/.test(before) && /^[\x21-\x7e]/.test(after)
}

/** At least the text in the body's size, at most all that is printed: a chart's words look like a table's. */
function lengthOf(
  pages: readonly ReadPage[],
  { bodySize }: TextBlock,
): ReturnType<FinishedFile['length']> {
  const isBody = ({ segments }: Line): boolean =>
    segments.some(({ size }) => size >= (bodySize ?? 0) - 0.3) && !isContents(segments)
  const least = countCharacters(pages.map(({ lines }) => textOf(lines.filter(isBody))).join('\n'))
  const most = countCharacters(pages.map(({ lines }) => textOf(lines)).join('\n'))
  return {
    characters: { least: least.characters - least.uncertain, most: most.characters },
    withoutSpaces: { least: least.withoutSpaces, most: most.withoutSpaces },
  }
}

/** A line of a table of contents, with its dots. */
function isContents(segments: Line['segments']): boolean {
  return /[.…·]{4}\s*\d*\s*$/.test(segments.map(({ text }) => text).join(''))
}

/** Every reader brings these, so a file need not. */
const standardFonts = /^(?:Helvetica|Arial|Times|Courier|Symbol|ZapfDingbats)/

function glyphsOf({ pages, fonts }: PdfContent): readonly Sighting<Glyph>[] {
  const foreign = new Set(
    fonts
      .filter(
        ({ embedded, type, name }) => !embedded && type !== 'Type3' && !standardFonts.test(name),
      )
      .map(({ name }) => name),
  )
  return pages.flatMap(({ text }, index): Sighting<Glyph>[] => {
    const page = index + 1
    const missing = missingGlyphs(text.map((item) => item.text).join(''))
    const used = new Set(text.map(({ font }) => font).filter((font) => foreign.has(font)))
    return [
      ...missing.map(
        (value): Sighting<Glyph> => ({ value: { kind: 'missing', text: value }, page }),
      ),
      ...[...used].map(
        (name): Sighting<Glyph> => ({ value: { kind: 'not-embedded', text: name }, page }),
      ),
    ]
  })
}

/** Smaller ones are dots of a pattern, or a line drawn as a picture. */
const leastPixels = 16

function picturesOf({ pages }: PdfContent): readonly Sighting<Picture>[] {
  return pages.flatMap(({ images }, index) =>
    images
      .filter(
        ({ pixelWidth, pixelHeight, width, height }) =>
          pixelWidth >= leastPixels && pixelHeight >= leastPixels && width > 0 && height > 0,
      )
      .map(({ pixelWidth, pixelHeight, width, height }) => ({
        value: {
          dpi: Math.min((pixelWidth * 72) / width, (pixelHeight * 72) / height),
          name: undefined,
        },
        page: index + 1,
      })),
  )
}
