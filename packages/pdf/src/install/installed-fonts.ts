import path from 'node:path'
import type { Machine } from '../machine.ts'
import { fontPins } from './pins.ts'

/** Where `fonts install` puts its files; the versions are in the name, so that new pins take a new folder. */
export function installedFontsFolder(machine: Machine): string {
  const versions = fontPins.map(({ version }) => version).join('-')
  return path.join(machine.cacheFolder, `fonts-${versions}`)
}
