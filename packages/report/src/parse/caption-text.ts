import type { Caption } from '../block.ts'
import { type Attributes, type Inline, plainText, type Span, type Text } from '../inline.ts'
import { mergeAttributes } from './attributes.ts'
import { replaceInline, sliceText, trimEnd, unlessEmpty } from './texts.ts'

export type CaptionWord = '表' | '图'

export interface ReadCaption extends Caption {
  readonly label?: string
  readonly attributes: Attributes
}

const captionStart = { 表: /^[ \t]*表\s*[:：][ \t\u3000]*/, 图: /^[ \t]*图\s*[:：][ \t\u3000]*/ }
/** A number as writers type it: 表3-1, 图 2.4； */
const typedStart = {
  表: /^[ \t]*(表\s*\d+(?:[-－—–.．]\d+)*)[\s:：、.．][ \t\u3000]*/,
  图: /^[ \t]*(图\s*\d+(?:[-－—–.．]\d+)*)[\s:：、.．][ \t\u3000]*/,
}
/** A sentence that begins with a typed number is no caption. */
const longestTyped = 60

/** Reads a line as `表：标题 {#label}` or `表3-1 标题`; undefined if it is neither. */
export function readCaption(
  line: readonly Inline[],
  span: Span,
  word: CaptionWord,
  source: string,
): ReadCaption | undefined {
  const opening = openingOf(line, word)
  if (opening === undefined) return undefined
  const text = plainText(line)
  if (text.trimEnd().includes('\n')) return undefined
  if (opening.typed !== undefined && (text.length > longestTyped || /[。；;]/.test(text)))
    return undefined
  const marks = line.filter((inline) => inline.kind === 'label')
  if (marks.length > 1) return undefined
  const [mark] = marks
  const content = line.filter((inline) => inline !== mark)
  return {
    ...captionOf(content, span, word, source),
    ...(mark?.label === undefined ? {} : { label: mark.label }),
    attributes: mark?.attributes ?? {},
  }
}

/** A caption from its words, without the word and number that printing puts before it. */
export function captionOf(
  words: readonly Inline[],
  span: Span,
  word: CaptionWord,
  source: string,
): Caption {
  const opening = openingOf(words, word)
  const behind =
    opening === undefined
      ? words
      : replaceInline(
          words,
          opening.text,
          unlessEmpty(sliceText(opening.text, source, opening.length)),
        )
  const content = trimEnd(behind, source)
  const typed = opening?.typed === undefined ? {} : { typed: opening.typed }
  return { content, text: plainText(content), ...typed, span }
}

/** The caption in a directive's title. */
export function titleCaption(
  title: readonly Inline[],
  span: Span | undefined,
  word: CaptionWord,
  source: string,
): { readonly caption?: Caption } {
  if (span === undefined || title.length === 0) return {}
  return { caption: captionOf(title, span, word, source) }
}

interface Opening {
  readonly text: Text
  readonly length: number
  readonly typed?: string
}

function openingOf(line: readonly Inline[], word: CaptionWord): Opening | undefined {
  const first = line.find((inline) => inline.kind !== 'note-text')
  if (first?.kind !== 'text') return undefined
  const plain = captionStart[word].exec(first.value)
  if (plain !== null) return { text: first, length: plain[0].length }
  const typed = typedStart[word].exec(first.value)
  if (typed?.[1] === undefined) return undefined
  return { text: first, length: typed[0].length, typed: typed[1] }
}

export function mergeRead(
  own: { readonly label?: string; readonly attributes: Attributes },
  read: ReadCaption,
): { readonly label?: string; readonly attributes: Attributes } | undefined {
  const attributes = mergeAttributes(own.attributes, read.attributes)
  const clash = own.label !== undefined && read.label !== undefined && own.label !== read.label
  if (attributes === undefined || clash) return undefined
  const label = own.label ?? read.label
  return label === undefined ? { attributes } : { label, attributes }
}
