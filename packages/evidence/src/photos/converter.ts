// The one file that meets sharp, which is not among what ziping brings along: its machine code is under the LGPL.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { failure, wording } from '@ziping/diagnostics'
import type { Machine } from '@ziping/pdf'
import { converterFolder } from './install-converter.ts'

/** As much of sharp as is used here. */
interface Image {
  autoOrient(): Image
  flatten(options: { readonly background: string }): Image
  resize(options: {
    readonly width: number
    readonly height: number
    readonly fit: 'inside'
    readonly withoutEnlargement: true
  }): Image
  toColourspace(name: 'cmyk' | 'srgb'): Image
  withIccProfile(name: 'cmyk' | 'srgb'): Image
  tiff(options: {
    readonly compression: 'lzw'
    readonly xres: number
    readonly yres: number
    readonly resolutionUnit: 'inch'
  }): Image
  jpeg(options: { readonly quality: number; readonly chromaSubsampling: '4:4:4' }): Image
  png(): Image
  withMetadata(options: { readonly density: number }): Image
  toBuffer(): Promise<Buffer>
}
type Sharp = (
  bytes: Uint8Array,
  options: { readonly failOn: 'error'; readonly limitInputPixels: number },
) => Image

/** What a photograph has to become. */
export interface Target {
  readonly format: 'tiff' | 'jpeg' | 'png'
  readonly colour: 'cmyk' | 'srgb'
  readonly dpi: number
  readonly mostPixels?: readonly [width: number, height: number]
}

/** Converts one photograph; throws where it cannot be decoded. */
export type Converter = (bytes: Uint8Array, target: Target) => Promise<Buffer>

const missing = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: '图片要转换成通知要求的格式，但这台计算机上还没有图片转换程序',
    advice:
      '运行 ziping photos install 下载（约 20 MB，来自 npm）；或用修图软件另存为通知要求的格式，放回 photos/',
  }),
  en: () => ({
    message: 'The photographs have to be converted, and there is no converter on this machine',
    advice:
      'Fetch it with ziping photos install (about 20 MB, from npm), or convert them by hand and put them back into photos/',
  }),
})

const broken = wording<{ readonly reason: string }>({
  'zh-CN': ({ reason }) => ({
    message: `图片转换程序启动不了（${reason}）`,
    advice: '删去缓存文件夹里的 photos 文件夹，重新运行 ziping photos install',
  }),
  en: ({ reason }) => ({
    message: `The converter of photographs does not start (${reason})`,
    advice: 'Delete its folder from the cache and run ziping photos install again',
  }),
})

/** Our cache's own; else one that was installed beside ziping. Never one that lies in a workspace. */
export function findConverter(
  machine: Pick<Machine, 'cacheFolder'>,
  beside: string = import.meta.url,
): string | undefined {
  const home = path.join(converterFolder(machine), 'node_modules/sharp')
  if (existsSync(home)) return entryOf(path.join(home, 'package.json'))
  return entryOf(beside)
}

function entryOf(from: string): string | undefined {
  try {
    return createRequire(from).resolve('sharp')
  } catch {
    return undefined
  }
}

/** Loads the converter; a failure with the way out where there is none. */
export async function openConverter(
  machine: Pick<Machine, 'cacheFolder'>,
  beside?: string,
): Promise<Converter> {
  const entry = findConverter(machine, beside)
  if (entry === undefined) throw failure('photos/no-converter', missing, {})
  const sharp = await loadSharp(entry)
  return async (bytes, target) => {
    const options = { failOn: 'error', limitInputPixels: 400_000_000 } as const
    return written(drawn(sharp(bytes, options), target), target).toBuffer()
  }
}

async function loadSharp(entry: string): Promise<Sharp> {
  try {
    const loaded: { readonly default: Sharp } = await import(pathToFileURL(entry).href)
    return loaded.default
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
    throw failure('photos/converter-broken', broken, { reason }, { cause })
  }
}

/** Upright, on white where it was transparent, in the inks asked for, with the profile that says which inks. */
function drawn(image: Image, { colour, mostPixels }: Target): Image {
  const upright = image.autoOrient().flatten({ background: '#ffffff' })
  const [width, height] = mostPixels ?? []
  const sized =
    width === undefined || height === undefined
      ? upright
      : upright.resize({ width, height, fit: 'inside', withoutEnlargement: true })
  return sized.toColourspace(colour).withIccProfile(colour)
}

function written(image: Image, { format, dpi }: Target): Image {
  switch (format) {
    case 'tiff': {
      const perMillimetre = dpi / 25.4
      const size = { xres: perMillimetre, yres: perMillimetre } as const
      return image.tiff({ compression: 'lzw', ...size, resolutionUnit: 'inch' })
    }
    case 'jpeg':
      return image.withMetadata({ density: dpi }).jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    case 'png':
      return image.withMetadata({ density: dpi }).png()
    default:
      return format satisfies never
  }
}
