import { type Failure, failure, wording } from '@ziping/diagnostics'
import { parseValue } from './parse-value.ts'
import {
  isDictionary,
  type PdfDictionary,
  PdfReference,
  PdfText,
  type PdfValue,
} from './pdf-syntax.ts'

const foreign = wording<{ readonly reason: string }>({
  'zh-CN': ({ reason }) => ({
    message: `浏览器生成的 PDF 与预期的格式不同（${reason}），无法写入页码和文件信息`,
    advice:
      '运行 ziping browser install 换用经过验证的浏览器；若已如此，请报告这个问题并附上浏览器版本',
  }),
  en: ({ reason }) => ({
    message: `The PDF the browser made is not in the expected form (${reason}); page numbers and metadata cannot be added`,
    advice:
      'Get the browser that was tested: ziping browser install; if that is the one, report its version',
  }),
})

function notSkia(reason: string, cause?: unknown): Failure {
  return failure('pdf/not-skia', foreign, { reason }, { cause })
}

/** A PDF as Chromium writes it, or as we have added to it: classic cross-reference tables, no compressed objects. */
export class SkiaPdf {
  /** The file, a character for a byte. */
  readonly text: string
  readonly size: number
  readonly startXref: number
  readonly rootNumber: number
  readonly infoNumber: number
  readonly #offsets: readonly number[]
  readonly #trailer: PdfDictionary

  constructor(bytes: Uint8Array) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    if (!this.text.startsWith('%PDF-1.')) throw notSkia('%PDF')
    const { startXref, offsets, trailer } = readXref(this.text)
    this.startXref = startXref
    this.#trailer = trailer
    this.#offsets = offsets
    this.size = offsets.length
    this.rootNumber = numberOf(trailer.get('Root'))
    this.infoNumber = numberOf(trailer.get('Info'))
    const start = this.offsetOf(this.infoNumber)
    const info = this.text.slice(start, this.text.indexOf('endobj', start))
    if (!/\/Producer \(.*Skia\/PDF/.test(info)) throw notSkia('Producer')
  }

  get root(): PdfDictionary {
    return this.dictionary(new PdfReference(this.rootNumber))
  }

  /** What identifies the file through all its versions, as hexadecimal digits. */
  get firstId(): string {
    const [first] = this.list(this.#trailer.get('ID'))
    return first instanceof PdfText ? Buffer.from(first.bytes, 'latin1').toString('hex') : ''
  }

  offsetOf(number: number): number {
    const offset = this.#offsets[number]
    if (offset === undefined) throw notSkia(`${number} 0 R`)
    return offset
  }

  /** What a reference stands for; any other value is itself. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    if (!(value instanceof PdfReference)) return value
    const head = /^\s*\d+ \d+ obj\b/.exec(this.text.slice(this.offsetOf(value.number)).slice(0, 40))
    if (head === null) throw notSkia(`${value.number} 0 obj`)
    try {
      return parseValue(this.text, this.offsetOf(value.number) + head[0].length).value
    } catch (cause) {
      throw notSkia(`${value.number} 0 obj`, cause)
    }
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const resolved = this.resolve(value)
    return isDictionary(resolved) ? resolved : new Map()
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const resolved = this.resolve(value)
    return Array.isArray(resolved) ? resolved : []
  }
}

interface Xref {
  readonly startXref: number
  readonly offsets: readonly number[]
  readonly trailer: PdfDictionary
}

const mostUpdates = 16

/** The newest table and, through `/Prev`, those before it; what is newer counts. */
function readXref(text: string): Xref {
  const startXref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN)
  const offsets: number[] = []
  let newest: PdfDictionary | undefined
  let at: PdfValue | undefined = startXref
  for (let update = 0; typeof at === 'number' && update < mostUpdates; update++) {
    const trailer = readTable(text, at, offsets)
    newest ??= trailer
    at = trailer.get('Prev')
  }
  if (newest === undefined) throw notSkia('xref')
  return { startXref, offsets, trailer: newest }
}

/** Reads one table's offsets where there are none yet; its trailer. */
function readTable(text: string, start: number, offsets: number[]): PdfDictionary {
  if (!/^xref\s/.test(text.slice(start, start + 5))) throw notSkia('xref')
  let at = start + 'xref\n'.length
  for (;;) {
    const head = /^(\d+) (\d+)\s*\n/.exec(text.slice(at, at + 40))
    if (head === null) break
    at += head[0].length
    for (let index = 0; index < Number(head[2]); index++, at += 20) {
      const offset = Number(text.slice(at, at + 10))
      if (Number.isNaN(offset) || at > text.length) throw notSkia('xref')
      offsets[Number(head[1]) + index] ??= offset
    }
  }
  const trailer = text.startsWith('trailer', at)
    ? parseValue(text, at + 'trailer'.length).value
    : undefined
  if (!isDictionary(trailer)) throw notSkia('trailer')
  return trailer
}

function numberOf(value: PdfValue | undefined): number {
  if (!(value instanceof PdfReference)) throw notSkia('trailer')
  return value.number
}
