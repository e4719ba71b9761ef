import type { PdfContent, TextItem } from '../../packages/pdf/src/index.ts'
import type { ReadPage } from './pages.ts'

/** What a reviewer wants to see of a printed book: its marks, its fonts, and how each page begins and ends. */
export function pdfOutline(read: PdfContent, pages: readonly ReadPage[]): string {
  const { metadata, fonts, outline } = read
  const title = metadata['Title'] ?? ''
  return [
    `“${title}”  ${pages.length} pages  ${read.language ?? 'no language'}  ${read.tagged ? 'tagged' : 'untagged'}`,
    '',
    ...unique(
      fonts.map(
        ({ name, type, embedded, subset }) =>
          `font      ${name}  ${type}${embedded ? '' : '  not embedded'}${subset ? '' : '  whole'}`,
      ),
    ),
    '',
    ...outline.map((one) => `bookmark  ${'  '.repeat(one.level - 1)}${one.title}  → ${one.page}`),
    '',
    ...pages.flatMap(pageLines),
    '',
  ].join('\n')
}

function pageLines({ number, label, page, head, body, foot }: ReadPage): readonly string[] {
  const size = `${Math.round((page.width * 25.4) / 72)}×${Math.round((page.height * 25.4) / 72)} mm`
  const lines = linesOf(body)
  const shown = (line: string | undefined) => (line === undefined ? '' : shortened(line))
  return [
    `page ${number}  ${size}  ${folio(label, foot, page.width)}${head.length === 0 ? '' : `  head “${linesOf(head).join(' ')}”`}${page.images.length === 0 ? '' : `  ${page.images.length} images`}`,
    ...(lines.length === 0 ? ['  blank'] : [`  ${shown(lines[0])}`]),
    ...(lines.length < 2 ? [] : [`  ${shown(lines.at(-1))}`]),
  ]
}

function folio(label: string, foot: readonly TextItem[], width: number): string {
  const [first] = foot
  if (first === undefined) return label === '' ? 'no number' : `number ${label} not printed`
  const text = foot.map((item) => item.text).join('')
  const side = first.x > width / 2 ? 'right' : 'left'
  return `number ${text.trim()} ${side} ${Math.round(first.size * 10) / 10} pt`
}

/** Texts of the same height, from left to right. */
function linesOf(items: readonly TextItem[]): readonly string[] {
  const lines: { readonly y: number; readonly items: TextItem[] }[] = []
  for (const item of items) {
    const line = lines.find(({ y }) => Math.abs(y - item.y) < 2)
    if (line === undefined) lines.push({ y: item.y, items: [item] })
    else line.items.push(item)
  }
  return lines
    .toSorted((a, b) => b.y - a.y)
    .map((line) =>
      line.items
        .toSorted((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(''),
    )
}

function shortened(line: string): string {
  const signs = [...line.trim()]
  return signs.length <= 48 ? signs.join('') : `${signs.slice(0, 47).join('')}…`
}

function unique(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)]
}
