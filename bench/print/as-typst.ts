import type { Part } from './contents.ts'

const head = `#set page(paper: "a4", margin: (inside: 28mm, outside: 22mm, y: 25mm), numbering: "1", number-align: right)
#set text(font: ("Liberation Serif", "Noto Serif SC"), size: 12pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 10pt, spacing: 10pt)
#show heading: set text(font: ("Liberation Serif", "Noto Sans SC"))
#show heading.where(level: 1): it => { pagebreak(weak: true); it }
#show table: set text(size: 10.5pt)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#set document(title: "自评报告", date: none)
#outline(depth: 3)
`

/** The report in Typst's own markup, contents in front. */
export function asTypst(parts: readonly Part[], figure: (number: number) => string): string {
  return `${head}\n${parts.map((part) => blockOf(part, figure)).join('\n\n')}\n`
}

function blockOf(part: Part, figure: (number: number) => string): string {
  switch (part.kind) {
    case 'heading':
      return `${'='.repeat(part.level)} ${escaped(part.text)}`
    case 'paragraph':
      return escaped(part.text)
    case 'list':
      return part.items.map((item) => `- ${escaped(item)}`).join('\n')
    case 'table': {
      const cells = part.rows.map((row) => row.map((cell) => `[${escaped(cell)}]`).join(', '))
      const [first = '', ...rest] = cells
      const table = `table(columns: ${part.rows[0]?.length}, table.header(${first}), ${rest.join(', ')})`
      return `#figure(caption: [${escaped(part.caption)}], ${table})`
    }
    case 'figure':
      return `#figure(caption: [${escaped(part.caption)}], image("${figure(part.number)}", width: 141mm))`
    default:
      return part satisfies never
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\#$*_`<>@[\]~=/"'-]/g, (mark) => `\\${mark}`)
}
