import type { Layout, TextStyle } from '@ziping/resolve'

/** How a text looks; `indent` is that of its first line. */
export interface PageStyle extends TextStyle {
  readonly indent?: number
}

/**
 * Every style a page knows, by the name its class bears (`s-body`). The CSS is made from this list, and so is what each
 * face must be able to draw: the two cannot disagree.
 */
export function textStyles(layout: Layout): ReadonlyMap<string, PageStyle> {
  const { body, indent, caption, coverLine } = layout
  const hei = { ...body, face: 'hei', bold: false, align: 'left' } as const
  return new Map<string, PageStyle>([
    ['body', { ...body, indent }],
    ['flush', body],
    ['h0', layout.partTitle],
    ...layout.headings.map((style, index): [string, PageStyle] => [`h${index + 1}`, style]),
    ['part-title', layout.partTitle],
    ['cover-title', layout.coverTitle],
    ['cover-subtitle', { ...coverLine, face: 'hei', align: 'center' }],
    ['cover-line', coverLine],
    ['cover-foot', { ...coverLine, align: 'center' }],
    ['form-heading', hei],
    ['note', layout.note],
    ['source', { ...layout.note, align: 'left' }],
    ['code', layout.code],
    ['caption', caption],
    ['cell', layout.table],
    ['head', { ...layout.table, face: 'hei' }],
    ['contents', layout.contents],
    ['box-title', hei],
  ])
}
