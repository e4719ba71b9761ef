import { OfficeFault } from '../office-fault.ts'
import { holdsImpossible, readLines, readText } from './characters.ts'
import { isName, outermost, type Scope } from './names.ts'
import { readEndTag, readTag } from './read-tag.ts'

/** What comes by while a part is read, with its place in the part's text. */
export interface XmlHandler {
  /** Names have the prefix Word gives their namespace; declarations of namespaces are no attributes. */
  open?(name: string, attributes: ReadonlyMap<string, string>, start: number, end: number): void
  /** The place of the end tag; of an empty element both are its end. */
  close?(name: string, start: number, end: number): void
  text?(text: string): void
}

/** Nesting in Office's files stays below 60; a deep one would break whoever walks it. */
const deepest = 400
/** A report of a hundred pages has some 30 000. */
const mostElements = 800_000

interface Open {
  readonly written: string
  readonly name: string
  readonly scope: Scope
}

interface Scan {
  readonly text: string
  readonly handler: XmlHandler
  readonly open: Open[]
  count: number
}

/**
 * Goes through a part. What is not well-formed is broken, as it is to Word. It knows no document types and no entities
 * but the five of XML, so that nothing in a file can make it expand or fetch anything; its time grows with the text.
 */
export function scanXml(text: string, handler: XmlHandler): void {
  if (holdsImpossible(text)) throw new OfficeFault('broken')
  const scan: Scan = { text, handler, open: [], count: 0 }
  let at = 0
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const end = next === -1 ? text.length : next
    if (end > at) between(scan, text.slice(at, end))
    if (next === -1) break
    at = markup(scan, next)
  }
  if (scan.open.length > 0 || scan.count === 0) throw new OfficeFault('broken')
}

function between(scan: Scan, raw: string): void {
  if (scan.open.length > 0) scan.handler.text?.(readText(raw))
  else if (/[^ \t\r\n]/.test(raw)) throw new OfficeFault('broken')
}

/** Returns where it ends. */
function markup(scan: Scan, at: number): number {
  switch (scan.text[at + 1]) {
    case '/':
      return endTag(scan, at)
    case '!':
      return aside(scan, at)
    case '?':
      return instruction(scan.text, at)
    default:
      return startTag(scan, at)
  }
}

function startTag(scan: Scan, at: number): number {
  const { text, handler, open } = scan
  // A second root.
  if (open.length === 0 && scan.count > 0) throw new OfficeFault('broken')
  scan.count += 1
  if (scan.count > mostElements || open.length >= deepest) throw new OfficeFault('too-large')
  const tag = readTag(text, at, open.at(-1)?.scope ?? outermost)
  handler.open?.(tag.name, tag.attributes, at, tag.end)
  if (tag.isEmpty) handler.close?.(tag.name, tag.end, tag.end)
  else open.push(tag)
  return tag.end
}

function endTag(scan: Scan, at: number): number {
  const [written, end] = readEndTag(scan.text, at)
  const closed = scan.open.pop()
  if (closed?.written !== written) throw new OfficeFault('broken')
  scan.handler.close?.(closed.name, at, end)
  return end
}

/** A comment or literal text. */
function aside({ text, handler, open }: Scan, at: number): number {
  if (text.startsWith('<!--', at)) {
    // Two hyphens end a comment, or spoil it.
    const end = behind(text, '--', at + 4)
    if (text[end] !== '>') throw new OfficeFault('broken')
    return end + 1
  }
  if (text.startsWith('<![CDATA[', at) && open.length > 0) {
    const end = behind(text, ']]>', at + 9)
    handler.text?.(readLines(text.slice(at + 9, end - 3)))
    return end
  }
  throw new OfficeFault(text.startsWith('<!DOCTYPE', at) ? 'document-type' : 'broken')
}

/** `<?xml …?>` stands at the very beginning or not at all. */
function instruction(text: string, at: number): number {
  const end = behind(text, '?>', at + 2)
  const target = /^[^\s?]+/.exec(text.slice(at + 2, Math.min(end - 2, at + 100)))?.[0] ?? ''
  if (!isName(target) || (/^xml$/i.test(target) && at > 0)) throw new OfficeFault('broken')
  return end
}

function behind(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from)
  if (found === -1) throw new OfficeFault('broken')
  return found + sign.length
}
