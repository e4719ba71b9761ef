import type { Definition, ImageReference, Image as MdImage, PhrasingContent } from 'mdast'
import type { Image, Inline, Span } from '../inline.ts'
import { codeSpans } from './code-spans.ts'
import { pairTags, type Tag } from './html-tags.ts'
import { convertLink, type LinkTarget } from './links.ts'
import type { Lost } from './loss.ts'
import type { Masked, MaskedText } from './masked-text.ts'
import { textLines, typedLines } from './text-lines.ts'
import { mergeTexts } from './texts.ts'
import { unshield } from './units.ts'

/** What inline conversion needs to know of the text it stands in. */
export interface InlineContext {
  readonly text: MaskedText
  readonly definitions: ReadonlyMap<string, Definition>
  readonly lost: Lost
}

/** Marks inside marks inside marks: deeper than this they print as typed. */
const deepestMarks = 24

/** Inline content; labels that follow no image are left to whoever knows what they could label. */
export function convertInlines(
  nodes: readonly PhrasingContent[],
  context: InlineContext,
  depth = 0,
): readonly Inline[] {
  const converted = nodes.flatMap((node) => convertInline(node, context, depth))
  return pairTags(
    labelImages(converted),
    (children) => labelsAsText(children, context),
    (span) => context.lost({ kind: 'html', span }),
  )
}

function convertInline(
  node: PhrasingContent,
  context: InlineContext,
  depth: number,
): readonly (Inline | Tag)[] {
  const { text } = context
  const span = spanOf(node, text)
  if (depth > deepestMarks) return typedLines(text.source, span)
  const children = (): readonly Inline[] =>
    'children' in node
      ? labelsAsText(convertInlines(node.children, context, depth + 1), context)
      : []
  switch (node.type) {
    case 'text':
      return textLines(node.value, span, text, (item) => convertItem(item, context))
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, children: children(), span }]
    case 'delete':
      return [{ kind: 'deletion', children: children(), span }]
    case 'inlineCode':
      return [{ kind: 'code-text', value: text.asTyped(node.value, span), span }]
    case 'break':
      return [{ kind: 'line-break', span }]
    case 'link':
    case 'linkReference': {
      const inside = children()
      return [convertLink(targetOf(node, inside.at(-1)?.span.end, context), inside, span)]
    }
    case 'image':
    case 'imageReference':
      return [convertImage(node, context)]
    case 'footnoteReference':
      return [{ kind: 'footnote-reference', id: unshield(node.identifier), span }]
    default:
      return typedLines(text.source, span)
  }
}

export function spanOf(
  node: {
    readonly position?:
      | { start: { offset?: number | undefined }; end: { offset?: number | undefined } }
      | undefined
  },
  { base }: { readonly base: number },
): Span {
  return {
    start: (node.position?.start.offset ?? 0) + base,
    end: (node.position?.end.offset ?? 0) + base,
  }
}

type Linking = Extract<
  PhrasingContent,
  { type: 'link' | 'linkReference' | 'image' | 'imageReference' }
>

/** Url and title, as written at the link (behind its words) or at the definition it names. */
function targetOf(node: Linking, words: number | undefined, context: InlineContext): LinkTarget {
  const { text } = context
  const own = spanOf(node, text)
  if (node.type === 'link' || node.type === 'image') {
    const isAutolink = text.source[own.start] === '<'
    const span = isAutolink || words === undefined ? own : { start: words, end: own.end }
    return describe(node.url, node.title, span, text)
  }
  const definition = context.definitions.get(node.identifier)
  if (definition === undefined) return { url: '' }
  const described = describe(definition.url, definition.title, spanOf(definition, text), text)
  return { ...described, definition: unshield(node.identifier) }
}

/** Url and title follow each other, so what is hidden in them is put back in one go. */
export function describe(
  url: string,
  title: string | null | undefined,
  span: Span,
  text: MaskedText,
): LinkTarget {
  const [typedUrl = '', typedTitle] = text.asTyped(`${url}\0${title ?? ''}`, span).split('\0')
  return typedTitle === undefined || typedTitle === ''
    ? { url: typedUrl }
    : { url: typedUrl, title: typedTitle }
}

