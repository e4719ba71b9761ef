import { createHash } from 'node:crypto'
import { Element, element, type Relation } from './element.ts'
import { emus } from './lengths.ts'

const namespaces = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  svg: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
}
const svgExtension = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}'

/** Kinds of picture every Word and WPS shows. */
export type PictureType = 'png' | 'jpeg' | 'gif'

export interface PlacedPicture {
  readonly bytes: Uint8Array
  readonly type: PictureType
  /** The same picture in lines, for programs that can draw it. */
  readonly svg?: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** The pictures of a document. Their bytes never pass through the library: they are put into the file last, as they are. */
export interface Pictures {
  place(picture: PlacedPicture): Element
  /** Path in the package and content. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export function createPictures(): Pictures {
  const files = new Map<string, Uint8Array>()
  const known = new Map<string, string>()
  const keep = (bytes: Uint8Array, extension: string): Relation => {
    const hash = createHash('sha256').update(bytes).digest('hex')
    const name = known.get(hash) ?? `picture${known.size + 1}.${extension}`
    known.set(hash, name)
    files.set(`word/media/${name}`, bytes)
    return { id: name.replace('.', '-'), kind: 'image', target: `media/${name}` }
  }
  let count = 0
  return {
    files,
    place(picture) {
      count += 1
      const image = keep(picture.bytes, picture.type)
      const svg =
        picture.svg === undefined ? undefined : keep(new TextEncoder().encode(picture.svg), 'svg')
      return inline(picture, count, image, svg)
    },
  }
}

/** The type by what the bytes say: names lie. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const starts = (...head: readonly number[]): boolean =>
    head.every((byte, index) => bytes[index] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png'
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg'
  return starts(0x47, 0x49, 0x46, 0x38) ? 'gif' : undefined
}

function inline(
  picture: PlacedPicture,
  number: number,
  image: Relation,
  svg: Relation | undefined,
): Element {
  const extent = { cx: emus(picture.width), cy: emus(picture.height) }
  // Drawn pictures and charts share one numbering; charts are numbered by the finishing step from 10001.
  const properties = { id: number, name: `图片 ${number}`, descr: picture.alt }
  return element('w:drawing', {}, [
    element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
      element('wp:extent', extent),
      element('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
      element('wp:docPr', properties),
      element('wp:cNvGraphicFramePr', {}, [
        element('a:graphicFrameLocks', { 'xmlns:a': namespaces.a, noChangeAspect: 1 }),
      ]),
      element('a:graphic', { 'xmlns:a': namespaces.a }, [
        element('a:graphicData', { uri: namespaces.pic }, [
          graphic(properties, extent, image, svg),
        ]),
      ]),
    ]),
  ])
}

function graphic(
  properties: Readonly<Record<string, string | number>>,
  extent: { readonly cx: number; readonly cy: number },
  image: Relation,
  svg: Relation | undefined,
): Element {
  return element('pic:pic', { 'xmlns:pic': namespaces.pic }, [
    element('pic:nvPicPr', {}, [
      element('pic:cNvPr', properties),
      element('pic:cNvPicPr', {}, [element('a:picLocks', { noChangeAspect: 1 })]),
    ]),
    element('pic:blipFill', {}, [
      blip(image, svg),
      element('a:stretch', {}, [element('a:fillRect')]),
    ]),
    element('pic:spPr', {}, [
      element('a:xfrm', {}, [element('a:off', { x: 0, y: 0 }), element('a:ext', extent)]),
      element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')]),
    ]),
  ])
}

function blip(image: Relation, svg: Relation | undefined): Element {
  const lines =
    svg === undefined
      ? []
      : [
          element('a:extLst', {}, [
            element('a:ext', { uri: svgExtension }, [
              element('asvg:svgBlip', {
                'xmlns:asvg': namespaces.svg,
                'r:embed': `rId${svg.id}`,
              }),
            ]),
          ]),
        ]
  const relations = svg === undefined ? [image] : [image, svg]
  return new Element('a:blip', { 'r:embed': `rId${image.id}` }, lines, relations)
}
