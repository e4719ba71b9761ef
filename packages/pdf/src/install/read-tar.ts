import type { Readable } from 'node:stream'

/** A file of an archive; its content must be read, or passed over, before the next. */
export interface TarEntry {
  readonly name: string
  readonly kind: 'file' | 'folder'
  readonly size: number
  readonly isProgram: boolean
  readonly content: AsyncIterable<Buffer>
}

const block = 512

/** Files and folders of a tar archive. Anything else in it, or a name that leads elsewhere, is refused. */
export async function* readTar(stream: Readable): AsyncIterable<TarEntry> {
  const source = new Source(stream)
  let longName: string | undefined
  for (;;) {
    const head = await source.take(block)
    if (head === undefined || head.every((byte) => byte === 0)) return
    if (!checksumIsRight(head)) throw new TarError('checksum')
    const size = octal(head, 124, 12)
    const type = String.fromCharCode(head[156] ?? 0)
    if (type === 'L' || type === 'x' || type === 'g') {
      const text = (await source.whole(size)).toString('utf8')
      longName = type === 'g' ? longName : extendedName(type, text)
      continue
    }
    const kind = type === '5' ? 'folder' : type === '0' || type === '\0' ? 'file' : undefined
    const name = longName ?? nameOf(head)
    longName = undefined
    if (kind === undefined) throw new TarError(`${name}: ${type}`)
    if (!isInside(name)) throw new TarError(name)
    const isProgram = (octal(head, 100, 8) & 0o100) !== 0
    const rest = { left: kind === 'file' ? size : 0 }
    yield { name, kind, size, isProgram, content: source.contentOf(rest) }
    for await (const _ of source.contentOf(rest)); // what was passed over
    await source.skipTo(size)
  }
}

export class TarError extends Error {}

class Source {
  readonly #chunks: AsyncIterator<Buffer>
  #buffer: Buffer = Buffer.alloc(0)

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** Exactly so many bytes; undefined at the end. */
  async take(length: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [this.#buffer]
    let have = this.#buffer.length
    while (have < length) {
      const { done, value } = await this.#chunks.next()
      if (done === true) {
        if (have === 0) return undefined
        throw new TarError('cut short')
      }
      parts.push(value)
      have += value.length
    }
    const all = parts.length === 1 ? this.#buffer : Buffer.concat(parts)
    this.#buffer = all.subarray(length)
    return all.subarray(0, length)
  }

  async *contentOf(rest: { left: number }): AsyncIterable<Buffer> {
    while (rest.left > 0) {
      const part = await this.take(Math.min(rest.left, Math.max(this.#buffer.length, block)))
      if (part === undefined) throw new TarError('cut short')
      rest.left -= part.length
      yield part
    }
  }

  async whole(size: number): Promise<Buffer> {
    if (size > 1 << 20) throw new TarError('long name')
    const content = (await this.take(size)) ?? Buffer.alloc(0)
    await this.skipTo(size)
    return content
  }

  /** Content is filled up to whole blocks. */
  async skipTo(size: number): Promise<void> {
    const fill = (block - (size % block)) % block
    if (fill > 0) await this.take(fill)
  }
}

function nameOf(head: Buffer): string {
  const isUstar = text(head, 257, 5) === 'ustar'
  const prefix = isUstar ? text(head, 345, 155) : ''
  const name = text(head, 0, 100)
  return prefix === '' ? name : `${prefix}/${name}`
}

function extendedName(type: string, content: string): string | undefined {
  if (type === 'L') return content.replace(/\0.*$/s, '')
  return /^\d+ path=(.*)$/m.exec(content)?.[1]
}

function isInside(name: string): boolean {
  const parts = name.split('/')
  return name !== '' && !/[\\:\0]/.test(name) && !name.startsWith('/') && !parts.includes('..')
}

function checksumIsRight(head: Buffer): boolean {
  const blanked = Buffer.from(head).fill(0x20, 148, 156)
  return blanked.reduce((sum, byte) => sum + byte, 0) === octal(head, 148, 8)
}

function octal(head: Buffer, at: number, length: number): number {
  const digits = text(head, at, length).trim()
  if (!/^[0-7]*$/.test(digits)) throw new TarError('number')
  return Number.parseInt(digits || '0', 8)
}

function text(head: Buffer, at: number, length: number): string {
  const end = head.indexOf(0, at)
  return head.toString('utf8', at, end < 0 || end > at + length ? at + length : end)
}
