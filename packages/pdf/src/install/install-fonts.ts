import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Machine } from '../machine.ts'
import { fetchPackage, unpackPackage } from './fetch-package.ts'
import type { InstallStage } from './install-browser.ts'
import { installFailure } from './install-failures.ts'
import { installFolder } from './install-folder.ts'
import { installedFontsFolder } from './installed-fonts.ts'
import { type FontPin, fontPins } from './pins.ts'
import { unpackWoff } from './unpack-woff.ts'

export interface FontInstallOptions {
  readonly onProgress?: (stage: InstallStage, what: string) => void
}

/** Fetches the pinned free fonts into our cache, unless they are there; the folder they are in. */
export async function installFonts(
  machine: Machine,
  options: FontInstallOptions = {},
): Promise<string> {
  const target = installedFontsFolder(machine)
  await installFolder(target, 'fonts', async (folder) => {
    for (const pin of fontPins) await takeFonts(pin, folder, machine, options)
  })
  return target
}

async function takeFonts(
  pin: FontPin,
  folder: string,
  machine: Machine,
  { onProgress }: FontInstallOptions,
): Promise<void> {
  const what = `${pin.name} ${pin.version}`
  onProgress?.('fetching', what)
  const archive = await fetchPackage(pin, folder, machine)
  onProgress?.('unpacking', what)
  const missing = new Set(Object.keys(pin.files))
  const nameOf = new Map(Object.entries(pin.files).map(([name, inside]) => [inside, name]))
  await unpackPackage(archive, async (entry) => {
    const name = nameOf.get(entry.name)
    if (name === undefined) return
    const chunks: Buffer[] = []
    for await (const chunk of entry.content) chunks.push(chunk)
    const content = Buffer.concat(chunks)
    writeFileSync(
      path.join(folder, name),
      entry.name.endsWith('.woff') ? unpackWoff(content) : content,
    )
    missing.delete(name)
  })
  rmSync(archive)
  if (missing.size > 0) throw installFailure(what, 'contents', [...missing].join(', '))
}
