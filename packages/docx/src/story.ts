import { type IContext, type IXmlableObject, Paragraph, type XmlComponent } from 'docx'
import { type Child, Element, type Relation, withChild } from './element.ts'

/** Texts of parts that the library leaves places for; the finishing step puts them in. */
export type StoryTexts = string[]

/**
 * Blocks one below another, as one object of the library: it gives the last of them the section's properties, and sees
 * no more of them than a place for each stretch of text between the charts and formulas that it writes itself.
 */
export class Story extends Paragraph {
  readonly #blocks: readonly Element[]
  /** Undefined where the library must see every element: it puts a mark into the first of a footnote. */
  readonly #texts: StoryTexts | undefined
  #section: XmlComponent | undefined

  constructor(blocks: readonly Element[], texts: StoryTexts | undefined) {
    super({})
    this.#blocks = blocks
    this.#texts = texts
  }

  override addSectionProperties(section: XmlComponent): void {
    this.#section = section
  }

  override removeSectionProperties(): void {
    this.#section = undefined
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const blocks =
      this.#section === undefined ? this.#blocks : endSection(this.#blocks, this.#section)
    if (this.#texts !== undefined) return new Flow(this.#texts, context).write(blocks)
    const objects = blocks.map((block) => objectOf(block, context))
    return objects.length === 1 ? objects[0] : objects
  }
}

/** A section's properties stand in those of its last paragraph. */
function endSection(blocks: readonly Element[], section: XmlComponent): readonly Element[] {
  const last = blocks.at(-1)
  const [properties, ...content] = last?.children ?? []
  if (last === undefined || !(properties instanceof Element)) return blocks
  const { name, attributes } = last
  const ending = new Element(name, attributes, [withChild(properties, section), ...content])
  return [...blocks.slice(0, -1), ending]
}

/** XML as text, cut where the library has to write. */
class Flow {
  readonly #texts: StoryTexts
  readonly #context: IContext
  readonly #pieces: IXmlableObject[] = []
  #text = ''

  constructor(texts: StoryTexts, context: IContext) {
    this.#texts = texts
    this.#context = context
  }

  write(blocks: readonly Element[]): IXmlableObject {
    for (const block of blocks) this.#child(block)
    this.#cut()
    return this.#pieces
  }

  #child(child: Child): void {
    if (typeof child === 'string') this.#text += escaped(child)
    else if (child instanceof Element) this.#element(child)
    else {
      this.#cut()
      const written = child.prepForXml(this.#context)
      if (written !== undefined) this.#pieces.push(written)
    }
  }

  #element({ name, attributes, children, relations }: Element): void {
    relate(relations, this.#context)
    this.#text += `<${name}`
    for (const key in attributes) {
      const value = attributes[key]
      if (value !== undefined)
        this.#text += ` ${key}="${typeof value === 'number' ? value : escaped(value)}"`
    }
    if (children.length === 0) {
      this.#text += '/>'
      return
    }
    this.#text += '>'
    for (const child of children) this.#child(child)
    this.#text += `</${name}>`
  }

  #cut(): void {
    if (this.#text === '') return
    this.#pieces.push({ [placeName]: { _attr: { n: this.#texts.length } } })
    this.#texts.push(this.#text)
    this.#text = ''
  }
}

const placeName = 'ziping'
const places = /<ziping n="(\d+)"\/>/g

/** A part with its texts in their places. */
export function withTexts(part: string, texts: readonly string[]): string {
  return part.replaceAll(places, (_, index: string) => texts[Number(index)] ?? '')
}

/** An element as the library's formatter has it. */
function objectOf(
  { name, attributes, children, relations }: Element,
  context: IContext,
): IXmlableObject {
  relate(relations, context)
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const own = given.length === 0 ? [] : [{ _attr: Object.fromEntries(given) }]
  const inside = children.flatMap((child) => {
    if (typeof child === 'string') return [child]
    return child instanceof Element ? [objectOf(child, context)] : (child.prepForXml(context) ?? [])
  })
  if (inside.length === 0) return { [name]: own[0] ?? {} }
  return { [name]: [...own, ...inside] }
}

/** Ids of relationships that a part has already: the same target is one relationship. */
type Relationships = IContext['viewWrapper']['Relationships']
const written = new WeakMap<Relationships, Set<string>>()

function relate(relations: readonly Relation[], { viewWrapper }: IContext): void {
  if (relations.length === 0) return
  const { Relationships: part } = viewWrapper
  const known = written.get(part) ?? new Set()
  written.set(part, known)
  for (const { id, kind, target } of relations) {
    if (known.has(id)) continue
    known.add(id)
    part.addRelationship(id, types[kind], target, kind === 'hyperlink' ? 'External' : undefined)
  }
}

const types: Readonly<Record<Relation['kind'], Parameters<Relationships['addRelationship']>[1]>> = {
  image: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image',
  hyperlink: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink',
}

/** What XML cannot hold is left out; what text of the author cannot spare was made visible before. */
function escaped(text: string): string {
  return special.test(text) ? text.replace(allSpecial, (sign) => entities[sign] ?? '') : text
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const special = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f]/
const allSpecial = new RegExp(special, 'g')
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
