import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { findBrowser, findFonts, machineOf } from '../../packages/pdf/src/index.ts'
import type { Ours } from './our-commands.ts'
import type { Machine } from './pdf-commands.ts'

/** The browser and fonts that ours would take by itself are what all are given. */
export function machineHere(): Machine {
  const here = machineOf(process.env)
  const { faces } = findFonts(here, { system: false })
  const [file] = faces.song.files
  if (file === undefined) throw new Error('fonts are missing: ziping fonts install')
  return { browser: findBrowser(here).executable, fonts: path.dirname(file.font.file) }
}

/** Caches of our own, in which nothing but the fonts is there to begin with. */
export function oursIn(cache: string, machine: Machine): Ours {
  cacheWith(cache, machine)
  cacheWith(path.join(cache, 'first'), machine)
  return { cache, browser: machine.browser }
}

function cacheWith(cache: string, { fonts }: Machine): void {
  const folder = path.join(cache, 'ziping')
  mkdirSync(folder, { recursive: true })
  const link = path.join(folder, path.basename(fonts))
  if (!existsSync(link))
    if (process.platform === 'win32') cpSync(fonts, link, { recursive: true })
    else symlinkSync(fonts, link)
}
