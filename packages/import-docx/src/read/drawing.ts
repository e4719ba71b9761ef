import { allElements, findElement, type XmlElement } from '@ziping/office-file'
import { readChart } from './chart.ts'
import type { Piece } from './piece.ts'
import type { Reading } from './reading.ts'
import { textBoxesIn } from './text-box.ts'
import { altOf, visibleText } from './words.ts'

/** A drawing of Word: pictures, a chart, text boxes; what is none of them is told. */
export function readDrawing(drawing: XmlElement, reading: Reading): readonly Piece[] {
  const width = Number(findElement(drawing, 'wp:extent')?.attributes.get('cx'))
  const blips = [...allElements(drawing)].filter(({ name }) => name === 'a:blip')
  const boxes = textBoxesIn(drawing, reading)
  const alt = altOf(drawing)
  const pictures = blips
    .filter((blip) => !isInside(blip, drawing, 'w:txbxContent'))
    .flatMap((blip) => pictureOf(blip, alt, width, reading))
  const crop = findElement(drawing, 'a:srcRect')
  if (pictures.length > 0 && crop !== undefined && crop.attributes.size > 0)
    reading.losses.add('picture-cropped', alt)
  const chart = findElement(drawing, 'c:chart')?.attributes.get('r:id')
  const charts = chart === undefined ? [] : readChart(chart, alt, reading)
  if (blips.length === 0 && boxes.length === 0 && charts.length === 0)
    reading.losses.add('drawing-lost', alt === '' ? visibleText(drawing) : alt)
  return [...pictures, ...charts, ...boxes]
}

function isInside(element: XmlElement, root: XmlElement, name: string): boolean {
  return [...allElements(root)].some(
    (other) => other.name === name && other.start < element.start && other.end > element.end,
  )
}

function pictureOf(
  blip: XmlElement,
  alt: string,
  width: number,
  reading: Reading,
): readonly Piece[] {
  // The vector original stands beside the picture that old programs show; that one always prints.
  const id = blip.attributes.get('r:embed')
  return picture(id, alt, width, reading)
}

function picture(
  id: string | undefined,
  alt: string,
  width: number,
  reading: Reading,
): readonly Piece[] {
  const target = id === undefined ? undefined : reading.docx.relations(reading.part).get(id)
  if (target === undefined || target.isExternal) {
    reading.losses.add('picture-missing', target?.target ?? alt)
    return []
  }
  const found = { part: target.target, alt, ...(width > 0 ? { width } : {}) }
  return [{ kind: 'picture', picture: found }]
}

/** Word 97's drawings, which WPS still writes. */
export function readVml(element: XmlElement, reading: Reading): readonly Piece[] {
  const images = [...allElements(element)].filter(({ name }) => name === 'v:imagedata')
  const boxes = textBoxesIn(element, reading)
  const pictures = images.flatMap((image) =>
    picture(image.attributes.get('r:id'), image.attributes.get('o:title') ?? '', 0, reading),
  )
  const isRule = [...allElements(element)].some(({ attributes }) => attributes.has('o:hr'))
  if (images.length === 0 && boxes.length === 0 && !isRule) reading.losses.add('drawing-lost')
  return [...pictures, ...boxes]
}

/** An embedded object comes as the picture that stands for it. */
export function readObject(element: XmlElement, reading: Reading): readonly Piece[] {
  const image = findElement(element, 'v:imagedata')?.attributes.get('r:id')
  reading.losses.add('drawing-lost', findElement(element, 'o:OLEObject')?.attributes.get('ProgID'))
  return image === undefined ? [] : picture(image, '', 0, reading)
}
