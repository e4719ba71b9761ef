import path from 'node:path'
import { type Failure, failure, wording, wordsIn } from '@ziping/diagnostics'
import { installedFontsFolder } from '../install/installed-fonts.ts'
import type { Machine } from '../machine.ts'
import {
  type FaceName,
  faceNames,
  faceTitles,
  substitutes,
  symbolFonts,
  systemNames,
} from './faces.ts'
import { fontFacts, type Unusable } from './font-facts.ts'
import type { Face, FontFile, FontSettings, Fonts, Substitution } from './fonts.ts'
import { openSfnt } from './sfnt.ts'
import {
  type FontShelf,
  fontsIn,
  type KnownFont,
  shelveFonts,
  simplified,
  systemFontFolders,
} from './system-fonts.ts'

/** A font for every face: the user's file, else the system's, else an installed one, else another face's. */
export function findFonts(machine: Machine, settings: FontSettings = {}): Fonts {
  const shelves = lazily(() => [
    ...(settings.system === false
      ? []
      : [{ source: 'system', shelf: shelveFonts(systemFontFolders(machine)) } as const]),
    { source: 'installed', shelf: shelveFonts([installedFontsFolder(machine)]) } as const,
  ])
  const own = new Map<FaceName, Face>()
  for (const name of faceNames) {
    const face = askedFace(name, settings) ?? shelvedFace(name, shelves(), settings.names?.[name])
    if (face !== undefined) own.set(name, face)
  }
  const substitutions: Substitution[] = []
  const faceFor = (name: FaceName): Face => {
    const face = own.get(name)
    if (face !== undefined) return face
    const by = substitutes[name].find((other) => own.has(other))
    const other = by === undefined ? undefined : own.get(by)
    if (by === undefined || other === undefined) throw fontsMissing()
    substitutions.push({ face: name, by, words: wordsIn(substituted, { face: name, by }) })
    return { ...other, name }
  }
  const faces = {
    song: faceFor('song'),
    hei: faceFor('hei'),
    fangsong: faceFor('fangsong'),
    kai: faceFor('kai'),
    latin: faceFor('latin'),
  }
  return {
    faces,
    substitutions,
    symbols: symbolsOn(shelves()),
    cacheFolder: path.join(machine.cacheFolder, 'subsets'),
  }
}

interface Shelf {
  readonly source: 'system' | 'installed'
  readonly shelf: FontShelf
}

function shelvedFace(
  name: FaceName,
  shelves: readonly Shelf[],
  wanted: string | undefined,
): Face | undefined {
  const names = [...(wanted === undefined ? [] : [wanted]), ...systemNames[name]]
  for (const { source, shelf } of shelves)
    for (const fontName of names) {
      const files = filesOf(shelf.get(simplified(fontName)) ?? [])
      if (files.length > 0) return { name, fontName, source, files }
    }
  return undefined
}

/** The best font there is, wherever it lies: what a sign looks like should not depend on the machine. */
function symbolsOn(shelves: readonly Shelf[]): FontFile | undefined {
  for (const name of symbolFonts)
    for (const { shelf } of shelves) {
      const [file] = filesOf(shelf.get(simplified(name)) ?? [])
      if (file !== undefined) return file
    }
  return undefined
}

/** One file for each weight and slant, the nearest to 400 and 700. */
function filesOf(known: readonly KnownFont[]): readonly FontFile[] {
  return [false, true].flatMap((italic) => {
    const slanted = known.filter((font) => font.italic === italic)
    const regular = nearestTo(
      400,
      slanted.filter(({ weight }) => weight < 600),
    )
    const bold = nearestTo(
      700,
      slanted.filter(({ weight }) => weight >= 600),
    )
    return [
      ...(regular === undefined ? [] : [{ font: regular.font, weight: 400, italic } as const]),
      ...(bold === undefined ? [] : [{ font: bold.font, weight: 700, italic } as const]),
    ]
  })
}

