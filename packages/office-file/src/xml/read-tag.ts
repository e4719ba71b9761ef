import { OfficeFault } from '../office-fault.ts'
import { readValue } from './characters.ts'
import { isForeign, type Scope } from './names.ts'

/** A start tag, taken apart. */
export interface Tag {
  readonly written: string
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly scope: Scope
  readonly isEmpty: boolean
  /** Behind its `>`. */
  readonly end: number
}

type Written = readonly [name: string, value: string]

const noAttributes: ReadonlyMap<string, string> = new Map()

const [tab, line, carriage, space] = [0x09, 0x0a, 0x0d, 0x20]
const [slash, less, equals, greater] = [0x2f, 0x3c, 0x3d, 0x3e]

/** Reads the tag that begins at `start`. */
export function readTag(text: string, start: number, outer: Scope): Tag {
  const nameEnd = endOfName(text, start + 1)
  const written = text.slice(start + 1, nameEnd)
  const pairs: Written[] = []
  let at = nameEnd
  for (;;) {
    const next = skipSpace(text, at)
    const code = text.charCodeAt(next)
    if (code === greater) return tagOf(written, pairs, outer, false, next + 1)
    if (code === slash) {
      if (text.charCodeAt(next + 1) !== greater) throw new OfficeFault('broken')
      return tagOf(written, pairs, outer, true, next + 2)
    }
    // Attributes stand apart; at the end of the text there is no code, and no further name.
    if (next === at || Number.isNaN(code)) throw new OfficeFault('broken')
    at = readAttribute(text, next, pairs)
  }
}

/** The name of an end tag, and where that ends. */
export function readEndTag(text: string, start: number): readonly [written: string, end: number] {
  const nameEnd = endOfName(text, start + 2)
  const end = skipSpace(text, nameEnd)
  if (text.charCodeAt(end) !== greater) throw new OfficeFault('broken')
  return [text.slice(start + 2, nameEnd), end + 1]
}

function readAttribute(text: string, at: number, pairs: Written[]): number {
  const nameEnd = endOfName(text, at)
  const sign = skipSpace(text, nameEnd)
  const open = skipSpace(text, sign + 1)
  const quote = text[open]
  if (text.charCodeAt(sign) !== equals || (quote !== '"' && quote !== "'"))
    throw new OfficeFault('broken')
  const close = text.indexOf(quote, open + 1)
  if (close === -1) throw new OfficeFault('broken')
  pairs.push([text.slice(at, nameEnd), readValue(text.slice(open + 1, close))])
  return close + 1
}

function tagOf(
  written: string,
  pairs: readonly Written[],
  outer: Scope,
  isEmpty: boolean,
  end: number,
): Tag {
  const scope = scopeOf(pairs, outer)
  const attributes = pairs.length === 0 ? noAttributes : attributesOf(pairs, scope)
  return { written, name: scope.element(written), attributes, scope, isEmpty, end }
}

function scopeOf(pairs: readonly Written[], outer: Scope): Scope {
  if (!pairs.some(([name]) => name.startsWith('xmlns'))) return outer
  const declared = pairs.filter(isDeclaration)
  return outer.within(declared.map(([name, uri]) => [name.slice(6), uri]))
}

function isDeclaration([name]: Written): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:')
}

function attributesOf(pairs: readonly Written[], scope: Scope): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let isTwice = false
  for (const pair of pairs) {
    if (isDeclaration(pair)) continue
    const name = scope.attribute(pair[0])
    if (found.has(name)) {
      if (!isForeign(name)) throw new OfficeFault('broken')
      isTwice = true
    } else found.set(name, pair[1])
  }
  if (isTwice || found.size < pairs.length) refuseTwins(pairs)
  return found
}

function refuseTwins(pairs: readonly Written[]): void {
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new OfficeFault('broken')
}

function skipSpace(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at)
    if (code !== space && code !== line && code !== tab && code !== carriage) return at
  }
}

/** Whether what stands there may be a name is seen when it is looked up. */
function endOfName(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= space || code === equals || code === greater || code === slash || code === less)
      return at
  }
  throw new OfficeFault('broken')
}
