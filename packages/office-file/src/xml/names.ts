import { OfficeFault } from '../office-fault.ts'

/** The namespaces spoken of here, by the prefix Word gives them whatever a file calls them; ISO strict names included. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w:'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r:'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm:'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a:'],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp:'],
  [/\/drawingml\/(?:2006\/)?picture$/, 'pic:'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c:'],
  [/\/markup-compatibility\/2006$/, 'mc:'],
  [/\/word\/2010\/wordml$/, 'w14:'],
  [/\/word\/2010\/wordprocessingShape$/, 'wps:'],
  [/\/drawing\/2016\/SVG\/main$/, 'asvg:'],
  [/^urn:schemas-microsoft-com:vml$/, 'v:'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o:'],
  // Parts of one namespace, in which Office writes no prefix.
  [/\/spreadsheetml\/(?:2006\/)?main$/, ''],
  [/\/package\/2006\/(?:relationships|content-types)$/, ''],
  [/\/officeDocument\/(?:2006\/)?(?:extended-properties|extendedProperties)$/, ''],
]

/** Whatever else there is. */
const foreign = 'x:'

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
/** Word opens a scope for each picture, never one in the other more than a few deep. */
const deepestScope = 50
const nameStart =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const name = `[${nameStart}][${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`
const qualified = new RegExp(`^(?:(${name}):)?(${name})$`, 'u')

export function isName(text: string): boolean {
  return qualified.test(text)
}

/** Where prefixes mean what they mean: within the element that declares them. */
export class Scope {
  readonly #outer: Scope | undefined
  readonly #depth: number
  /** What was declared here, and what was looked up further out. */
  readonly #prefixes: Map<string, string>
  readonly #elements = new Map<string, string>()
  readonly #attributes = new Map<string, string>()

  constructor(declared: ReadonlyMap<string, string>, outer?: Scope) {
    this.#prefixes = new Map(declared)
    this.#outer = outer
    this.#depth = outer === undefined ? 0 : outer.#depth + 1
    if (this.#depth > deepestScope) throw new OfficeFault('too-large')
  }

  /** The scope of an element with these declarations: its own only where they change something. */
  within(declarations: readonly (readonly [prefix: string, uri: string])[]): Scope {
    const changed = declarations
      .map(([prefix, uri]) => [prefix, prefixOf(prefix, uri)] as const)
      .filter(([prefix, ours]) => this.#find(prefix) !== ours)
    return changed.length === 0 ? this : new Scope(new Map(changed), this)
  }

  element(written: string): string {
    const known = this.#elements.get(written)
    if (known !== undefined) return known
    const [prefix, local] = parted(written)
    const ours = this.#find(prefix) ?? (prefix === '' ? '' : undefined)
    if (ours === undefined) throw new OfficeFault('broken')
    this.#elements.set(written, `${ours}${local}`)
    return `${ours}${local}`
  }

  /** Without a prefix an attribute belongs to its element, not to a namespace. */
  attribute(written: string): string {
    const known = this.#attributes.get(written)
    if (known !== undefined) return known
    const [prefix, local] = parted(written)
    const ours = prefix === '' ? '' : this.#find(prefix)
    if (ours === undefined) throw new OfficeFault('broken')
    this.#attributes.set(written, `${ours}${local}`)
    return `${ours}${local}`
  }

  #find(prefix: string): string | undefined {
    const known = this.#prefixes.get(prefix)
    if (known !== undefined || this.#outer === undefined) return known
    const found = this.#outer.#find(prefix)
    if (found !== undefined) this.#prefixes.set(prefix, found)
    return found
  }
}

export const outermost: Scope = new Scope(new Map([['xml', 'xml:']]))

/** Two names that are one to the reader, but may be two in the file. */
export function isForeign(ours: string): boolean {
  return ours.startsWith(foreign)
}

function parted(written: string): readonly [prefix: string, local: string] {
  const [, prefix = '', local] = qualified.exec(written) ?? []
  if (local === undefined || prefix === 'xmlns') throw new OfficeFault('broken')
  return [prefix, local]
}

function prefixOf(prefix: string, uri: string): string {
  const isReserved = (prefix === 'xml') !== (uri === xmlNamespace) || prefix === 'xmlns'
  if (isReserved || (uri === '' && prefix !== '')) throw new OfficeFault('broken')
  if (prefix === 'xml') return 'xml:'
  if (uri === '') return ''
  return spoken.find(([pattern]) => pattern.test(uri))?.[1] ?? foreign
}
