import { strFromU8, strToU8, unzipSync } from 'fflate'
import { withFills } from './chart-fills.ts'
import type { Parts } from './library-parts.ts'
import { withTexts } from './story.ts'
import { zip } from './zip.ts'

/** Pictures are packed already: to deflate them takes long and gains nothing. */
const stored = /\.(?:png|jpe?g|gif)$/i

/**
 * What the library cannot do, or does differently in every run: pictures put in as they are, random and process-wide ids
 * made the same, times fixed, parts in a fixed order.
 */
export function finishPackage(
  parts: Parts,
  own: {
    readonly texts: readonly string[]
    readonly parts: ReadonlyMap<string, string>
    readonly pictures: ReadonlyMap<string, Uint8Array>
  },
  faces: { readonly chinese: string; readonly latin: string },
): Uint8Array {
  for (const name of parts.keys())
    if (/^word\/(?:document|header\d+|footer\d+)\.xml$/.test(name))
      edit(parts, name, (text) => withTexts(text, own.texts))
  renameRelations(parts)
  edit(parts, 'word/document.xml', numberDrawings)
  edit(parts, 'word/theme/theme1.xml', (text) => themeFaces(text, faces))
  for (const [name, part] of parts)
    if (name.endsWith('.xlsx') && typeof part !== 'string') parts.set(name, repacked(part))
    else if (/^word\/charts\/chart\d+\.xml$/.test(name))
      edit(parts, name, (text) => withFills(chineseInChart(text, faces.chinese)))
  for (const [name, part] of own.parts) parts.set(name, part)
  for (const [name, picture] of own.pictures) parts.set(name, picture)
  return pack(parts)
}

function edit(parts: Parts, name: string, change: (text: string) => string): void {
  const part = parts.get(name)
  if (typeof part === 'string') parts.set(name, change(part))
}

/** The library names some relationships at random; here they are numbered in the order in which they stand. */
function renameRelations(parts: Parts): void {
  for (const [name, text] of [...parts]) {
    const match = /^(.*)_rels\/(.*)\.rels$/.exec(name)
    if (match === null || typeof text !== 'string') continue
    const ids = [...text.matchAll(/ Id="([^"]+)"/g)].map(([, id = '']) => id)
    const names = new Map(ids.map((id, index) => [id, `rId${index + 1}`]))
    parts.set(name, replaced(text, / Id="([^"]+)"/g, names))
    edit(parts, `${match[1]}${match[2]}`, (source) =>
      replaced(source, / r:(?:id|embed|link)="([^"]+)"/g, names),
    )
  }
}

function replaced(text: string, pattern: RegExp, names: ReadonlyMap<string, string>): string {
  return text.replace(pattern, (whole, id: string) =>
    whole.replace(`"${id}"`, `"${names.get(id) ?? id}"`),
  )
}

/** Ids of drawings must be unique in a document; the library counts on from document to document. */
function numberDrawings(text: string): string {
  let count = 0
  return text.replace(/(<wp:docPr [^>]*?id=")\d+(")/g, (_, head: string, tail: string) => {
    count += 1
    return `${head}${count}${tail}`
  })
}

/** Text that names no face, in charts above all, is drawn in the theme's. */
function themeFaces(
  text: string,
  { chinese, latin }: { readonly chinese: string; readonly latin: string },
): string {
  return text
    .replaceAll(/<a:latin typeface="(?!\+)[^"]*"[^/]*\/>/g, `<a:latin typeface="${latin}"/>`)
    .replaceAll(/<a:ea typeface="(?!\+)[^"]*"[^/]*\/>/g, `<a:ea typeface="${chinese}"/>`)
}

function chineseInChart(text: string, chinese: string): string {
  return text.replaceAll(/<a:ea typeface="[^"]*"\/>/g, `<a:ea typeface="${chinese}"/>`)
}

/** A workbook inside is a zip with times of its own. */
function repacked(workbook: Uint8Array): Uint8Array {
  const parts: Parts = new Map(Object.entries(unzipSync(workbook)))
  const core = parts.get('docProps/core.xml')
  if (core instanceof Uint8Array)
    parts.set(
      'docProps/core.xml',
      strFromU8(core).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '1980-01-01T00:00:00Z'),
    )
  return pack(parts)
}

/** The list of contents first, as readers expect it, the rest by name. */
function pack(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const first = '[Content_Types].xml'
  const names = [...parts.keys()].filter((name) => name !== first).toSorted()
  return zip(
    [first, ...names].flatMap((name) => {
      const part = parts.get(name)
      if (part === undefined) return []
      const bytes = typeof part === 'string' ? strToU8(part) : part
      return [{ name, bytes, stored: stored.test(name) }]
    }),
  )
}
