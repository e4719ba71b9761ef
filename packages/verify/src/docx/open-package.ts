import { OfficeFault, openOfficeFile, type XmlElement } from '@ziping/office-file'

/** The parts of a Word file; parsed when asked for. */
export interface DocxPackage {
  readonly document: string
  readonly xml: (part: string) => XmlElement | undefined
  /** What a part's relationships lead to, by id; outside targets are left out. */
  readonly targets: (part: string) => ReadonlyMap<string, string>
  /** The first bytes of a picture, where its size stands. */
  readonly pictureHead: (part: string) => Uint8Array | undefined
}

/** In a JPEG the size may stand behind a colour profile and a preview. */
const headBytes = 512_000

/** Opens a Word file; throws an `OfficeFault` where it is none. */
export function openPackage(bytes: Uint8Array): DocxPackage {
  const { main, xml, relations, head } = openOfficeFile(bytes)
  if (main === undefined || xml(main)?.name !== 'w:document') throw new OfficeFault('not-office')
  const targets = (part: string): ReadonlyMap<string, string> => {
    const inside = [...relations(part)].filter(([, { isExternal }]) => !isExternal)
    return new Map(inside.map(([id, { target }]) => [id, target]))
  }
  return { document: main, xml, targets, pictureHead: (part) => head(part, headBytes) }
}
