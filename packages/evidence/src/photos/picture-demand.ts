import { type Award, isSpecified } from '@ziping/award'
import type { ImageFacts } from '../image/image-facts.ts'
import type { Target } from './converter.ts'

/** What an award asks of the organization's pictures, in the terms of a converter. */
export interface PictureDemand {
  readonly target?: Target
  /** The ending of the file's name. */
  readonly extension?: string
  readonly leastPixels?: readonly [width: number, height: number]
  readonly leastMm?: readonly [width: number, height: number]
  readonly mostFiles?: number
}

/** What the notice leaves open stays open: nothing is converted that nobody asked for. */
export function pictureDemand({ pictures }: Pick<Award, 'pictures'>): PictureDemand {
  const [rule] = isSpecified(pictures) ? pictures : []
  if (rule === undefined) return {}
  const [extension] = isSpecified(rule.formats) ? rule.formats : []
  const dpi = isSpecified(rule.dpi) ? rule.dpi : 300
  const [width, height] = isSpecified(rule.minMm) ? rule.minMm : []
  const pixels = (millimetres: number): number => Math.ceil((millimetres / 25.4) * dpi)
  const format = extension === undefined ? undefined : formats[extension.toLowerCase()]
  const [mostWide, mostHigh] = isSpecified(rule.maxPx) ? rule.maxPx : []
  const target: Target | undefined =
    format === undefined
      ? undefined
      : {
          format,
          colour: isSpecified(rule.color) && rule.color === 'CMYK' ? 'cmyk' : 'srgb',
          dpi,
          ...(mostWide === undefined || mostHigh === undefined
            ? {}
            : { mostPixels: [mostWide, mostHigh] as const }),
        }
  return {
    ...(target === undefined ? {} : { target }),
    ...(extension === undefined ? {} : { extension }),
    ...(width === undefined || height === undefined
      ? {}
      : {
          leastPixels: [pixels(width), pixels(height)] as const,
          leastMm: [width, height] as const,
        }),
    ...(isSpecified(rule.maxFiles) ? { mostFiles: rule.maxFiles } : {}),
  }
}

const formats: Readonly<Record<string, Target['format']>> = {
  tif: 'tiff',
  tiff: 'tiff',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
}

/** Width and height as it is looked at. */
export function uprightSize({ width, height, orientation }: ImageFacts): readonly [number, number] {
  return orientation >= 5 ? [height, width] : [width, height]
}

/** Whether a file may be handed in as it is. */
export function isAsDemanded(facts: ImageFacts, { target }: PictureDemand): boolean {
  if (target === undefined) return true
  const { format, colour, dpi, orientation, width, height, hasProfile } = facts
  const isColour = target.colour === 'cmyk' ? colour === 'cmyk' && hasProfile : colour !== 'cmyk'
  const isFine = facts.dpi?.every((one) => Math.abs(one - target.dpi) < 0.5) === true
  const [mostWide = Infinity, mostHigh = Infinity] = target.mostPixels ?? []
  const isWithin = width <= mostWide && height <= mostHigh
  return (
    format === target.format &&
    isColour &&
    isFine &&
    orientation === 1 &&
    isWithin &&
    dpi !== undefined
  )
}
