// The one file that meets the library which draws PDF pages: it is loaded by its address, as it was published.

export interface Viewport {
  readonly width: number
  readonly height: number
}

export interface PdfPage {
  getViewport(options: { readonly scale: number }): Viewport
  render(options: {
    readonly canvas: HTMLCanvasElement
    readonly viewport: Viewport
    readonly background?: string
  }): { readonly promise: Promise<void>; cancel(): void }
  getTextContent(): Promise<unknown>
  cleanup(): void
}

export interface PdfDocument {
  getPage(number: number): Promise<PdfPage>
}

interface Task {
  readonly promise: Promise<PdfDocument>
  destroy(): Promise<void>
}

interface TextLayerOptions {
  readonly textContentSource: unknown
  readonly container: HTMLElement
  readonly viewport: Viewport
}

/** The thread that reads PDFs. */
type Worker = object

interface Library {
  readonly PDFWorker: new () => Worker
  readonly GlobalWorkerOptions: { workerSrc: string }
  readonly TextLayer: new (options: TextLayerOptions) => { render(): Promise<void> }
  getDocument(options: Readonly<Record<string, unknown>>): Task
}

const address = '/assets/pdf.mjs'
let library: Promise<Loaded> | undefined

interface Loaded extends Library {
  /** One for all PDFs: to start it takes as long as to draw a page. */
  readonly worker: Worker
}

async function load(): Promise<Loaded> {
  const loaded = (await import(address)) as Library
  loaded.GlobalWorkerOptions.workerSrc = '/assets/pdf.worker.mjs'
  const { GlobalWorkerOptions, PDFWorker, TextLayer, getDocument } = loaded
  return { GlobalWorkerOptions, PDFWorker, TextLayer, getDocument, worker: new PDFWorker() }
}

function ready(): Promise<Loaded> {
  library ??= load()
  return library
}

const open = new Map<string, Promise<Task>>()

/** A PDF by its address, loaded once. */
export async function openPdf(url: string): Promise<PdfDocument> {
  const known = open.get(url) ?? start(url)
  open.set(url, known)
  return (await known).promise
}

async function start(url: string): Promise<Task> {
  const { getDocument, worker } = await ready()
  return getDocument({
    url,
    worker,
    cMapUrl: '/assets/cmaps/',
    standardFontDataUrl: '/assets/standard_fonts/',
    wasmUrl: '/assets/wasm/',
    iccUrl: '/assets/iccs/',
    enableXfa: false,
    isEvalSupported: false,
    disableRange: true,
    disableStream: true,
    verbosity: 0,
  })
}

/** Lets go of all that is shown nowhere any more. */
export function keepOnly(urls: ReadonlySet<string>): void {
  for (const [url, task] of open) {
    if (urls.has(url)) continue
    open.delete(url)
    void task.then((one) => one.destroy()).catch(() => undefined)
  }
}

/** The page's words over its picture: to be selected, and to be read aloud. */
export async function layText(
  page: PdfPage,
  container: HTMLElement,
  viewport: Viewport,
): Promise<void> {
  const { TextLayer } = await ready()
  const textContentSource = await page.getTextContent()
  await new TextLayer({ textContentSource, container, viewport }).render()
}
