import { coveredCharacters } from './covered-characters.ts'
import { type FaceName, faceFamilies, faceNames, latinRange } from './faces.ts'
import type { FontFile, Fonts } from './fonts.ts'
import { cachedSubset } from './subset-cache.ts'
import { usedCharacters } from './used-characters.ts'

/** A character that a face does not have. */
export interface MissingCharacter {
  readonly character: string
  readonly face: FaceName
  /** The face that draws it instead; none: it would print as a box. */
  readonly by: FaceName | undefined
}

export interface PreparedFonts {
  /** `@font-face` rules with the fonts inside. */
  readonly css: string
  readonly missing: readonly MissingCharacter[]
}

/** What a face must draw, by weight. */
export interface FaceText {
  readonly regular: string
  readonly bold: string
}

/** What each face must draw, where whoever made the page knows it. A face that is not named draws nothing. */
export type FaceTexts = ReadonlyMap<FaceName, FaceText>

/**
 * The fonts of a finished page, cut down to the characters it uses. Without `texts` every face that the page names is taken
 * to draw all of them.
 */
export async function prepareFonts(
  html: string,
  fonts: Fonts,
  texts?: FaceTexts,
): Promise<PreparedFonts> {
  const slanted = /italic|oblique|<(?:em|i|cite|var|address)[\s>]/i.test(html)
  const rules: string[] = []
  const missing: MissingCharacter[] = []
  for (const { face, characters, files } of drawnBy(html, fonts, texts)) {
    const { own, others, signs, nowhere } = shareOut(face, characters, fonts)
    missing.push(...nowhere.map((code) => ({ character: text(code), face, by: undefined })))
    for (const file of files.filter(({ italic }) => slanted || !italic)) {
      rules.push(await ruleFor(face, file, file, own, fonts))
      if (fonts.symbols !== undefined && signs.length > 0)
        rules.push(await ruleFor(face, file, fonts.symbols, signs, fonts))
    }
    for (const [by, lent] of others) {
      missing.push(...lent.map((code) => ({ character: text(code), face, by })))
      for (const file of files)
        rules.push(await ruleFor(face, file, nearestFile(fonts.faces[by].files, file), lent, fonts))
    }
  }
  return { css: rules.join('\n'), missing }
}

/** What some files of a face must draw. */
interface Drawn {
  readonly face: FaceName
  readonly files: readonly FontFile[]
  readonly characters: readonly number[]
}

function drawnBy(html: string, fonts: Fonts, texts: FaceTexts | undefined): readonly Drawn[] {
  const all = texts === undefined ? usedCharacters(html) : []
  return faceNames
    .filter((face) => html.includes(faceFamilies[face]))
    .flatMap((face): readonly Drawn[] => {
      const { files } = fonts.faces[face]
      if (texts === undefined) return [{ face, files, characters: all }]
      const own = texts.get(face)
      return own === undefined ? [] : byWeight(face, files, own)
    })
}

/**
 * Few characters of a book are bold: each weight is cut to its own, and the page is half as large. A face of one weight draws
 * both with it.
 */
function byWeight(face: FaceName, files: readonly FontFile[], own: FaceText): readonly Drawn[] {
  const parts = [
    { files: files.filter(({ weight }) => weight === 400), text: own.regular },
    { files: files.filter(({ weight }) => weight === 700), text: own.bold },
  ].filter((part) => part.files.length > 0)
  const drawn =
    parts.length === 1 ? parts.map((part) => ({ ...part, text: own.regular + own.bold })) : parts
  return drawn
    .filter((part) => part.text !== '')
    .map((part) => ({ face, files: part.files, characters: usedCharacters(part.text) }))
}

interface Shares {
  readonly own: readonly number[]
  readonly others: ReadonlyMap<FaceName, readonly number[]>
  /** Drawn by the font of signs: nobody need be told, for they look the same in every face. */
  readonly signs: readonly number[]
  readonly nowhere: readonly number[]
}

/** Who draws which character of a face: itself, another, nobody. */
function shareOut(face: FaceName, characters: readonly number[], fonts: Fonts): Shares {
  const others = new Map<FaceName, number[]>()
  const own: number[] = []
  const signs: number[] = []
  const nowhere: number[] = []
  for (const code of characters) {
    if (face === 'latin' && !isLatin(code)) continue
    if (hasCharacter(fonts, face, code)) own.push(code)
    else {
      const by = faceNames.find((other) => other !== face && hasCharacter(fonts, other, code))
      if (by === undefined) (isSign(fonts, code) ? signs : nowhere).push(code)
      else others.set(by, [...(others.get(by) ?? []), code])
    }
  }
  return { own, others, signs, nowhere }
}

function isSign({ symbols }: Fonts, code: number): boolean {
  return symbols !== undefined && coveredCharacters(symbols.font).has(code)
}

function hasCharacter(fonts: Fonts, face: FaceName, code: number): boolean {
  const [first] = fonts.faces[face].files
  return first !== undefined && coveredCharacters(first.font).has(code)
}

/** As `latinRange`. */
function isLatin(code: number): boolean {
  return code <= 0x7e || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
}

/** Declares `source` as the face's font of the weight and slant of `shown`. */
async function ruleFor(
  face: FaceName,
  shown: FontFile,
  source: FontFile,
  characters: readonly number[],
  { cacheFolder }: Fonts,
): Promise<string> {
  const subset = await cachedSubset(source.font, characters, cacheFolder)
  const lent = shown === source ? '' : `unicode-range:${ranges(characters)};`
  const range = face === 'latin' && lent === '' ? `unicode-range:${latinRange};` : lent
  const style = shown.italic ? 'italic' : 'normal'
  return `@font-face{font-family:"${faceFamilies[face]}";font-weight:${shown.weight};font-style:${style};${range}src:url(data:font/ttf;base64,${subset.toString('base64')}) format("truetype")}`
}

function nearestFile(files: readonly FontFile[], wanted: FontFile): FontFile {
  const alike = files.find(
    ({ weight, italic }) => weight === wanted.weight && italic === wanted.italic,
  )
  const upright = files.find(({ weight, italic }) => weight === wanted.weight && !italic)
  return alike ?? upright ?? files[0] ?? wanted
}

function ranges(codes: readonly number[]): string {
  return codes.map((code) => `U+${code.toString(16).toUpperCase()}`).join(',')
}

function text(code: number): string {
  return String.fromCodePoint(code)
}
