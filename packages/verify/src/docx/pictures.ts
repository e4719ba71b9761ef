import { allElements, childOf, type XmlElement } from '@ziping/office-file'
import type { Picture, Sighting } from '../finished-file.ts'
import { pixelSize } from '../pixel-size.ts'
import { findAll, numberOf } from './find-in-part.ts'
import type { DocxPackage } from './open-package.ts'

const emuPerInch = 914_400

/** Every raster picture of the text with its sharpness in print. */
export function picturesIn(root: XmlElement, opened: DocxPackage): readonly Sighting<Picture>[] {
  const targets = opened.targets(opened.document)
  const found: Sighting<Picture>[] = []
  for (const element of allElements(root))
    if (element.name === 'wp:inline' || element.name === 'wp:anchor')
      found.push(...pictureOf(element, targets, opened))
  return found
}

function pictureOf(
  drawing: XmlElement,
  targets: ReadonlyMap<string, string>,
  opened: DocxPackage,
): readonly Sighting<Picture>[] {
  const blips = findAll(drawing, 'a:blip')
  const [blip] = blips
  // Several pictures in one drawing have sizes of their own; a vector has no pixels.
  if (blip === undefined || blips.length > 1 || findAll(blip, 'asvg:svgBlip').length > 0) return []
  const part = targets.get(blip.attributes.get('r:embed') ?? '')
  const head = part === undefined ? undefined : opened.pictureHead(part)
  const pixels = head === undefined ? undefined : pixelSize(head)
  const extent = childOf(drawing, 'wp:extent')
  const width = (numberOf(extent, 'cx') ?? 0) / emuPerInch
  const height = (numberOf(extent, 'cy') ?? 0) / emuPerInch
  if (pixels === undefined || width <= 0 || height <= 0) return []
  const [crop] = findAll(drawing, 'a:srcRect')
  const kept = (a: string, b: string): number =>
    1 - ((numberOf(crop, a) ?? 0) + (numberOf(crop, b) ?? 0)) / 100_000
  const dpi = Math.min(
    (pixels.width * kept('l', 'r')) / width,
    (pixels.height * kept('t', 'b')) / height,
  )
  const name = childOf(drawing, 'wp:docPr')?.attributes.get('name') ?? part?.split('/').at(-1)
  return [{ value: { dpi, name }, where: { text: name ?? '' } }]
}