function nearestTo(weight: number, fonts: readonly KnownFont[]): KnownFont | undefined {
  const distance = (font: KnownFont) => Math.abs(font.weight - weight)
  return fonts.toSorted((a, b) => distance(a) - distance(b))[0]
}

function askedFace(name: FaceName, { files }: FontSettings): Face | undefined {
  const asked = [files?.[name] ?? []].flat()
  if (asked.length === 0) return undefined
  const known = asked.map((file) => {
    const [first] = fontsIn(file)
    if (first === undefined) throw unusableFile(name, file)
    return first
  })
  const found = filesOf(known)
  // A single bold file still is what the user wants to see as the face.
  const [only] = known
  const usable =
    found.some(({ weight }) => weight === 400) || only === undefined
      ? found
      : [{ font: only.font, weight: 400, italic: false } as const]
  return { name, fontName: known[0]?.families[0] ?? name, source: 'asked', files: usable }
}

function unusableFile(face: FaceName, file: string): Failure {
  const [font] = openSfnt(file)
  const reason = font === undefined ? 'damaged' : (fontFacts(font)?.unusable ?? 'damaged')
  return failure('pdf/font-unusable', unusable, { face, file, reason })
}

function fontsMissing(): Failure {
  return failure('pdf/fonts-missing', missing, {})
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const missing = wording<Record<string, never>>({
  'zh-CN': () => ({
    message: '这台电脑上没有可用于打印的中文字体（需要 TrueType 格式的宋体、黑体等）',
    advice: '运行 ziping fonts install 下载免费字体，或在 ziping.yaml 的 fonts 中指明字体文件',
  }),
  en: () => ({
    message: 'This machine has no Chinese font fit for printing (TrueType 宋体, 黑体 …)',
    advice:
      'Run ziping fonts install to fetch free ones, or name font files under fonts in ziping.yaml',
  }),
})

const substituted = wording<{ readonly face: FaceName; readonly by: FaceName }>({
  'zh-CN': ({ face, by }) => ({
    message: `没有找到${faceTitles[face]['zh-CN']}，改用${faceTitles[by]['zh-CN']}打印`,
    advice: adviceFor(face, 'zh-CN'),
  }),
  en: ({ face, by }) => ({
    message: `There is no font for ${faceTitles[face].en}; ${faceTitles[by].en} is printed instead`,
    advice: adviceFor(face, 'en'),
  }),
})

/** 仿宋 has no free font to fetch; all others have. */
function adviceFor(face: FaceName, language: 'zh-CN' | 'en'): string {
  if (language === 'en')
    return face === 'fangsong'
      ? 'Name a file under fonts in ziping.yaml, e.g. simfang.ttf of Windows'
      : 'Run ziping fonts install, or name a file under fonts in ziping.yaml'
  return face === 'fangsong'
    ? '如需仿宋，请在 ziping.yaml 的 fonts 中指明字体文件，例如 Windows 的 simfang.ttf'
    : '运行 ziping fonts install 下载免费字体，或在 ziping.yaml 的 fonts 中指明字体文件'
}

const reasons: Readonly<Record<Unusable, readonly [string, string]>> = {
  outlines: ['是 CFF 轮廓，不是 TrueType', 'it has CFF outlines instead of TrueType ones'],
  variable: ['是可变字体', 'it is a variable font'],
  licence: ['其授权不允许嵌入文件', 'its licence forbids embedding'],
  damaged: ['不存在，或不是完整的字体文件', 'it is missing or no complete font file'],
}

const unusable = wording<{
  readonly face: FaceName
  readonly file: string
  readonly reason: Unusable
}>({
  'zh-CN': ({ face, file, reason }) => ({
    message: `${faceTitles[face]['zh-CN']}的字体文件不能使用：${file}（${reasons[reason][0]}）`,
    advice: '在 ziping.yaml 的 fonts 中换成 .ttf 或 .ttc 字体文件',
  }),
  en: ({ face, file, reason }) => ({
    message: `The font file for ${faceTitles[face].en} cannot be used: ${file} (${reasons[reason][1]})`,
    advice: 'Name another .ttf or .ttc file under fonts in ziping.yaml',
  }),
})
