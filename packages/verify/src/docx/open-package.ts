import { Failure } from '@ziping/diagnostics'
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { docxUnreadable } from '../failures.ts'
import { readXml, type XmlElement } from './read-xml.ts'

/** The parts of a Word file; parsed when asked for. */
export interface DocxPackage {
  readonly document: string
  readonly xml: (part: string) => XmlElement | undefined
  /** What a part's relationships lead to, by id; outside targets are left out. */
  readonly targets: (part: string) => ReadonlyMap<string, string>
  /** The first bytes of a picture, where its size stands. */
  readonly pictureHead: (part: string) => Uint8Array | undefined
}

/** A report with hundreds of photographs stays far below these. */
const mostEntries = 20_000
const mostXmlBytes = 64_000_000
const mostBytes = 200_000_000
/** In a JPEG the size may stand behind a colour profile and a preview. */
const headBytes = 512_000
/** One such piece unpacks to 66 MB at most, then it is counted. */
const pieceBytes = 64_000

export function openPackage(bytes: Uint8Array, file: string): DocxPackage {
  if (!hasDirectory(bytes)) throw docxUnreadable(file, 'broken')
  const parts = unpack(bytes, file)
  const parsed = new Map<string, XmlElement>()
  const xml = (part: string): XmlElement | undefined => {
    const content = parts.get(part)
    if (content === undefined) return undefined
    const known = parsed.get(part)
    if (known !== undefined) return known
    const root = readXml(decode(content), file)
    parsed.set(part, root)
    return root
  }
  const targets = (part: string): ReadonlyMap<string, string> => relationships(xml, part)
  const document = documentPart(xml)
  if (document === undefined || !parts.has(document)) throw docxUnreadable(file, 'not-word')
  return { document, xml, targets, pictureHead: (part) => parts.get(part) }
}

/** A file that was cut off has lost the list at its end. */
function hasDirectory(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return end.lastIndexOf('PK\x05\x06', undefined, 'latin1') >= Math.max(0, bytes.length - 66_000)
}

function unpack(bytes: Uint8Array, file: string): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  let entries = 0
  let total = 0
  const take = (entry: UnzipFile): void => {
    entries += 1
    if (entries > mostEntries) throw docxUnreadable(file, 'too-large')
    const isXml = /\.(?:xml|rels)$/i.test(entry.name)
    if (!isXml && !/\/media\//.test(entry.name)) return
    const chunks: Uint8Array[] = []
    let size = 0
    entry.ondata = (fault, chunk, isLast) => {
      // What is thrown below comes back as a fault of the unpacking.
      if (fault !== null)
        throw fault instanceof Failure ? fault : docxUnreadable(file, 'broken', fault)
      size += chunk.length
      if (isXml) total += chunk.length
      if (isXml && (size > mostXmlBytes || total > mostBytes))
        throw docxUnreadable(file, 'too-large')
      if (isXml || size - chunk.length < headBytes) chunks.push(chunk)
      if (isLast) parts.set(entry.name.replaceAll('\\', '/'), Buffer.concat(chunks))
    }
    entry.start()
  }
  const unzip = new Unzip(take)
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length)
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw docxUnreadable(file, 'broken', cause)
  }
  return parts
}

function decode(content: Uint8Array): string {
  const isUtf16 = content[0] === 0xff && content[1] === 0xfe
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(content)
}

function documentPart(xml: DocxPackage['xml']): string | undefined {
  for (const one of xml('_rels/.rels')?.children ?? [])
    if (typeof one !== 'string' && /\/officeDocument$/.test(one.attributes.get('Type') ?? '')) {
      const target = (one.attributes.get('Target') ?? '').replace(/^\//, '')
      return target.endsWith('.xml') && /document\d*\.xml$/i.test(target) ? target : undefined
    }
  return undefined
}

function relationships(xml: DocxPackage['xml'], part: string): ReadonlyMap<string, string> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const listed = xml(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  const found = new Map<string, string>()
  for (const one of listed?.children ?? []) {
    if (typeof one === 'string' || one.attributes.get('TargetMode') === 'External') continue
    const target = one.attributes.get('Target') ?? ''
    found.set(one.attributes.get('Id') ?? '', resolvePath(folder, target))
  }
  return found
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  return steps.join('/')
}
