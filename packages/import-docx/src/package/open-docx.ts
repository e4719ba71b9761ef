import { refuse } from './refusals.ts'
import { elementsOf, readXml, type XmlElement, XmlFault } from './xml.ts'
import { listZip, unpack, type ZipEntry, ZipFault } from './zip.ts'

/** What a part refers to: another part, or an address outside. */
export interface Relationship {
  readonly type: string
  readonly target: string
  readonly isExternal: boolean
}

/** A Word file, taken apart. */
export interface DocxPackage {
  readonly file: string
  readonly entries: readonly ZipEntry[]
  /** The name of the part that holds the text. */
  readonly main: string
  part(name: string): XmlElement | undefined
  /** The text of a part, as it was read. */
  source(name: string): string | undefined
  bytes(name: string): Uint8Array | undefined
  relationships(part: string): ReadonlyMap<string, Relationship>
}

const mostXml = 80_000_000
const mostMedia = 200_000_000
const mostFile = 500_000_000

/** Opens a Word file, or says in one sentence why not. */
export function openDocx(bytes: Uint8Array, file: string): DocxPackage {
  if (bytes.length > mostFile) throw refuse('too-large', file)
  const refusal = refusalOf(bytes)
  if (refusal !== undefined) throw refuse(refusal, file)
  const entries = guarded(file, () => listZip(bytes))
  const names = new Map(entries.map((entry) => [entry.name.replace(/^\//, ''), entry]))
  if (!names.has('[Content_Types].xml')) throw refuse('not-docx', file)
  const carriesMacros = [...names.keys()].some((name) => /vbaProject\.bin$/i.test(name))
  if (carriesMacros || /\.(?:docm|dotm)$/i.test(file)) throw refuse('macros', file)
  const opened = packageOf(file, entries, names)
  if (opened.part(opened.main)?.name !== 'w:document') throw refuse('not-docx', file)
  return opened
}

/** What the first bytes give away. */
function refusalOf(bytes: Uint8Array): 'old-doc' | 'encrypted' | 'not-docx' | undefined {
  const starts = (...signs: readonly number[]) =>
    signs.every((sign, index) => bytes[index] === sign)
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    // An encrypted .docx lies in the same container as a .doc, under this name in UTF-16.
    const head = new TextDecoder('utf-16le').decode(
      bytes.subarray(0, Math.min(bytes.length, 65_536) & ~1),
    )
    const tail = new TextDecoder('utf-16le').decode(
      bytes.subarray(Math.max(0, (bytes.length - 65_536) & ~1)),
    )
    return `${head}${tail}`.includes('EncryptedPackage') ? 'encrypted' : 'old-doc'
  }
  return starts(0x50, 0x4b) ? undefined : 'not-docx'
}

function packageOf(
  file: string,
  entries: readonly ZipEntry[],
  names: ReadonlyMap<string, ZipEntry>,
): DocxPackage {
  const read = new Map<string, { readonly source: string; readonly root: XmlElement } | undefined>()
  const open = (name: string) => {
    if (!read.has(name)) read.set(name, openPart(file, names.get(name)))
    return read.get(name)
  }
  const relationships = (part: string) =>
    readRelationships(part, open(relationshipsName(part))?.root)
  const main = [...relationships('').values()].find(({ type }) => type.endsWith('/officeDocument'))
  return {
    file,
    entries,
    main: main?.target ?? 'word/document.xml',
    part: (name) => open(name)?.root,
    source: (name) => open(name)?.source,
    bytes: (name) => {
      const entry = names.get(name)
      return entry === undefined ? undefined : guarded(file, () => unpack(entry, mostMedia))
    },
    relationships,
  }
}

function openPart(
  file: string,
  entry: ZipEntry | undefined,
): { readonly source: string; readonly root: XmlElement } | undefined {
  if (entry === undefined) return undefined
  return guarded(file, () => {
    const source = decode(unpack(entry, mostXml))
    return { source, root: readXml(source) }
  })
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}

function guarded<Result>(file: string, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof ZipFault || cause instanceof XmlFault) throw refuse(cause.why, file, cause)
    if (cause instanceof RangeError) throw refuse('broken', file, cause)
    throw cause
  }
}

function relationshipsName(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

function readRelationships(
  part: string,
  root: XmlElement | undefined,
): ReadonlyMap<string, Relationship> {
  const found = elementsOf(root).map((element): readonly [string, Relationship] => {
    const written = element.attributes.get('Target') ?? ''
    const isExternal = element.attributes.get('TargetMode') === 'External'
    return [
      element.attributes.get('Id') ?? '',
      {
        type: element.attributes.get('Type') ?? '',
        target: isExternal ? written : resolveTarget(part, written),
        isExternal,
      },
    ]
  })
  return new Map(found)
}

function resolveTarget(part: string, written: string): string {
  if (written.startsWith('/')) return written.slice(1)
  const steps = part.split('/').slice(0, -1)
  for (const step of written.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
