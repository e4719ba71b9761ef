import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Part } from './contents.ts'

/** The same look for all that read CSS: page size, margins, faces, outer numbers. */
export function printCss(fonts: string): string {
  const face = (family: string, weight: number, file: string): string =>
    `@font-face{font-family:"${family}";font-weight:${weight};src:url("${pathToFileURL(path.join(fonts, file))}")}`
  return `${face('Noto Serif SC', 400, 'NotoSerifSC-Regular.ttf')}
${face('Noto Serif SC', 700, 'NotoSerifSC-Bold.ttf')}
${face('Noto Sans SC', 400, 'NotoSansSC-Regular.ttf')}
${face('Noto Sans SC', 700, 'NotoSansSC-Bold.ttf')}
@page{size:A4;margin:25mm 22mm 25mm 28mm;@bottom-right{content:counter(page);font-size:14pt}}
@page:left{margin-left:22mm;margin-right:28mm;@bottom-left{content:counter(page);font-size:14pt}@bottom-right{content:none}}
html{font-family:"Liberation Serif","Noto Serif SC";font-size:12pt;line-height:22pt}
h1,h2,h3{font-family:"Liberation Serif","Noto Sans SC";break-after:avoid}
h1{font-size:16pt;break-before:page}h2{font-size:14pt}h3{font-size:12pt}
p{text-indent:2em;text-align:justify;margin:0}ul{margin:0}
table{width:100%;border-collapse:collapse;font-size:10.5pt;line-height:16pt}
td,th{border:.5pt solid;padding:2pt 4pt}tr{break-inside:avoid}caption{break-after:avoid}
figure{margin:0;text-align:center;break-inside:avoid}figure svg,figure img{width:400pt;height:210pt}
nav a{display:block;color:inherit;text-decoration:none}`
}

/** Contents with numbers, for those who follow CSS for paged media. */
export const contentsCss = `nav a::after{content:leader(".") target-counter(attr(href),page)}`
/** Where leaders are not known. */
export const plainContentsCss = `nav a::after{content:" " target-counter(attr(href),page)}`

export function asHtml(parts: readonly Part[], css: string, figures: string): string {
  const headings = parts.filter((part) => part.kind === 'heading')
  const ids = new Map(headings.map((part, index) => [part, `h-${index}`]))
  const entries = headings.map((part) => `<a href="#${ids.get(part)}">${escaped(part.text)}</a>`)
  const body = parts.map((part) => blockOf(part, ids, figures))
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>自评报告</title><style>${css}</style></head>
<body><nav><p>目录</p>${entries.join('\n')}</nav>
${body.join('\n')}</body></html>`
}

function blockOf(part: Part, ids: ReadonlyMap<Part, string>, figures: string): string {
  switch (part.kind) {
    case 'heading':
      return `<h${part.level} id="${ids.get(part)}">${escaped(part.text)}</h${part.level}>`
    case 'paragraph':
      return `<p>${escaped(part.text)}</p>`
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
    case 'table': {
      const [head = [], ...rows] = part.rows
      const row = (cells: readonly string[], tag: string): string =>
        `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
      return `<table><caption>${escaped(part.caption)}</caption><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
    }
    case 'figure':
      return `<figure>${readFileSync(path.join(figures, `${part.number}.svg`), 'utf8')}<figcaption>${escaped(part.caption)}</figcaption></figure>`
    default:
      return part satisfies never
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
