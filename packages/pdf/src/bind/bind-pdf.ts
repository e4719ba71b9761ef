import { releaseMemory } from '../release-memory.ts'
import { streamObject } from '../skia/append-objects.ts'
import { type PdfDictionary, PdfReference, writeValue } from '../skia/pdf-syntax.ts'
import { pageNumbers } from '../skia/read-layout.ts'
import { SkiaPdf } from '../skia/skia-pdf.ts'
import { ScanCarrier } from './embed-scans.ts'
import { fitted, fittedPicture, type Matrix } from './fit.ts'
import type { ForeignPdf, PlacedPage, Placement } from './placement.ts'
import { latin1, UpdateStream } from './update-stream.ts'

export interface BindOptions {
  /** Told what is being put in, file by file and picture by picture. */
  readonly onProgress?: (done: number, count: number) => void
}

/** The bound book in one piece. */
export async function bindPdf(
  book: Uint8Array,
  placements: readonly Placement[],
  options: BindOptions = {},
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of boundPdf(book, placements, options)) pieces.push(piece)
  return pieces.length === 1 ? book : Buffer.concat(pieces)
}

/**
 * Puts scans and pictures into a printed book. The book brings a page for each, with number, heading and bookmark of its
 * own, so numbering, tags, links and labels stay as they were printed; every byte of the book stays where it is. One file
 * at a time is open, and what has been given away is forgotten: a gigabyte of scans takes no more room than the largest.
 */
export async function* boundPdf(
  book: Uint8Array,
  placements: readonly Placement[],
  options: BindOptions = {},
): AsyncGenerator<Uint8Array> {
  if (placements.length === 0) {
    yield book
    return
  }
  const pdf = new SkiaPdf(book)
  const update = new UpdateStream(pdf)
  yield* update.begin(book)
  const drawn = new Map<Placement, Drawn>()
  const nextNumber = yield* put(placements, update, pdf.size, drawn, options)
  const pages = pageNumbers(pdf)
  const changed = new Map<number, PdfDictionary>()
  for (const [index, placement] of placements.entries()) {
    const object = drawn.get(placement)
    const number = pages[placement.page - 1]
    if (number === undefined) throw new Error(`there is no page ${placement.page}`)
    const content = nextNumber + index
    const name = `Scan${index}`
    yield* update.object(content, latin1(object === undefined ? nothing : drawing(name, object)))
    if (object === undefined) continue
    const entries = changed.get(number) ?? pdf.dictionary(new PdfReference(number))
    changed.set(number, underlaid(pdf, entries, name, object.number, content))
  }
  for (const [number, entries] of changed) yield* update.object(number, latin1(writeValue(entries)))
  yield update.end()
}

/** An object that a page draws, and how. */
interface Drawn {
  readonly number: number
  readonly matrix: Matrix
}

/** First all scans, file by file, then all pictures; returns the first number that is still free. */
async function* put(
  placements: readonly Placement[],
  update: UpdateStream,
  firstNumber: number,
  drawn: Map<Placement, Drawn>,
  { onProgress }: BindOptions,
): AsyncGenerator<Uint8Array, number> {
  const sources = bySource(placements)
  const pictures = placements.filter((one) => 'picture' in one)
  const count = sources.size + pictures.length
  let done = 0
  const carrier = await ScanCarrier.open(firstNumber)
  for (const [source, pages] of sources) {
    const { forms, objects } = await carrier.embed(source, pages)
    for (const [own, bytes] of objects) yield* update.object(own, bytes)
    for (const [page, form] of forms)
      drawn.set(page, { number: form.number, matrix: fitted(form, page.box) })
    onProgress?.(++done, count)
  }
  let number = carrier.nextNumber
  if (pictures.length > 0) releaseMemory()
  for (const placement of pictures) {
    const picture = await placement.picture()
    onProgress?.(++done, count)
    if (picture === undefined) continue
    const { bytes, width, height } = picture
    const head = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${bytes.length}>> stream\n`
    yield* update.object(number, latin1(head), bytes, latin1('\nendstream'))
    drawn.set(placement, { number, matrix: fittedPicture(picture, placement.box) })
    number++
  }
  return number
}

function bySource(placements: readonly Placement[]): ReadonlyMap<ForeignPdf, PlacedPage[]> {
  const sources = new Map<ForeignPdf, PlacedPage[]>()
  for (const placement of placements) {
    if (!('source' in placement)) continue
    const pages = sources.get(placement.source)
    if (pages === undefined) sources.set(placement.source, [placement])
    else pages.push(placement)
  }
  return sources
}

/** What a page draws whose picture could not be had. */
const nothing = streamObject('', '')

/** An artifact to screen readers: the page's own heading says what it is. */
function drawing(name: string, { matrix }: Drawn): string {
  const numbers = matrix.map((number) => Number(number.toFixed(5))).join(' ')
  return streamObject('', `/Artifact BMC q ${numbers} cm /${name} Do Q EMC`)
}

/** The scan is drawn first, so that the page's own number stands above its grey edge. */
function underlaid(
  pdf: SkiaPdf,
  page: PdfDictionary,
  name: string,
  form: number,
  content: number,
): PdfDictionary {
  const resources = new Map(pdf.dictionary(page.get('Resources')))
  const objects = new Map(pdf.dictionary(resources.get('XObject')))
  objects.set(name, new PdfReference(form))
  resources.set('XObject', objects)
  const before = page.get('Contents')
  const drawn = Array.isArray(before) ? before : before === undefined ? [] : [before]
  return new Map(page)
    .set('Resources', resources)
    .set('Contents', [new PdfReference(content), ...drawn])
}
