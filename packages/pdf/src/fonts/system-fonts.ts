import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Machine } from '../machine.ts'
import { type FontFacts, fontFacts } from './font-facts.ts'
import { openSfnt, type Sfnt } from './sfnt.ts'

export interface KnownFont extends FontFacts {
  readonly font: Sfnt
}

/** Fonts by family name, as `simplified` spells it. */
export type FontShelf = ReadonlyMap<string, readonly KnownFont[]>

/** Names are compared without case, spaces, hyphens and underscores. */
export function simplified(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
}

/** All usable fonts below the folders, by family name. */
export function shelveFonts(folders: readonly string[]): FontShelf {
  const shelf = new Map<string, KnownFont[]>()
  for (const known of folders.flatMap((folder) => filesBelow(folder)).flatMap(fontsIn))
    for (const name of new Set(known.families.map(simplified)))
      shelf.set(name, [...(shelf.get(name) ?? []), known])
  return shelf
}

/** The fonts of one file that can be embedded. */
export function fontsIn(file: string): readonly KnownFont[] {
  return openSfnt(file).flatMap((font) => {
    const facts = fontFacts(font)
    return facts === undefined || facts.unusable !== undefined ? [] : [{ ...facts, font }]
  })
}

export function systemFontFolders({ platform, env, home }: Machine): readonly string[] {
  if (platform === 'win32')
    return [
      path.join(env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
      path.join(env['LOCALAPPDATA'] ?? home, 'Microsoft', 'Windows', 'Fonts'),
    ]
  if (platform === 'darwin')
    return [
      path.join(home, 'Library', 'Fonts'),
      '/Library/Fonts',
      '/System/Library/Fonts',
      // Fonts that Word for the Mac brings along: 仿宋 and 楷体 among them.
      '/Applications/Microsoft Word.app/Contents/Resources/DFonts',
    ]
  const data = env['XDG_DATA_HOME'] ?? path.join(home, '.local', 'share')
  return [
    path.join(data, 'fonts'),
    path.join(home, '.fonts'),
    '/usr/local/share/fonts',
    '/usr/share/fonts',
  ]
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => /\.(?:ttf|ttc|otf)$/i.test(file))
      .toSorted()
  } catch {
    return [] // no such folder
  }
}
