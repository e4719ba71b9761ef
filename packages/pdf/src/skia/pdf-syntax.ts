// Objects as they stand in a PDF file: just enough to read what Chromium writes, and to write it back.

export type PdfValue =
  | number
  | boolean
  | null
  | PdfName
  | PdfText
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary

export type PdfDictionary = ReadonlyMap<string, PdfValue>

/** `/Type`; the text is without the slash and with escapes resolved, as Latin-1. */
export class PdfName {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** A string's bytes, as Latin-1. */
export class PdfText {
  readonly bytes: string
  constructor(bytes: string) {
    this.bytes = bytes
  }
}

/** `12 0 R` */
export class PdfReference {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map
}

/** Text as PDF has it: the byte-order mark says that it is UTF-16. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (!(value instanceof PdfText)) return undefined
  const bytes = Buffer.from(value.bytes, 'latin1')
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return value.bytes
  return bytes
    .subarray(2, 2 + ((bytes.length - 2) & ~1))
    .swap16()
    .toString('utf16le')
}

export function pdfText(text: string): PdfText {
  if (/^[\x20-\x7e]*$/.test(text)) return new PdfText(text)
  return new PdfText(`\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`)
}

export function writeValue(value: PdfValue): string {
  if (value instanceof PdfName) return `/${escapeName(value.text)}`
  if (value instanceof PdfReference) return `${value.number} 0 R`
  if (value instanceof PdfText) return writeText(value.bytes)
  if (Array.isArray(value)) return `[${value.map(writeValue).join(' ')}]`
  if (isDictionary(value)) {
    const entries = [...value].map(([key, item]) => `/${escapeName(key)} ${writeValue(item)}`)
    return `<<${entries.join('\n')}>>`
  }
  // PDF has no exponents.
  if (typeof value === 'number') return /e/.test(String(value)) ? value.toFixed(6) : String(value)
  return String(value)
}

function writeText(bytes: string): string {
  if (/^[\x20-\x7e]*$/.test(bytes)) return `(${bytes.replace(/[\\()]/g, '\\$&')})`
  return `<${Buffer.from(bytes, 'latin1').toString('hex').toUpperCase()}>`
}

function escapeName(name: string): string {
  return name.replace(
    /[^!"$&'*+,.0-9:;=?@A-Z\\^_`a-z|~-]/g,
    (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  )
}
