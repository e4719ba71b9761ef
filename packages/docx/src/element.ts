import type { XmlComponent } from 'docx'

/** Text, an element of ours, or what only the library can write: a chart, a formula. */
export type Child = Element | XmlComponent | string
export type Value = string | number | undefined

/**
 * An element by its name in the schema. A book has hundreds of thousands: the library's own objects, each with its
 * formatting step, cost several times what all the rest of a Word file does, so the library never sees these.
 */
export class Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, Value>>
  readonly children: readonly Child[]
  /** What the element leads to outside its part. */
  readonly relations: readonly Relation[]

  constructor(
    name: string,
    attributes: Readonly<Record<string, Value>>,
    children: readonly Child[],
    relations: readonly Relation[] = none,
  ) {
    this.name = name
    this.attributes = attributes
    this.children = children
    this.relations = relations
  }
}

export interface Relation {
  /** Without the `rId` that the library puts before it. */
  readonly id: string
  readonly kind: 'image' | 'hyperlink'
  readonly target: string
}

const none: readonly never[] = []

export function element(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  children: readonly (Child | undefined)[] = none,
): Element {
  return new Element(
    name,
    attributes,
    children.filter((child) => child !== undefined),
  )
}

/** `<w:val w:val="…"/>`, the most usual of all. */
export function valued(name: string, value: string | number): Element {
  return new Element(name, { 'w:val': value }, none)
}

/** The same element with one more child behind the others. */
export function withChild(
  { name, attributes, children, relations }: Element,
  child: Child,
): Element {
  return new Element(name, attributes, [...children, child], relations)
}
