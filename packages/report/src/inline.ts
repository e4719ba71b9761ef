/** A stretch of the source, in UTF-16 offsets of the file. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Attributes of a directive or label, keys in their English form. */
export type Attributes = Readonly<Record<string, string>>

export interface Text {
  readonly kind: 'text'
  /** As it prints. A text never runs over a line: a soft line break of the source is the `\n` at its end. */
  readonly value: string
  readonly span: Span
}

/** Inlines that enclose others: bold, deletion, subscript … */
export interface Marked {
  readonly kind: 'strong' | 'emphasis' | 'deletion' | 'underline' | 'subscript' | 'superscript'
  readonly children: readonly Inline[]
  readonly span: Span
}

export interface InlineCode {
  readonly kind: 'code-text'
  readonly value: string
  readonly span: Span
}

export interface Link {
  readonly kind: 'link'
  readonly url: string
  readonly title?: string
  /** The link definition that gave url and title, where they are not written at the link itself. */
  readonly definition?: string
  readonly children: readonly Inline[]
  readonly span: Span
}

/** `[表](#tbl-main)`: prints as 表3-1, or keeps the writer's own words. */
export interface Reference {
  readonly kind: 'reference'
  /** The word in the brackets: 表 图 条 证, or empty; absent where the writer chose other words. */
  readonly word?: '' | '表' | '图' | '条' | '证'
  readonly withPage: boolean
  readonly children: readonly Inline[]
  readonly targets: readonly string[]
  readonly title?: string
  readonly definition?: string
  readonly span: Span
}

/** `[103480万元](#revenue.2019)`: a typed number tied to its source. */
export interface TiedValue {
  readonly kind: 'tied-value'
  readonly indicator: string
  readonly year: number
  readonly title?: string
  readonly definition?: string
  readonly children: readonly Inline[]
  readonly span: Span
}

/** `:指标[revenue.2019 同比]{小数=1}`: a value printed from the data. */
export interface Value {
  readonly kind: 'value'
  readonly indicator: string
  readonly year: number
  /** 同比, 增量 …; the plain value without it. */
  readonly form?: string
  readonly attributes: Attributes
  readonly span: Span
}

export interface Image {
  readonly kind: 'image'
  readonly url: string
  readonly alt: string
  readonly title?: string
  readonly definition?: string
  readonly label?: string
  readonly attributes: Attributes
  readonly span: Span
}

export interface LineBreak {
  readonly kind: 'line-break'
  readonly span: Span
}

export interface FootnoteReference {
  readonly kind: 'footnote-reference'
  readonly id: string
  readonly span: Span
}

/** A note to fellow writers inside a line: never printed or counted. */
export interface InlineNote {
  readonly kind: 'note-text'
  readonly value: string
  readonly span: Span
}

/** `{#tbl-main 宽=80%}` not yet attached to what it labels. */
export interface LabelMark {
  readonly kind: 'label'
  readonly label?: string
  readonly attributes: Attributes
  readonly span: Span
}

export type Inline =
  | Text
  | Marked
  | InlineCode
  | Link
  | Reference
  | TiedValue
  | Value
  | Image
  | LineBreak
  | FootnoteReference
  | InlineNote
  | LabelMark

export function childrenOf(inline: Inline): readonly Inline[] {
  return 'children' in inline ? inline.children : []
}

/** Every inline, parents before children. */
export function* allInlines(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline
    yield* allInlines(childrenOf(inline))
  }
}

/** The words a reader sees, without values and references resolved. */
export function plainText(inlines: readonly Inline[]): string {
  let text = ''
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'text':
      case 'code-text':
        text += inline.value
        break
      case 'line-break':
        text += '\n'
        break
      case 'image':
      case 'note-text':
      case 'label':
      case 'footnote-reference':
      case 'value':
        break
      case 'reference':
        text += inline.word ?? plainText(inline.children)
        break
      default:
        text += plainText(inline.children)
    }
  }
  return text
}
