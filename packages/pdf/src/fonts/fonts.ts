import type { Language, Words } from '@ziping/diagnostics'
import type { FaceName } from './faces.ts'
import type { Sfnt } from './sfnt.ts'

/** One file of a face. */
export interface FontFile {
  readonly font: Sfnt
  /** 400 or 700. */
  readonly weight: 400 | 700
  readonly italic: boolean
}

/** What really draws a face. */
export interface Face {
  readonly name: FaceName
  /** The font's own name, e.g. `Noto Serif SC`. */
  readonly fontName: string
  readonly source: 'asked' | 'system' | 'installed'
  readonly files: readonly FontFile[]
}

/** A face that is drawn with another's font; said once per book. */
export interface Substitution {
  readonly face: FaceName
  readonly by: FaceName
  readonly words: Readonly<Record<Language, Words>>
}

/** The fonts a book is printed with. */
export interface Fonts {
  readonly faces: Readonly<Record<FaceName, Face>>
  readonly substitutions: readonly Substitution[]
  /** Draws the signs that no face has; the machine may have no such font. */
  readonly symbols: FontFile | undefined
  /** Where subsets are kept. */
  readonly cacheFolder: string
}

export interface FontSettings {
  /** Font files the user names, by face: the regular one, or also the bold. */
  readonly files?: Readonly<Partial<Record<FaceName, string | readonly string[]>>>
  /** Fonts of the system the user names, by face; they go before the usual ones. */
  readonly names?: Readonly<Partial<Record<FaceName, string>>>
  /** Whether fonts of the system may be taken; yes unless said. */
  readonly system?: boolean
}
