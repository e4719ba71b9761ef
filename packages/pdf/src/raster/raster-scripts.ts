import { dotsPerInch, type WantedPage } from './page-picture.ts'

// What runs in the page. Text, because it runs there and not here.

/** Nothing is loaded from anywhere; decoders are WebAssembly, pictures and fonts are made in the page. */
export const emptyPage: string = `<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; font-src data: blob:">`

/** Modules run a little after they are put in. */
export const libraryReady: string = `new Promise((resolve, reject) => {
  const until = Date.now() + 60000
  const look = () => {
    if (globalThis.pdfjsLib !== undefined && globalThis.pdfjsWorker !== undefined) resolve(1)
    else if (Date.now() > until) reject(new Error('pdfjs did not start'))
    else setTimeout(look, 10)
  }
  look()
})`

/** `zipingData` is given by us: the files that the library would fetch. */
export const helpers: string = `(() => {
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  class OurFiles {
    async fetch({ kind, filename }) { return bytesOf(await zipingData(kind, filename)) }
  }
  const base64Of = (blob) => new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
  const encoded = (canvas, type) => new Promise((resolve) => canvas.toBlob(resolve, type, 0.9))
  let task
  globalThis.zipingOpen = async (base64) => {
    await task?.destroy()
    task = pdfjsLib.getDocument({
      data: bytesOf(base64), verbosity: 0, useWorkerFetch: false, BinaryDataFactory: OurFiles,
      cMapUrl: 'ours/', standardFontDataUrl: 'ours/', wasmUrl: 'ours/', enableXfa: false,
    })
    await task.promise
  }
  globalThis.zipingDraw = async (number, box) => {
    const page = await (await task.promise).getPage(number)
    const natural = page.getViewport({ scale: 1 })
    const fit = Math.min(box.width / natural.width, box.height / natural.height)
    const viewport = page.getViewport({ scale: (fit * ${dotsPerInch}) / 72 })
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(viewport.width))
    canvas.height = Math.max(1, Math.round(viewport.height))
    await page.render({ canvas, viewport, intent: 'print', background: '#fff' }).promise
    page.cleanup()
    // Letters and seals are smaller, and unharmed, as PNG; photographs as JPEG.
    const blobs = [await encoded(canvas, 'image/png'), await encoded(canvas, 'image/jpeg')]
    const isSmall = blobs[0].size <= 2 * blobs[1].size || blobs[0].size < 200000
    const best = isSmall ? blobs[0] : blobs[1]
    const drawn = { type: best.type, width: canvas.width, height: canvas.height, data: await base64Of(best) }
    canvas.width = canvas.height = 0
    return drawn
  }
})()`

export function openFile(base64: string): string {
  return `zipingOpen(${JSON.stringify(base64)})`
}

export function drawPage(page: number, box: WantedPage['box']): string {
  return `zipingDraw(${page}, ${JSON.stringify(box)})`
}

/**
 * Draws a picture upright, as a browser shows it, on white and no larger than it may be; undefined where it cannot be
 * decoded. Colour is looked for as in the finished pages: more than a speck that differs clearly from grey.
 */
export function shrinkPicture(
  uri: string,
  most: { readonly width: number; readonly height: number },
): string {
  return `(async (uri, most) => {
  const image = new Image()
  image.src = uri
  try { await image.decode() } catch { return undefined }
  const fit = Math.min(1, most.width / image.naturalWidth, most.height / image.naturalHeight)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.naturalWidth * fit))
  canvas.height = Math.max(1, Math.round(image.naturalHeight * fit))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return undefined
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  const step = 4 * Math.max(1, Math.floor(data.length / 4 / 40000))
  let seen = 0
  let coloured = 0
  for (let at = 0; at < data.length; at += step, seen++)
    if (Math.max(data[at], data[at + 1], data[at + 2]) - Math.min(data[at], data[at + 1], data[at + 2]) > 24) coloured++
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  if (blob === null) return undefined
  const text = await new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result)
    reader.readAsDataURL(blob)
  })
  return { width: canvas.width, height: canvas.height, isColour: coloured > seen * 0.002, data: text.slice(text.indexOf(',') + 1) }
})('${uri}', ${JSON.stringify(most)})`
}
