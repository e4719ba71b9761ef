import { refuseOtherKinds } from './container.ts'
import { OfficeFault } from './office-fault.ts'
import { type Relation, readRelations, relationsPart } from './relations.ts'
import { readXml, type XmlElement } from './xml/read-xml.ts'
import { listZip } from './zip/list-zip.ts'
import { unpack, unpackHead } from './zip/unpack.ts'
import { partKey, type ZipEntry } from './zip/zip-entry.ts'

/** A Word or Excel file; its parts are unpacked and read when they are asked for. Whatever it does may throw an `OfficeFault`. */
export interface OfficeFile {
  /** Everything in it, in the order it lies there. */
  readonly entries: readonly ZipEntry[]
  /** The part that the others belong to: the document, the workbook. */
  readonly main: string | undefined
  /** What lies there under a part's name, packed. */
  entry(part: string): ZipEntry | undefined
  bytes(part: string): Uint8Array | undefined
  /** The first bytes of a part, enough to see what a picture is. */
  head(part: string, most: number): Uint8Array | undefined
  text(part: string): string | undefined
  xml(part: string): XmlElement | undefined
  relations(part: string): ReadonlyMap<string, Relation>
}

/** How many bytes of text a file may unpack to: far above what its kind needs, far below what a machine has. */
export interface TextLimits {
  readonly part: number
  readonly all: number
}

const usualLimits: TextLimits = { part: 64_000_000, all: 200_000_000 }
const mostMedia = 200_000_000
const mostFile = 500_000_000

/** Opens a file whole, or says why not. */
export function openOfficeFile(bytes: Uint8Array, limits: TextLimits = usualLimits): OfficeFile {
  if (bytes.length > mostFile) throw new OfficeFault('too-large')
  refuseOtherKinds(bytes)
  const entries = listZip(bytes)
  const byKey = new Map(entries.map((entry) => [partKey(entry.name), entry]))
  if (!byKey.has('[content_types].xml')) throw new OfficeFault('not-office')
  return fileOf(entries, byKey, limits)
}

function fileOf(
  entries: readonly ZipEntry[],
  byKey: ReadonlyMap<string, ZipEntry>,
  limits: TextLimits,
): OfficeFile {
  let unpacked = 0
  const entry = (part: string): ZipEntry | undefined => byKey.get(partKey(part))
  const text = keeping((part) => {
    const found = entry(part)
    if (found === undefined) return undefined
    const content = unpack(found, limits.part)
    unpacked += content.length
    if (unpacked > limits.all) throw new OfficeFault('too-large')
    return decode(content)
  })
  const xml = keeping((part) => {
    const source = text(part)
    return source === undefined ? undefined : readXml(source)
  })
  const relations = keeping((part) => readRelations(part, xml(relationsPart(part))))
  const main = [...relations('').values()].find(({ type }) => type.endsWith('/officeDocument'))
  return {
    entries,
    main: main?.target,
    entry,
    bytes: (part) => {
      const found = entry(part)
      return found === undefined ? undefined : unpack(found, mostMedia)
    },
    head: (part, most) => {
      const found = entry(part)
      return found === undefined ? undefined : unpackHead(found, most)
    },
    text,
    xml,
    relations,
  }
}

/** Reads each part once. */
function keeping<Content>(read: (part: string) => Content): (part: string) => Content {
  const kept = new Map<string, { readonly content: Content }>()
  return (part) => {
    const known = kept.get(partKey(part)) ?? { content: read(part) }
    kept.set(partKey(part), known)
    return known.content
  }
}

/** UTF-8, or UTF-16 with its mark: Office knows no other. */
function decode(content: Uint8Array): string {
  const [first, second] = content
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content)
  } catch (cause) {
    throw new OfficeFault('broken', { cause })
  }
}
