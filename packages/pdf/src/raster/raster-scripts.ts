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
