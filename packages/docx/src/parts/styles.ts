import type { TextStyle } from '@ziping/resolve'
import { type Faces, slots } from '../faces.ts'
import { twips } from '../lengths.ts'
import type { Looks, ParagraphLook, StyleId } from './style-list.ts'
import { declaration, val, wordNamespace, xml } from './xml.ts'

/** What makes Word, WPS and LibreOffice break lines where Chromium breaks them. */
const lineRules = [
  val('w:kinsoku', 1),
  val('w:wordWrap', 1),
  val('w:overflowPunct', 0),
  val('w:autoSpaceDE', 0),
  val('w:autoSpaceDN', 0),
]

export function stylesPart(looks: Looks, faces: Faces, lang: string): string {
  return (
    declaration +
    xml('w:styles', { 'xmlns:w': wordNamespace }, [
      defaults(looks.Normal, faces, lang),
      ...Object.entries(looks).map(([id, look]) => paragraphStyle(id as StyleId, look, faces)),
      ...characterStyles(faces),
      ...tableStyles(),
    ])
  )
}

function defaults({ text }: ParagraphLook, faces: Faces, lang: string): string {
  const language = xml('w:lang', {
    'w:val': 'en-US',
    'w:eastAsia': lang === 'en' ? 'zh-CN' : lang,
    'w:bidi': 'ar-SA',
  })
  return xml('w:docDefaults', {}, [
    xml('w:rPrDefault', {}, [xml('w:rPr', {}, [...runLook(text, faces), language])]),
    xml('w:pPrDefault', {}, [
      xml('w:pPr', {}, [val('w:widowControl', 1), ...lineRules, val('w:snapToGrid', 0)]),
    ]),
  ])
}

function paragraphStyle(id: StyleId, look: ParagraphLook, faces: Faces): string {
  const isNormal = id === 'Normal'
  const own = /^[\u4e00-\u9fff]/u.test(look.name)
  return xml(
    'w:style',
    {
      'w:type': 'paragraph',
      'w:default': isNormal ? 1 : undefined,
      'w:customStyle': own ? 1 : undefined,
      'w:styleId': id,
    },
    [
      val('w:name', look.name),
      isNormal ? undefined : val('w:basedOn', 'Normal'),
      look.next === undefined ? undefined : val('w:next', look.next),
      val('w:uiPriority', look.quick === true ? 1 : 39),
      look.quick === true ? xml('w:qFormat') : undefined,
      xml('w:pPr', {}, paragraphLook(look)),
      xml('w:rPr', {}, runLook(look.text, faces, look.mono === true)),
    ],
  )
}

function paragraphLook(look: ParagraphLook): readonly (string | undefined)[] {
  const { text, dots } = look
  return [
    look.keepNext === true ? val('w:keepNext', 1) : undefined,
    look.outline === undefined ? undefined : val('w:keepLines', 1),
    val('w:widowControl', 1),
    dots === undefined ? undefined : dotsTo(dots),
    ...lineRules,
    val('w:snapToGrid', 0),
    xml('w:spacing', {
      'w:before': 0,
      'w:after': 0,
      'w:line': twips(text.line),
      'w:lineRule': look.grows === true ? 'atLeast' : 'exact',
    }),
    indent(look),
    val('w:jc', text.align === 'justify' ? 'both' : text.align),
    look.outline === undefined ? undefined : val('w:outlineLvl', look.outline - 1),
  ]
}

function dotsTo(width: number): string {
  const tab = { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': twips(width) }
  return xml('w:tabs', {}, [xml('w:tab', tab)])
}

function indent({ firstLine, left }: ParagraphLook): string {
  return xml('w:ind', {
    'w:left': left === undefined ? 0 : twips(left),
    'w:firstLineChars': firstLine === undefined ? 0 : 200,
    'w:firstLine': firstLine === undefined ? 0 : twips(firstLine),
  })
}

function runLook(text: TextStyle, faces: Faces, mono = false): readonly string[] {
  const latin = mono ? faces.mono : faces.latin
  const size = Math.round(text.size * 2)
  return [
    xml('w:rFonts', slots(faces[text.face], latin)),
    val('w:b', text.bold ? 1 : 0),
    val('w:bCs', text.bold ? 1 : 0),
    val('w:color', '000000'),
    val('w:kern', 0),
    val('w:sz', size),
    val('w:szCs', size),
  ]
}

function characterStyles(faces: Faces): readonly string[] {
  const style = (id: string, name: string, properties: readonly string[], own = false): string =>
    xml(
      'w:style',
      {
        'w:type': 'character',
        'w:default': id === 'DefaultParagraphFont' ? 1 : undefined,
        'w:customStyle': own ? 1 : undefined,
        'w:styleId': id,
      },
      [
        val('w:name', name),
        id === 'DefaultParagraphFont' ? undefined : val('w:basedOn', 'DefaultParagraphFont'),
        val('w:uiPriority', 99),
        properties.length === 0 ? undefined : xml('w:rPr', {}, properties),
      ],
    )
  const raised = [val('w:vertAlign', 'superscript')]
  return [
    style('DefaultParagraphFont', 'Default Paragraph Font', []),
    // Printed in black: a book is no web page.
    style('Hyperlink', 'Hyperlink', [val('w:color', '000000'), val('w:u', 'none')]),
    style('FootnoteReference', 'footnote reference', raised),
    style('EndnoteReference', 'endnote reference', raised),
    // Chinese has no slanted letters: what is stressed stands in another face, as html prints it.
    style('Emphasis', 'Emphasis', [xml('w:rFonts', { 'w:eastAsia': faces.kai })]),
    style(
      'CodeText',
      '行内代码',
      [xml('w:rFonts', { 'w:ascii': faces.mono, 'w:hAnsi': faces.mono, 'w:cs': faces.mono })],
      true,
    ),
  ]
}

function tableStyles(): readonly string[] {
  const none = { 'w:w': 0, 'w:type': 'dxa' }
  const margins = ['top', 'left', 'bottom', 'right'].map((side) => xml(`w:${side}`, none))
  const line = { 'w:val': 'single', 'w:sz': 6, 'w:space': 0, 'w:color': '000000' }
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  return [
    xml('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' }, [
      val('w:name', 'Normal Table'),
      val('w:uiPriority', 99),
      xml('w:semiHidden'),
      xml('w:unhideWhenUsed'),
      xml('w:tblPr', {}, [xml('w:tblInd', none), xml('w:tblCellMar', {}, margins)]),
    ]),
    xml('w:style', { 'w:type': 'table', 'w:styleId': 'TableGrid' }, [
      val('w:name', 'Table Grid'),
      val('w:basedOn', 'TableNormal'),
      val('w:uiPriority', 39),
      xml('w:tblPr', {}, [
        xml(
          'w:tblBorders',
          {},
          sides.map((side) => xml(`w:${side}`, line)),
        ),
      ]),
    ]),
    xml('w:style', { 'w:type': 'numbering', 'w:default': 1, 'w:styleId': 'NoList' }, [
      val('w:name', 'No List'),
      val('w:uiPriority', 99),
    ]),
  ]
}
