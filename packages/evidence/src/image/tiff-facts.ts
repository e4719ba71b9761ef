import type { ImageColour, ImageFacts } from './image-facts.ts'
import { readTiffTags } from './tiff-tags.ts'

/** Photometric interpretation; 5 is “separated”, of which four inks are CMYK. */
const colours: Readonly<Record<number, ImageColour>> = {
  0: 'gray',
  1: 'gray',
  2: 'rgb',
  3: 'rgb',
  5: 'cmyk',
  6: 'rgb',
}

export function tiffFacts(bytes: Uint8Array): ImageFacts | undefined {
  const tags = readTiffTags(bytes)
  const [width, height] = [tags?.get(256)?.[0], tags?.get(257)?.[0]]
  if (tags === undefined || width === undefined || height === undefined) return undefined
  const scale = { 2: 1, 3: 2.54 }[tags.get(296)?.[0] ?? 2]
  const [horizontal, vertical] = [tags.get(282)?.[0], tags.get(283)?.[0]]
  const ends = (tags.get(273) ?? tags.get(324) ?? []).map(
    (start, index) => start + ((tags.get(279) ?? tags.get(325))?.[index] ?? 0),
  )
  return {
    format: 'tiff',
    width,
    height,
    colour: colours[tags.get(262)?.[0] ?? -1] ?? 'other',
    ...(scale !== undefined && horizontal && vertical
      ? { dpi: [horizontal * scale, vertical * scale] as const }
      : {}),
    orientation: tags.get(274)?.[0] ?? 1,
    hasProfile: tags.has(34675),
    isWhole: ends.length > 0 && ends.every((end) => end <= bytes.length),
  }
}
