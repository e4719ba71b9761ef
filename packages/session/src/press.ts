import path from 'node:path'
import { Failure } from '@ziping/diagnostics'
import {
  Browser,
  type FaceName,
  type FontSettings,
  type Fonts,
  findBrowser,
  findFonts,
  type Machine,
} from '@ziping/pdf'

/** What prints: a browser and the fonts, found once and kept warm. */
export class Press {
  readonly browser: Browser
  readonly #find: () => Fonts
  #fonts: Fonts | undefined

  constructor(browser: Browser, find: () => Fonts) {
    this.browser = browser
    this.#find = find
  }

  /** The browser starts while the documents are still being made. */
  start(): void {
    this.browser.start()
  }

  fonts(): Fonts {
    this.#fonts ??= this.#find()
    return this.#fonts
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close()
  }
}

export interface PressSettings {
  readonly browser?: string
  /** As ziping.yaml names them: 宋 黑 仿宋 楷, each a font file in the workspace or a font's name. */
  readonly fonts: Readonly<Record<string, string>>
  readonly root: string
}

/** A browser that was started before it was known whether there would be anything to print. */
export interface WarmBrowser extends AsyncDisposable {
  readonly browser: Browser
}

/** Starts the browser while the report is still being read; none to be found is told when something is to be printed. */
export function warmBrowser(machine: Machine, asked: string | undefined): WarmBrowser | undefined {
  try {
    const browser = new Browser(findBrowser(machine, asked))
    browser.start()
    return { browser, [Symbol.asyncDispose]: () => browser.close() }
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    return undefined
  }
}

export function openPress(
  machine: Machine,
  settings: PressSettings,
  warm: WarmBrowser | undefined = undefined,
): Press {
  const browser = warm?.browser ?? new Browser(findBrowser(machine, settings.browser))
  return new Press(browser, () => findFonts(machine, fontSettings(settings)))
}

const faces: Readonly<Record<string, FaceName>> = {
  宋: 'song',
  宋体: 'song',
  黑: 'hei',
  黑体: 'hei',
  仿宋: 'fangsong',
  楷: 'kai',
  楷体: 'kai',
  西文: 'latin',
}

function fontSettings({ fonts, root }: PressSettings): FontSettings {
  const files: Partial<Record<FaceName, string>> = {}
  const names: Partial<Record<FaceName, string>> = {}
  for (const [written, font] of Object.entries(fonts)) {
    const face = faces[written]
    if (face === undefined) continue
    if (/\.(?:ttf|ttc|otf)$/i.test(font)) files[face] = path.resolve(root, font)
    else names[face] = font
  }
  return { files, names }
}
