import { Failure } from '@ziping/diagnostics'
import { SaxesParser } from 'saxes'
import { docxUnreadable } from '../failures.ts'

export interface XmlElement {
  /** With the prefix Word uses, whatever the file calls it. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[]
}

/** Nesting in Word's files stays below 60. */
const deepest = 400
/** A report of a hundred pages has some 30 000. */
const mostElements = 1_500_000

/** The names this reader speaks of; those of strict files included. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w:'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r:'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a:'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp:'],
  [/\/markup-compatibility\/2006$/, 'mc:'],
  [/\/word\/2010\/wordprocessingShape$/, 'wps:'],
  [/\/drawing\/2016\/SVG\/main$/, 'asvg:'],
  [/^urn:schemas-microsoft-com:vml$/, 'v:'],
]

/** Reads a part. A document type is refused, so that no entity can expand or fetch anything. */
export function readXml(text: string, file: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const root: OpenElement = { name: '', attributes: new Map(), children: [] }
  const open: OpenElement[] = [root]
  const known = new Map<string, string>()
  let count = 0
  parser.on('error', (cause) => {
    throw docxUnreadable(file, 'broken', cause)
  })
  parser.on('doctype', () => {
    throw docxUnreadable(file, 'document-type')
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    count += 1
    if (count > mostElements || open.length > deepest) throw docxUnreadable(file, 'too-large')
    const found = new Map<string, string>()
    for (const one of Object.values(attributes))
      if (one.prefix !== 'xmlns') found.set(`${prefixOf(one.uri, known)}${one.local}`, one.value)
    const element: OpenElement = {
      name: `${prefixOf(uri, known)}${local}`,
      attributes: found,
      children: [],
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (words) => open.at(-1)?.children.push(words))
  parser.on('cdata', (words) => open.at(-1)?.children.push(words))
  try {
    parser.write(text).close()
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw docxUnreadable(file, 'broken', cause)
  }
  const [only] = root.children.filter((child) => typeof child !== 'string')
  if (only === undefined) throw docxUnreadable(file, 'broken')
  return only
}

function prefixOf(uri: string, known: Map<string, string>): string {
  if (uri === '') return ''
  const found = known.get(uri) ?? prefixes.find(([pattern]) => pattern.test(uri))?.[1] ?? 'x:'
  known.set(uri, found)
  return found
}

export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string')
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(element).find((child) => child.name === name)
}

/** The `w:val` of a child. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('w:val')
}

/** Whether a switch such as `<w:titlePg/>` is on. */
export function switchOf(element: XmlElement | undefined, name: string): boolean {
  const found = childOf(element, name)
  if (found === undefined) return false
  return !['0', 'false', 'off', 'none'].includes(found.attributes.get('w:val') ?? '1')
}

/** A number in an attribute. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const text = element?.attributes.get(name)
  const value = text === undefined ? Number.NaN : Number.parseFloat(text)
  return Number.isFinite(value) ? value : undefined
}

/** The element and all below it, in order. */
export function* allElements(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* allElements(child)
}

export function findAll(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element === undefined ? [] : [...allElements(element)].filter((one) => one.name === name)
}
