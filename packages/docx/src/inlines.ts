import type { Place } from '@ziping/diagnostics'
import type { BookInline } from '@ziping/resolve'
import { checkbox } from './checkbox.ts'
import { Element, element, valued } from './element.ts'
import { field, innerLink } from './fields.ts'
import { pageUnknown } from './findings.ts'
import { placeImage } from './images.ts'
import { type RunLook, run, textRuns } from './text-runs.ts'
import { pageOf, placeFor, type Writing } from './writing.ts'

type Kind = Exclude<BookInline['kind'], 'text'>

/** Inlines as the content of a paragraph. */
export function inlineRuns(
  inlines: readonly BookInline[],
  look: RunLook,
  writing: Writing,
  place?: Place,
): readonly Element[] {
  return inlines.flatMap((inline) => inlineRun(inline, look, writing, place))
}

function inlineRun(
  inline: BookInline,
  look: RunLook,
  writing: Writing,
  place: Place | undefined,
): readonly Element[] {
  switch (inline.kind) {
    case 'text':
      return textRuns(inline.value, look)
    case 'code':
      return textRuns(inline.value, { ...look, style: 'CodeText' })
    case 'line-break':
      return [run([element('w:br')], look)]
    case 'link':
      return link(inline.url, inlineRuns(inline.children, linked(look), writing, place), writing)
    case 'reference':
      return reference(inline.anchor, inline.text, look, writing)
    case 'page-of':
      return pageNumber(inline.anchor, look, writing, place)
    case 'note-mark':
      return noteMark(inline.number, inline.anchor, look, writing)
    case 'emphasis':
      return inlineRuns(inline.children, stressed(look, writing), writing, place)
    case 'image':
      return placeImage(inline.image, look, writing, place)
    case 'checkbox':
      return [checkbox(inline.checked, look, writing.faces)]
    default:
      return inlineRuns(inline.children, marked(look, inline.kind), writing, place)
  }
}

/** In the order in which the schema wants the marks. */
const markOrder = [
  'w:b',
  'w:bCs',
  'w:i',
  'w:iCs',
  'w:strike',
  'w:sz',
  'w:szCs',
  'w:u',
  'w:vertAlign',
]
const marks: Readonly<Partial<Record<Kind, readonly (readonly [string, string])[]>>> = {
  strong: [
    ['w:b', '1'],
    ['w:bCs', '1'],
  ],
  deletion: [['w:strike', '1']],
  underline: [['w:u', 'single']],
  subscript: [['w:vertAlign', 'subscript']],
  superscript: [['w:vertAlign', 'superscript']],
}

/** In a book in the face for stress; in other Markdown slanted, which is what other programs look for. */
function stressed(look: RunLook, writing: Writing): RunLook {
  if (writing.slanted)
    return withMarks(look, [
      ['w:i', '1'],
      ['w:iCs', '1'],
    ])
  const face = writing.faces.kai
  if (look.style === undefined) return { ...look, face, style: 'Emphasis' }
  return { ...look, face, font: element('w:rFonts', { 'w:eastAsia': face }) }
}

function marked(look: RunLook, kind: Kind): RunLook {
  return withMarks(look, marks[kind] ?? [])
}

function withMarks(look: RunLook, more: readonly (readonly [string, string])[]): RunLook {
  const own = more.map(([name, value]) => ({ name, value }))
  const kept = (look.markNames ?? []).filter((one) => own.every(({ name }) => name !== one.name))
  const markNames = [...kept, ...own].toSorted(
    (a, b) => markOrder.indexOf(a.name) - markOrder.indexOf(b.name),
  )
  return { ...look, markNames, marks: markNames.map(({ name, value }) => valued(name, value)) }
}

function linked(look: RunLook): RunLook {
  return look.style === undefined ? { ...look, style: 'Hyperlink' } : look
}

/** `#name` leads nowhere in a printed book; its words stay. */
function link(url: string, content: readonly Element[], writing: Writing): readonly Element[] {
  if (url.startsWith('#')) {
    const name = writing.anchors.nameOf(decoded(url.slice(1)))
    return name === undefined ? content : [innerLink(name, content)]
  }
  if (!isAddress(url) || content.length === 0) return content
  const target = encodeAddress(url)
  const id = `link-${writing.links.get(target) ?? writing.links.size + 1}`
  if (!writing.links.has(target)) writing.links.set(target, writing.links.size + 1)
  const relation = { id, kind: 'hyperlink', target } as const
  return [new Element('w:hyperlink', { 'r:id': `rId${id}`, 'w:history': 1 }, content, [relation])]
}

/** Anything else would make Word call the whole file damaged. */
function isAddress(url: string): boolean {
  if (/^(?:https?|mailto|ftp|tel):/i.test(url)) return URL.canParse(url)
  return /^[^\s:\\]+$/u.test(url) && URL.canParse(url, 'https://example.org/')
}

/** Word refuses a file one of whose relationships has a space or a bare per cent sign in it. */
function encodeAddress(url: string): string {
  return encodeURI(url.replace(/%(?![\da-f]{2})/gi, '%25')).replaceAll(/%25([\da-f]{2})/gi, '%$1')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function reference(
  anchor: string | undefined,
  text: string,
  look: RunLook,
  writing: Writing,
): readonly Element[] {
  const name = anchor === undefined ? undefined : writing.anchors.nameOf(anchor)
  if (anchor === undefined || name === undefined) return textRuns(text, look)
  // A field takes its target's words when it is updated; where they differ, a link keeps what was written.
  return writing.anchors.repeats(anchor, text)
    ? field(`REF ${name} \\h`, text, look)
    : [innerLink(name, textRuns(text, look))]
}

function pageNumber(
  anchor: string,
  look: RunLook,
  writing: Writing,
  place: Place | undefined,
): readonly Element[] {
  const name = writing.anchors.nameOf(anchor)
  const page = pageOf(anchor, writing)
  if (page === undefined)
    writing.find(
      pageUnknown(placeFor(place, writing), { text: writing.anchors.wordsOf(anchor) ?? anchor }),
    )
  return name === undefined
    ? textRuns(page ?? '?', look)
    : field(`PAGEREF ${name} \\h`, page ?? '?', look)
}

function noteMark(
  number: number,
  anchor: string,
  look: RunLook,
  writing: Writing,
): readonly Element[] {
  const raised = marked(look, 'superscript')
  const id = writing.footnotes.ids.get(anchor)
  if (id !== undefined) {
    const reference = element('w:footnoteReference', { 'w:id': id })
    return [run([reference], { ...raised, style: 'FootnoteReference' })]
  }
  const name = writing.anchors.nameOf(anchor)
  const text = textRuns(`[${number}]`, raised)
  return name === undefined ? text : [innerLink(name, text)]
}
