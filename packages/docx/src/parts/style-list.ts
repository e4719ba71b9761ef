import type { Layout, TextStyle } from '@ziping/resolve'

export interface ParagraphLook {
  /** Names built into Word are English in the file and shown in the reader's language: `heading 1` is 标题 1. */
  readonly name: string
  readonly text: TextStyle
  /** In hundredths of a character, with its length in points. */
  readonly firstLine?: number
  readonly left?: number
  readonly keepNext?: boolean
  /** 1 to 9. */
  readonly outline?: number
  /** Lines may grow: pictures and formulas stand in them. */
  readonly grows?: boolean
  readonly mono?: boolean
  readonly next?: StyleId
  /** Of a right tab stop with dots. */
  readonly dots?: number
  /** Shown among the styles one chooses from. */
  readonly quick?: boolean
}

export type StyleId =
  | 'Normal'
  | 'BodyIndent'
  | `Heading${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | 'Title'
  | 'PartTitle'
  | 'CoverTitle'
  | 'CoverSubtitle'
  | 'CoverLine'
  | 'CoverFoot'
  | 'FormHeading'
  | 'Remark'
  | 'Source'
  | 'Code'
  | 'Caption'
  | 'TableText'
  | 'TableHead'
  | 'Figure'
  | 'Formula'
  | 'ListParagraph'
  | 'Quote'
  | 'BoxTitle'
  | 'Sign'
  | 'NoteText'
  | 'FootnoteText'
  | 'TOC1'
  | 'TOC2'
  | 'TOC3'
  | 'TOC4'
  | 'TOC5'
  | 'TOC6'
  | 'TableOfFigures'
  | 'Header'
  | 'Footer'

export type Looks = Readonly<Record<StyleId, ParagraphLook>>

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** Every paragraph style, from the layout: the only place where a layout becomes Word. */
export function paragraphLooks(layout: Layout): Looks {
  const { body, table, note } = layout
  const centred = (text: TextStyle): TextStyle => ({ ...text, align: 'center' })
  const head: TextStyle = { ...centred(table), face: 'hei' }
  const label: TextStyle = { ...body, face: 'hei', bold: false, align: 'left' }
  const footer: TextStyle = { ...body, face: layout.pageNumber.face, ...folioLine(layout) }
  return {
    Normal: { name: 'Normal', text: body, quick: true },
    BodyIndent: { name: 'Normal Indent', text: body, firstLine: layout.indent, quick: true },
    ...headingLooks(layout),
    Title: {
      name: 'Title',
      text: layout.partTitle,
      keepNext: true,
      outline: 1,
      next: 'BodyIndent',
      quick: true,
    },
    PartTitle: { name: '前置标题', text: layout.partTitle, keepNext: true, next: 'BodyIndent' },
    CoverTitle: { name: '封面标题', text: layout.coverTitle },
    CoverSubtitle: { name: '封面副标题', text: { ...centred(layout.coverLine), face: 'hei' } },
    CoverLine: { name: '封面行', text: layout.coverLine },
    CoverFoot: { name: '封面落款', text: centred(layout.coverLine) },
    FormHeading: { name: '表单标题', text: label, keepNext: true },
    Remark: { name: '说明文字', text: note },
    Source: { name: '资料来源', text: { ...note, align: 'left' } },
    Code: { name: '代码', text: layout.code, mono: true },
    Caption: { name: 'caption', text: layout.caption, keepNext: true, quick: true },
    TableText: { name: '表格正文', text: table, quick: true },
    TableHead: { name: '表格表头', text: head, quick: true },
    Figure: {
      name: '图',
      text: { ...centred(body), size: 1, line: 1 },
      grows: true,
      keepNext: true,
    },
    Formula: { name: '公式', text: centred(body), grows: true },
    ListParagraph: { name: 'List Paragraph', text: body, quick: true },
    Quote: {
      name: 'Quote',
      text: body,
      firstLine: layout.indent,
      left: layout.quoteIndent,
      quick: true,
    },
    BoxTitle: { name: '提示框标题', text: label },
    Sign: { name: '签章', text: { ...body, align: 'left' }, left: layout.text.width * 0.42 },
    NoteText: { name: '章末注', text: note },
    FootnoteText: { name: 'footnote text', text: note },
    ...contentsLooks(layout),
    Header: { name: 'header', text: layout.runningHead },
    Footer: { name: 'footer', text: footer },
  }
}

/** Of the line the page number stands in. */
export function folioLine({ pageNumber }: Layout): Pick<TextStyle, 'size' | 'line' | 'bold'> {
  return { size: pageNumber.size, line: Math.round(pageNumber.size * 1.25), bold: false }
}

function headingLooks(layout: Layout): Pick<Looks, `Heading${(typeof levels)[number]}`> {
  const look = (level: (typeof levels)[number]): ParagraphLook => ({
    name: `heading ${level}`,
    text: layout.headings[level - 1] ?? layout.headings.at(-1) ?? layout.body,
    keepNext: true,
    outline: level,
    next: 'BodyIndent',
    quick: level <= 4,
  })
  return {
    Heading1: look(1),
    Heading2: look(2),
    Heading3: look(3),
    Heading4: look(4),
    Heading5: look(5),
    Heading6: look(6),
    Heading7: look(7),
    Heading8: look(8),
    Heading9: look(9),
  }
}

function contentsLooks(
  layout: Layout,
): Pick<Looks, 'TOC1' | 'TOC2' | 'TOC3' | 'TOC4' | 'TOC5' | 'TOC6' | 'TableOfFigures'> {
  const look = (name: string, level: number): ParagraphLook => ({
    name,
    text: layout.contents,
    left: (level - 1) * layout.contents.size,
    dots: layout.text.width,
  })
  return {
    TOC1: look('toc 1', 1),
    TOC2: look('toc 2', 2),
    TOC3: look('toc 3', 3),
    TOC4: look('toc 4', 4),
    TOC5: look('toc 5', 5),
    TOC6: look('toc 6', 6),
    TableOfFigures: look('table of figures', 1),
  }
}
