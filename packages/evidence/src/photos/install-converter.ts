import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { failure, wording } from '@ziping/diagnostics'
import {
  fetchPackage,
  type InstallStage,
  installFolder,
  type Machine,
  type PinnedPackage,
  unpackPackage,
} from '@ziping/pdf'
import { converterPins, systemPins } from './converter-pins.ts'

/** Where `photos install` puts it; the version is in the name, so that new pins take a new folder. */
export function converterFolder({ cacheFolder }: Pick<Machine, 'cacheFolder'>): string {
  return path.join(cacheFolder, `photos-${converterPins[0]?.version}`)
}

const noBuild = wording<{ readonly system: string }>({
  'zh-CN': ({ system }) => ({
    message: `图片转换程序没有适合这台计算机（${system}）的版本`,
    advice: '在另一台计算机上运行 ziping pack；或用修图软件另存为通知要求的格式，放回 photos/',
  }),
  en: ({ system }) => ({
    message: `The converter of photographs has no build for this machine (${system})`,
    advice: 'Run ziping pack on another one, or save the photographs in the award’s format by hand',
  }),
})

export interface ConverterInstallOptions {
  readonly onProgress?: (stage: InstallStage, what: string) => void
  /** What to fetch instead of the pinned packages, for tests. */
  readonly pins?: readonly PinnedPackage[]
}

/** Fetches the pinned converter into our cache, unless it is there; the folder it is in. */
export async function installConverter(
  machine: Machine,
  options: ConverterInstallOptions = {},
): Promise<string> {
  const target = converterFolder(machine)
  const pins = options.pins ?? pinsFor(machine)
  await installFolder(target, 'sharp', async (folder) => {
    for (const pin of pins) await takePackage(pin, folder, machine, options)
  })
  return target
}

function pinsFor({ platform }: Machine): readonly PinnedPackage[] {
  const system = `${platform}${platform === 'linux' && !hasGlibc() ? 'musl' : ''}-${process.arch}`
  const own = systemPins[system]
  if (own === undefined) throw failure('photos/no-build', noBuild, { system })
  return [...converterPins, ...own]
}

function hasGlibc(): boolean {
  const report: unknown = process.report.getReport()
  return JSON.stringify(report).includes('glibcVersionRuntime')
}

async function takePackage(
  pin: PinnedPackage,
  folder: string,
  machine: Machine,
  { onProgress }: ConverterInstallOptions,
): Promise<void> {
  const what = `${pin.name} ${pin.version}`
  onProgress?.('fetching', what)
  const archive = await fetchPackage(pin, folder, machine)
  onProgress?.('unpacking', what)
  const home = path.join(folder, 'node_modules', pin.name)
  await unpackPackage(archive, async ({ name, kind, content }) => {
    const inside = path.join(home, ...name.split('/').slice(1))
    mkdirSync(kind === 'folder' ? inside : path.dirname(inside), { recursive: true, mode: 0o700 })
    if (kind === 'file')
      await pipeline(Readable.from(content), createWriteStream(inside, { mode: 0o600 }))
  })
  rmSync(archive)
}
