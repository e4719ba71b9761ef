import { addCounts, countCharacters, nothing } from '@ziping/report'
import type {
  Counting,
  FinishedFile,
  Glyph,
  HeadingLook,
  LineSpacing,
  Look,
  Sighting,
} from '../finished-file.ts'
import { missingGlyphs } from '../leftovers.ts'
import type { Paragraph, Run } from './paragraphs.ts'
import { lastAttribute } from './styles.ts'

/** A short paragraph without a style of its own may be a caption or a signature. */
const leastLetters = 20

/**
 * The running text: the paragraphs outside tables and headings that have the style most of the text has. Notes, quotes
 * and captions have styles of their own and are set as they please.
 */
export function bodyOf(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const plain = paragraphs.filter(
    ({ level, isInTable, isContents, text }) =>
      level === undefined && !isInTable && !isContents && chineseIn(text) >= leastLetters,
  )
  const letters = new Map<string, number>()
  for (const { style, text } of plain)
    letters.set(style, (letters.get(style) ?? 0) + chineseIn(text))
  const [main] = [...letters].toSorted(([, a], [, b]) => b - a)
  return plain.filter(({ style }) => style === main?.[0])
}

function chineseIn(text: string): number {
  return text.match(/[\u3400-\u9fff]/g)?.length ?? 0
}

export function looksOf(paragraphs: readonly Paragraph[]): readonly Sighting<Look>[] {
  return paragraphs.map(({ runs, text }) => ({ value: lookOf(runs), where: { text } }))
}

/** How most letters are set; a word in bold or in another face does not change a paragraph's. */
function lookOf(runs: readonly Run[]): Look {
  const weights = new Map<string, { readonly look: Look; weight: number }>()
  for (const { text, font, size, isHidden } of runs) {
    if (isHidden) continue
    const key = `${font} ${size}`
    const known = weights.get(key) ?? { look: { font, size }, weight: 0 }
    known.weight += chineseIn(text)
    weights.set(key, known)
  }
  const [most] = [...weights.values()].toSorted((a, b) => b.weight - a.weight)
  return most?.look ?? { font: undefined, size: undefined }
}

export function headingsOf(paragraphs: readonly Paragraph[]): readonly Sighting<HeadingLook>[] {
  return paragraphs.flatMap(({ level, isInTable, runs, text }) =>
    level === undefined || isInTable || chineseIn(text) === 0
      ? []
      : [{ value: { level, ...lookOf(runs) }, where: { text } }],
  )
}

export function spacingOf(paragraphs: readonly Paragraph[]): readonly Sighting<LineSpacing>[] {
  return paragraphs.map(({ layers, text }) => {
    const line = Number(lastAttribute(layers.paragraph, 'w:spacing', 'w:line') ?? 240)
    const rule = lastAttribute(layers.paragraph, 'w:spacing', 'w:lineRule') ?? 'auto'
    const value = rule === 'auto' ? { lines: line / 240 } : { points: line / 20 }
    return { value, where: { text } }
  })
}

/** Lines that a program adds under a table. */
const sourceLine = /^\s*(?:数据|资料)?来源[:：]/

/**
 * At most everything but the table of contents, which repeats what is counted already. At least what begins with the
 * first heading, without the lines that name sources: covers and indexes are no text of the writer's.
 */
export function lengthOf(
  paragraphs: readonly Paragraph[],
  { tables, headings }: Counting,
): ReturnType<FinishedFile['length']> {
  const isCounted = ({ isContents, isInTable, level }: Paragraph): boolean =>
    !isContents && (tables || !isInTable) && (headings || level === undefined)
  const first = Math.max(
    0,
    paragraphs.findIndex(({ level, isContents }) => level !== undefined && !isContents),
  )
  const written = paragraphs.slice(first).filter(({ text }) => !sourceLine.test(text))
  const [least, most] = [written, paragraphs].map((some) =>
    some
      .filter(isCounted)
      .map(({ text }) => countCharacters(text))
      .reduce(addCounts, nothing),
  )
  return {
    characters: {
      least: (least?.characters ?? 0) - (least?.uncertain ?? 0),
      most: most?.characters ?? 0,
    },
    withoutSpaces: { least: least?.withoutSpaces ?? 0, most: most?.withoutSpaces ?? 0 },
  }
}

/** In these a private letter is a sign of the font. */
const symbolFont = /symbol|wingdings|webdings|dingbats|mt extra|marlett/i

export function glyphsOf(paragraphs: readonly Paragraph[]): readonly Sighting<Glyph>[] {
  return paragraphs.flatMap(({ runs, text }) =>
    runs.flatMap((run) => [
      ...missingGlyphs(run.text).map((found) => seen(found, text)),
      ...privateLetters(run).map((found) => seen(found, text)),
    ]),
  )
}

function seen(found: string, text: string): Sighting<Glyph> {
  return { value: { kind: 'missing', text: found }, where: { text } }
}

/** Letters that only one machine's font has. */
function privateLetters({ text, font, latin }: Run): readonly string[] {
  if (symbolFont.test(`${font} ${latin}`)) return []
  return text.match(/[\ue000-\uf8ff]/g) ?? []
}
