import { FileChild, type IContext, type IXmlableObject, Paragraph, type XmlComponent } from 'docx'

export type Child = XmlComponent | string
type Value = string | number | undefined

/** An element by its name in the schema: for whatever the library has no class for, or none in the right order. */
export class Element extends FileChild {
  constructor(
    name: string,
    attributes: Readonly<Record<string, Value>>,
    children: readonly Child[],
  ) {
    super(name)
    const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
    if (given.length > 0) this.root.push({ _attr: Object.fromEntries(given) })
    for (const child of children) this.root.push(child)
  }

  append(child: XmlComponent): void {
    this.root.push(child)
  }

  remove(child: XmlComponent): void {
    this.root = this.root.filter((one) => one !== child)
  }
}

export function element(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  children: readonly (Child | undefined)[] = [],
): Element {
  return new Element(
    name,
    attributes,
    children.filter((child) => child !== undefined),
  )
}

/** `<w:val w:val="…"/>`, the most usual of all. */
export function valued(name: string, value: string | number): Element {
  return element(name, { 'w:val': value })
}

/** A paragraph whose properties are ours; the library may end a section at it. */
export class BodyParagraph extends Paragraph {
  readonly #properties: Element

  constructor(properties: Element, children: readonly XmlComponent[]) {
    super({})
    this.#properties = properties
    this.root = [properties, ...children]
  }

  override addSectionProperties(section: XmlComponent): void {
    this.#properties.append(section)
  }

  override removeSectionProperties(section: XmlComponent): void {
    this.#properties.remove(section)
  }
}

/** Ids of relationships by what they lead to: the same target is one relationship. */
type Part = IContext['viewWrapper']['Relationships']
const written = new WeakMap<Part, Set<string>>()

/** An element that leads out of its part; the relationship is written where the element is. */
export class RelatedElement extends Element {
  readonly #relations: readonly Relation[]

  constructor(
    name: string,
    attributes: Readonly<Record<string, Value>>,
    children: readonly Child[],
    relations: readonly Relation[],
  ) {
    super(name, attributes, children)
    this.#relations = relations
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const { Relationships: part } = context.viewWrapper
    const known = written.get(part) ?? new Set()
    written.set(part, known)
    for (const { id, kind, target } of this.#relations) {
      if (known.has(id)) continue
      known.add(id)
      part.addRelationship(
        id,
        relationType(kind),
        target,
        kind === 'hyperlink' ? 'External' : undefined,
      )
    }
    return super.prepForXml(context)
  }
}

export interface Relation {
  /** Without the `rId` that the library puts before it. */
  readonly id: string
  readonly kind: 'image' | 'hyperlink'
  readonly target: string
}

function relationType(kind: Relation['kind']): Parameters<Part['addRelationship']>[1] {
  return kind === 'image'
    ? 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'
}
