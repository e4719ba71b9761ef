import type { Layout } from '@ziping/resolve'
import type { FaceName, PageFonts } from '../material.ts'
import { type PageStyle, textStyles } from '../text-styles.ts'

const faces: readonly FaceName[] = ['song', 'hei', 'fang', 'kai']

/** Western letters first, which the font itself limits to them; the other Chinese faces stand in for missing characters. */
export function fontStack(face: FaceName, { families }: Pick<PageFonts, 'families'>): string {
  const order = ['latin' as const, face, ...faces.filter((other) => other !== face)]
  return order.map((name) => quoted(families[name])).join(', ')
}

/** A string in CSS; what would end it, or the style element, is written as a code. */
export function quoted(text: string): string {
  const safe = text.replace(
    /[^\p{L}\p{N} \u3000.,·（）《》、，。：；—-]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  )
  return `"${safe}"`
}

/** Faces, sizes and exact lines of all texts, from the layout. */
export function textCss(layout: Layout, fonts: Pick<PageFonts, 'families'>): string {
  const rules = [...textStyles(layout)].map(
    ([name, style]) => `.s-${name} { ${styleCss(style, fonts)} }`,
  )
  const kai = `em { font-family: ${fontStack('kai', fonts)} }`
  const math = `math { font-family: ${fontStack('song', fonts)} }`
  return [...rules, kai, math, geometryCss(layout)].join('\n')
}

function styleCss(style: PageStyle, fonts: Pick<PageFonts, 'families'>): string {
  const { face, bold, size, line, align, indent = 0 } = style
  return [
    `font: ${bold ? 700 : 400} ${size}pt/${line}pt ${fontStack(face, fonts)}`,
    `text-align: ${align}`,
    `text-indent: ${indent}pt`,
    `min-height: ${line}pt`,
  ].join('; ')
}

/** Lengths that both renderers take from the layout. */
function geometryCss(layout: Layout): string {
  const {
    table,
    caption,
    text,
    landscape,
    listIndent,
    quoteIndent,
    boxPadding,
    contents,
    coverLine,
  } = layout
  return [
    `.portrait { width: ${text.width}pt }`,
    `.landscape { width: ${landscape.width}pt }`,
    `td, th { border: ${table.border}pt solid; padding: ${table.padding}pt ${table.side}pt }`,
    // As in Word, a cell without text has a line all the same.
    `td > p, th > p { min-height: ${table.line}pt }`,
    // The line 续表 is there on every page; on the first it lies above the edge of what is shown.
    `.sheet { padding-top: ${table.border}pt; margin-top: -${table.border}pt }`,
    `.sheet > .runs-on { margin-top: -${caption.line}pt }`,
    `th.again { height: ${caption.line}pt; border: 0; padding: 0 }`,
    `li { margin-left: ${listIndent}pt }`,
    `.marker { margin-left: -${listIndent}pt; min-width: ${listIndent}pt }`,
    `blockquote { margin-left: ${quoteIndent}pt }`,
    // A page's end cuts a border open; an outline lies over it, takes no room and is closed on every page, as in Word.
    `.box { border: ${table.border}pt solid; padding: ${table.padding}pt ${boxPadding}pt; outline: ${table.border}pt solid; outline-offset: -${table.border}pt }`,
    `tbody:has(> .split) { outline: ${table.border}pt solid }`,
    // Whole pixels: at its foot the outline lies a pixel below the border.
    `tbody:has(> .split) > tr:last-child > td { border-bottom-color: transparent }`,
    `.entry-2 { margin-left: ${contents.size}pt }`,
    `.entry-3 { margin-left: ${contents.size * 2}pt }`,
    // The rule of a cover's line is nearer to its text than the next line is.
    `.value { line-height: ${coverLine.line * 0.75}pt }`,
    `.place { height: ${layout.body.line * 2}pt; margin-left: ${text.width * 0.42}pt }`,
    `.sign { margin-top: ${table.line}pt }`,
    `.rule { height: ${layout.body.line}pt }`,
    `hr { margin-top: ${layout.body.line / 2}pt }`,
  ].join('\n')
}