function convertImage(node: MdImage | ImageReference, context: InlineContext): Image {
  const { text } = context
  const span = spanOf(node, text)
  const end = endOfAlt(text.source, span)
  const typed = typedLines(text.source, { start: span.start + 2, end })
  const words = typed.map((line) => line.value).join('')
  const plain = text.asTyped(node.alt ?? '', { ...span, end })
  // A link inside the words would lose where it leads, and a name of a definition its brackets.
  const isLinked = /(?<!\\)\]\s*[([]/.test(words) || count('[', words) > count('[', plain)
  const alt = isLinked ? words : plain
  return {
    kind: 'image',
    ...targetOf(node, end, context),
    alt: joinAlt(alt),
    attributes: {},
    span,
  }
}

function count(character: string, text: string): number {
  return text.split(character).length
}

/** The offset of the `]` that ends an image's words. */
function endOfAlt(source: string, { start, end }: Span): number {
  const codes = codeSpans(source, start, end, () => undefined)
  let depth = 0
  for (let at = start + 1; at < end; at++) {
    const code = codes.find((span) => span.start === at)
    if (code !== undefined) at = code.end - 1
    else if (source[at] === '\\') at++
    else if (source[at] === '[') depth++
    else if (source[at] === ']' && --depth === 0) return at
  }
  return end
}

/** Words over several lines in one: no space between two Chinese characters. */
function joinAlt(alt: string): string {
  return alt.replace(/([ -~]?)[ \t]*\n[ \t]*([ -~]?)/g, (_, before: string, after: string) =>
    before === '' || after === '' ? before + after : `${before} ${after}`,
  )
}

function convertItem(item: Masked, { text, lost }: InlineContext): readonly (Inline | Tag)[] {
  const { start, end } = item
  const span = { start, end }
  switch (item.kind) {
    case 'value': {
      const { end: _, ...value } = item.directive
      return [{ kind: 'value', ...value, span }]
    }
    case 'label': {
      const named = item.label === undefined ? {} : { label: item.label }
      return [{ kind: 'label', ...named, attributes: item.attributes, span }]
    }
    case 'note':
      return [{ kind: 'note-text', value: item.value, span }]
    case 'tag':
      return [{ kind: 'tag', value: text.source.slice(start, end), span }]
    case 'html':
      lost({ kind: 'html', span })
      return typedLines(text.source, span)
    case 'line':
    case 'formula':
      // A whole line that CommonMark takes for the middle of a paragraph.
      lost({ kind: 'directive', span })
      return typedLines(text.source, span)
    default:
      return item satisfies never
  }
}

/** Attributes directly behind an image are the image's. */
function labelImages(inlines: readonly (Inline | Tag)[]): readonly (Inline | Tag)[] {
  const done: (Inline | Tag)[] = []
  for (const inline of inlines) {
    const last = done.at(-1)
    const own =
      inline.kind === 'label' &&
      last?.kind === 'image' &&
      last.span.end === inline.span.start &&
      last.label === undefined &&
      Object.keys(last.attributes).length === 0
    if (!own) done.push(inline)
    else
      done[done.length - 1] = {
        ...last,
        ...(inline.label === undefined ? {} : { label: inline.label }),
        attributes: inline.attributes,
        span: { start: last.span.start, end: inline.span.end },
      }
  }
  return done
}

/** Labels that found nothing to label are the author's text. */
export function labelsAsText(
  inlines: readonly Inline[],
  { text, lost }: Pick<InlineContext, 'text' | 'lost'>,
): readonly Inline[] {
  if (!inlines.some((inline) => inline.kind === 'label')) return inlines
  return mergeTexts(
    inlines.flatMap((inline): readonly Inline[] => {
      if (inline.kind !== 'label') return [inline]
      lost({ kind: 'label', span: inline.span })
      return typedLines(text.source, inline.span)
    }),
  )
}
