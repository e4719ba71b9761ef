/** An element of a part, and where it stands in the part's text: what is not touched can be copied as it was. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
  readonly start: number
  readonly end: number
  /** Where its content begins and ends; both at its end for an empty tag. */
  readonly innerStart: number
  readonly innerEnd: number
}

/** Why a part cannot be read. */
export class XmlFault extends Error {
  readonly why: 'broken' | 'document-type' | 'too-large'

  constructor(why: 'broken' | 'document-type' | 'too-large') {
    super(`xml ${why}`)
    this.why = why
  }
}

interface OpenElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (XmlElement | string)[]
  readonly start: number
  readonly innerStart: number
}

/** Nesting in Word's files stays below 60; a deep one would break whoever walks it. */
const deepest = 400
/** A report of a hundred pages has some 30 000. */
const mostElements = 800_000
const noAttributes: ReadonlyMap<string, string> = new Map()

/** The prefixes this reader speaks of, whatever the file calls them; ISO strict names included. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/word\/2010\/wordml$/, 'w14'],
  [/\/word\/2010\/wordprocessingShape$/, 'wps'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
]

/**
 * Reads a part. It knows no document types and no entities but the five of XML, so that nothing in a file can make it
 * expand or fetch anything; its time grows with the length of the text.
 */
export function readXml(text: string): XmlElement {
  const root: OpenElement = {
    name: '',
    attributes: new Map(),
    children: [],
    start: 0,
    innerStart: 0,
  }
  const open: OpenElement[] = [root]
  const aliases = new Map<string, string>()
  let at = 0
  let count = 0
  while (at < text.length) {
    const here = open.at(-1) ?? root
    const next = text.indexOf('<', at)
    if (next === -1) break
    if (next > at) here.children.push(decodeEntities(text.slice(at, next)))
    const skipped = skipSpecial(text, next, here)
    if (skipped !== undefined) {
      at = skipped
      continue
    }
    const end = tagEnd(text, next)
    if (text[next + 1] === '/') {
      close(open, text.slice(next + 2, end - 1).trim(), aliases, next, end)
    } else {
      count += 1
      if (count > mostElements || open.length > deepest) throw new XmlFault('too-large')
      openTag(open, text, next, end, aliases)
    }
    at = end
  }
  const [only] = root.children.filter((child) => typeof child !== 'string')
  if (open.length !== 1 || only === undefined) throw new XmlFault('broken')
  return only
}

/** Where a comment, an instruction or literal text ends. */
function skipSpecial(text: string, at: number, here: OpenElement): number | undefined {
  if (text.startsWith('<?', at)) return after(text, '?>', at)
  if (text.startsWith('<!--', at)) return after(text, '-->', at)
  if (text.startsWith('<![CDATA[', at)) {
    const end = after(text, ']]>', at)
    here.children.push(text.slice(at + 9, end - 3))
    return end
  }
  if (text.startsWith('<!', at)) throw new XmlFault('document-type')
  return undefined
}

function after(text: string, sign: string, at: number): number {
  const found = text.indexOf(sign, at)
  if (found === -1) throw new XmlFault('broken')
  return found + sign.length
}

/** Behind the tag's `>`; one within quotes does not end it. */
function tagEnd(text: string, at: number): number {
  let quote = ''
  for (let index = at + 1; index < text.length; index++) {
    const character = text[index] ?? ''
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return index + 1
    else if (character === '<') break
  }
  throw new XmlFault('broken')
}

function openTag(
  open: OpenElement[],
  text: string,
  start: number,
  end: number,
  aliases: Map<string, string>,
): void {
  const isEmpty = text[end - 2] === '/'
  const tag = text.slice(start + 1, isEmpty ? end - 2 : end - 1)
  const written = /^[^\s/>]+/.exec(tag)?.[0]
  if (written === undefined) throw new XmlFault('broken')
  const attributes = readAttributes(tag.slice(written.length), aliases)
  const name = known(written, aliases, true)
  const element = { name, attributes, children: [], start, innerStart: end }
  if (isEmpty) open.at(-1)?.children.push({ ...element, end, innerEnd: end })
  else open.push(element)
}

function close(
  open: OpenElement[],
  written: string,
  aliases: ReadonlyMap<string, string>,
  innerEnd: number,
  end: number,
): void {
  const element = open.pop()
  const parent = open.at(-1)
  if (element === undefined || parent === undefined) throw new XmlFault('broken')
  if (element.name !== known(written, aliases, true)) throw new XmlFault('broken')
  parent.children.push({ ...element, innerEnd, end })
}

function readAttributes(tag: string, aliases: Map<string, string>): ReadonlyMap<string, string> {
  if (tag.trim() === '') return noAttributes
  const found = new Map<string, string>()
  const pairs = [...tag.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
  for (const [, name = '', double, single = ''] of pairs)
    if (/^xmlns(?::|$)/.test(name)) learnPrefix(name.slice(6), double ?? single, aliases)
  for (const [, name = '', double, single = ''] of pairs)
    found.set(known(name, aliases, false), decodeEntities(double ?? single))
  return found
}

function learnPrefix(prefix: string, uri: string, aliases: Map<string, string>): void {
  const ours = prefixes.find(([pattern]) => pattern.test(uri))?.[1]
  if (ours !== undefined && ours !== prefix) aliases.set(prefix, ours)
}

function known(written: string, aliases: ReadonlyMap<string, string>, isElement: boolean): string {
  if (aliases.size === 0) return written
  const colon = written.indexOf(':')
  if (colon === -1 && !isElement) return written
  const ours = aliases.get(colon === -1 ? '' : written.slice(0, colon))
  return ours === undefined ? written : `${ours}:${written.slice(colon + 1)}`
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return entities.get(String(name)) ?? whole
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

export function encodeText(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  )
}

/** The elements directly below. */
export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string')
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(element).find((child) => child.name === name)
}

/** The `w:val` of a child, where it has one. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('w:val')
}

/** Whether a switch such as `<w:b/>` is on; undefined where it is not there. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  if (found === undefined) return undefined
  return !['0', 'false', 'off', 'none'].includes(found.attributes.get('w:val') ?? '1')
}

/** The element and all below it, in order. */
export function* allElements(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* allElements(child)
}

export function findElement(element: XmlElement, name: string): XmlElement | undefined {
  for (const one of allElements(element)) if (one.name === name) return one
  return undefined
}

/** All text within, as it stands. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
}
