import { PdfName, PdfReference, PdfText, type PdfValue } from './pdf-syntax.ts'

const whitespace = /[\0\t\n\f\r ]/
const regular = /[^\0\t\n\f\r ()<>[\]{}/%]/
const deepest = 64

/** Reads one value of a PDF (as Latin-1 text) and where it ends; throws where there is none. */
export function parseValue(text: string, from: number): { value: PdfValue; end: number } {
  const parser = new Parser(text, from)
  const value = parser.value(0)
  return { value, end: parser.at }
}

class Parser {
  readonly #text: string
  at: number

  constructor(text: string, at: number) {
    this.#text = text
    this.at = at
  }

  value(depth: number): PdfValue {
    this.#skip()
    if (depth > deepest) throw new SyntaxError('nested too deeply')
    const character = this.#text[this.at] ?? ''
    if (character === '/') return new PdfName(this.#name())
    if (character === '(') return new PdfText(this.#literal())
    if (character === '[') return this.#array(depth)
    if (this.#text.startsWith('<<', this.at)) return this.#dictionary(depth)
    if (character === '<') return new PdfText(this.#hex())
    return this.#word()
  }

  #skip(): void {
    for (;;) {
      while (whitespace.test(this.#text[this.at] ?? '')) this.at++
      if (this.#text[this.at] !== '%') return
      while (this.at < this.#text.length && !/[\r\n]/.test(this.#text[this.at] ?? '')) this.at++
    }
  }

  #run(): string {
    const start = this.at
    while (regular.test(this.#text[this.at] ?? '')) this.at++
    return this.#text.slice(start, this.at)
  }

  #name(): string {
    this.at++
    return this.#run().replace(/#([0-9A-Fa-f]{2})/g, (_, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  }

  #array(depth: number): PdfValue {
    this.at++
    const items: PdfValue[] = []
    for (this.#skip(); this.#text[this.at] !== ']'; this.#skip()) items.push(this.value(depth + 1))
    this.at++
    return items
  }

  #dictionary(depth: number): PdfValue {
    this.at += 2
    const entries = new Map<string, PdfValue>()
    for (this.#skip(); !this.#text.startsWith('>>', this.at); this.#skip()) {
      if (this.#text[this.at] !== '/') throw new SyntaxError('a key is missing')
      const key = this.#name()
      entries.set(key, this.value(depth + 1))
    }
    this.at += 2
    return entries
  }

  #hex(): string {
    const end = this.#text.indexOf('>', this.at)
    if (end < 0) throw new SyntaxError('a string has no end')
    const digits = this.#text.slice(this.at + 1, end).replace(/[^0-9A-Fa-f]/g, '')
    this.at = end + 1
    return Buffer.from(digits.padEnd(digits.length + (digits.length % 2), '0'), 'hex').toString(
      'latin1',
    )
  }

  #literal(): string {
    let result = ''
    let open = 1
    for (this.at++; open > 0; this.at++) {
      const character = this.#text[this.at]
      if (character === undefined) throw new SyntaxError('a string has no end')
      if (character === '\\') result += this.#escaped()
      else if (character === '(') open++
      else if (character === ')') open--
      if (character !== '\\' && open > 0) result += character
    }
    return result
  }

  #escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.#text.slice(this.at + 1, this.at + 4))?.[0]
    if (octal !== undefined) {
      this.at += octal.length
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    }
    const character = this.#text[++this.at] ?? ''
    return escapes[character] ?? character
  }

  /** A number, a reference, or a word. */
  #word(): PdfValue {
    const reference = /^(\d{1,10}) (\d{1,5}) R(?![A-Za-z0-9])/.exec(
      this.#text.slice(this.at, this.at + 24),
    )
    if (reference !== null) {
      this.at += reference[0].length
      return new PdfReference(Number(reference[1]))
    }
    const word = this.#run()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    const number = Number(word)
    if (word === '' || Number.isNaN(number)) throw new SyntaxError(`unexpected ${word}`)
    return number
  }
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
}
