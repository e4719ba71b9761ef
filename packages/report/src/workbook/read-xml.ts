import { WorkbookFault } from './workbook-fault.ts'

/** What comes by while a part is read: an element begins or ends, or there is text. */
export interface XmlHandler {
  open?(name: string, attributes: ReadonlyMap<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

/** Goes through a part of a workbook, without document types: they could stand for gigabytes. */
export function readXml(source: string, handler: XmlHandler): void {
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('<', at)
    if (open !== at) handler.text?.(decoded(source.slice(at, open < 0 ? undefined : open)))
    if (open < 0) return
    at = readMarkup(source, open, handler)
  }
}

/** Returns where the markup ends. */
function readMarkup(source: string, open: number, handler: XmlHandler): number {
  if (source.startsWith('<!--', open)) return past(source, '-->', open)
  if (source.startsWith('<?', open)) return past(source, '?>', open)
  if (source.startsWith('<![CDATA[', open)) {
    const end = past(source, ']]>', open)
    handler.text?.(source.slice(open + 9, end - 3))
    return end
  }
  if (source.startsWith('<!', open)) throw new WorkbookFault('broken')
  const end = endOfTag(source, open)
  const isClosing = source[open + 1] === '/'
  const isEmpty = source[end - 1] === '/'
  const inside = source.slice(open + (isClosing ? 2 : 1), isEmpty ? end - 1 : end)
  const name = localName(/^[^\s/>]+/u.exec(inside)?.[0] ?? '')
  if (!isClosing) handler.open?.(name, attributesOf(inside))
  if (isClosing || isEmpty) handler.close?.(name)
  return end + 1
}

function past(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  if (at < 0) throw new WorkbookFault('broken')
  return at + mark.length
}

/** A `>` within quotes ends nothing. */
function endOfTag(source: string, open: number): number {
  let quote = ''
  for (let at = open; at < source.length; at++) {
    const character = source[at] ?? ''
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at
  }
  throw new WorkbookFault('broken')
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of tag.matchAll(
    /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu,
  ))
    attributes.set(localName(name), decoded(double ?? single ?? ''))
  return attributes
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
