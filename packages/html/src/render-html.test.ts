import { officialLayout, reportLayout } from '@ziping/resolve'
import { describe, expect, it } from 'vitest'
import { drawings } from '../../resolve/test/feature-body.ts'
import { featureBook } from '../../resolve/test/feature-book.ts'
import { cell, table } from '../../resolve/test/making.ts'
import { bookTexts } from '../test/book-texts.ts'
import { drawn, material } from '../test/example.ts'
import { idOf, printFamilies, renderHtml } from './index.ts'

const layouts = [reportLayout, officialLayout]
const tags = /<(?:[^"'>]|"[^"]*"|'[^']*')*>/g

describe.each(layouts)('the feature book in the layout $id', (layout) => {
  const book = featureBook(layout)

  it('has every text of the book, in order', async () => {
    const text = textOf((await renderHtml(book, material)).html)
    let at = 0
    const lost = bookTexts(book).filter((one) => {
      const found = text.indexOf(unspaced(one), at)
      if (found >= 0) at = found + unspaced(one).length
      return found < 0
    })
    expect(lost).toEqual([])
    expect(bookTexts(book).length).toBeGreaterThan(500)
  })

  it('closes every element it opens', async () => {
    expect(unclosed(bodyOf((await renderHtml(book, material)).html))).toEqual([])
  })

  it('has each id once, and one for every link', async () => {
    const { html } = await renderHtml(book, material)
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const wanted = [...html.matchAll(/(?:href="#|data-page-of="|data-recto-for=")([^"]+)"/g)]
    expect(wanted.map(([, id]) => id).filter((id) => !ids.includes(id))).toEqual([])
    expect(ids).toContain(idOf('evidence-供方'))
  })

  it('is the same each time, with nothing undefined in it', async () => {
    const { html, findings } = await renderHtml(book, material)
    expect((await renderHtml(featureBook(layout), material)).html).toBe(html)
    expect(html).not.toMatch(/undefined|NaN|\[object|\{\{/)
    expect(findings).toEqual([])
  })
})

describe('renderHtml', () => {
  it('writes headings, tables and figures as what they are', async () => {
    const { html } = await renderHtml(featureBook(), material)
    expect(html).toContain('<html lang="zh-CN">')
    expect(html).toContain('<title>江海精密机械有限公司申报书</title>')
    expect(html).toMatch(/<h1 [^>]*>证实性材料<\/h1>/)
    expect(html).toMatch(/<h2 id="a-clause-1" class="s-h1">1　领导<\/h2>/)
    expect(html).toMatch(/<h3 [^>]*>1\.1　高层领导的作用<\/h3>/)
    expect(html).toMatch(/<figcaption class="s-caption"><span class="number">表1-1<\/span>/)
    expect(html).toContain('<th class="s-head center" scope="col"><p>2017</p></th>')
    expect(html).toContain(
      '<th class="s-head center" scope="row" rowspan="3"><div class="vertical">',
    )
    expect(html).toContain('<div role="img" aria-label="顾客投诉处理流程图"><svg')
    expect(html).toMatch(/<img [^>]*alt="总装生产线"/)
  })

  it('repeats a caption only where asked and only on tables that run on', async () => {
    const plain = await renderHtml(featureBook(), material)
    const continued = await renderHtml(featureBook(), { ...material, continued: true })
    expect(plain.html).not.toContain('续表')
    expect(continued.html.match(/续表[\d-]+/g)).toEqual(['续表7-1'])
  })

  it('lets a row run over the end of a page only where the book says so', async () => {
    const { html } = await renderHtml(featureBook(), material)
    expect(html.match(/<tr class="split">/g)).toHaveLength(1)
  })

  it('gives a cell without text the line it has in Word', async () => {
    const [run] = featureBook().runs
    const empty = table([100, 100], [], [[cell(''), cell('', { content: [] })]])
    const book = { ...featureBook(), runs: run === undefined ? [] : [{ ...run, blocks: [empty] }] }
    const { html } = await renderHtml(book, material)
    expect(html.match(/<td class="s-cell center"><p><\/p><\/td>/g)).toHaveLength(2)
    expect(html).toContain('td > p, th > p { min-height: 16.5pt }')
  })

  it('fills in the page numbers it is given', async () => {
    const pageMap = new Map([['clause-1', '37']])
    const { html } = await renderHtml(featureBook(), { ...material, pageMap })
    expect(html).toContain('data-page-of="a-clause-1">37</span>')
  })

  it('begins a page where the book breaks it, without an element for the break', async () => {
    const { html } = await renderHtml(featureBook(), material)
    expect(html.match(/class="[^"]* fresh"/g)).toHaveLength(3)
  })

  it('names the block whose picture or drawing is not to be had, and prints its description', async () => {
    const absent = { ...material, image: () => undefined, drawing: () => undefined }
    const { html, findings } = await renderHtml(featureBook(), absent)
    expect(findings.map(({ rule, messageId }) => `${rule} ${messageId}`)).toEqual([
      'image-missing not-printed',
      'image-missing not-printed',
      'diagram-invalid not-drawn',
      'image-missing not-printed',
      'image-missing not-printed',
      'diagram-invalid not-drawn',
      'image-missing not-printed',
    ])
    expect(textOf(html)).toContain('〔申报人照片〕')
    expect(textOf(html)).toContain('顾客投诉处理流程图')
  })

  it('refuses a picture that is no picture', async () => {
    const image = () => 'data:text/html;base64,PHNjcmlwdD4='
    const { html, findings } = await renderHtml(featureBook(), { ...material, image })
    expect(html).not.toContain('text/html')
    expect(findings).toHaveLength(5)
  })

  it('prints a formula that cannot be read as it was typed', async () => {
    const place = { file: 'report/1.md', line: 3, column: 1, endLine: 3, endColumn: 9 }
    const formula = { kind: 'formula', tex: '\\frac{1}{<b>', before: 0, place } as const
    const [run] = featureBook().runs
    const book = {
      ...featureBook(),
      runs: run === undefined ? [] : [{ ...run, blocks: [formula] }],
    }
    const { html, findings } = await renderHtml(book, material)
    expect(html).toContain('class="s-code">\\frac{1}{&lt;b&gt;</p>')
    expect(findings).toMatchObject([{ rule: 'formula-invalid', place }])
  })

  it('leaves out a run without blocks: it would print as an empty page', async () => {
    const book = featureBook()
    const empty = book.runs.map((run, index) => (index === 4 ? { ...run, blocks: [] } : run))
    const { html } = await renderHtml({ ...book, runs: empty }, material)
    expect(html).not.toContain('id="r-4"')
    expect(html).toContain('id="r-5"')
  })

  it('gives each drawing ids of its own', async () => {
    const { diagram, chart } = drawings()
    const { html } = await renderHtml(
      featureBook(reportLayout, { diagram, picture: diagram, chart }),
      {
        ...material,
        drawing: drawn,
      },
    )
    expect(html.match(/clipPath id="[^"]+"/g)).toHaveLength(4)
    expect(new Set(html.match(/clipPath id="[^"]+"/g)).size).toBe(4)
    expect(html).toContain('url(#d3-c)')
  })

  it('asks for font rules when it knows what they must draw', async () => {
    const css = recordingCss()
    const { html, characters } = await renderHtml(featureBook(), {
      ...material,
      fonts: { families: printFamilies, css: css.make },
    })
    expect(html).toContain('@font-face { font-family: "ZP Song" }')
    expect(css.asked).toEqual([characters])
  })
})

function recordingCss() {
  const asked: unknown[] = []
  const make = (characters: unknown) => {
    asked.push(characters)
    return '@font-face { font-family: "ZP Song" }'
  }
  return { asked, make }
}

function bodyOf(html: string): string {
  return html.slice(html.indexOf('<body'))
}

/** The text of the page as the book would have it. */
function textOf(html: string): string {
  const text = bodyOf(html)
    .replace(tags, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&#x3D;/g, '=')
    .replace(/&amp;/g, '&')
  return unspaced(text)
}

function unspaced(text: string): string {
  return text.replace(/[\s\u3000]/g, '')
}

function unclosed(html: string): readonly string[] {
  const empty = new Set(['br', 'wbr', 'img', 'col', 'hr', 'meta'])
  const open: string[] = []
  const wrong: string[] = []
  for (const [tag] of html.matchAll(tags)) {
    const name = /^<\/?([\w-]+)/.exec(tag)?.[1] ?? ''
    if (empty.has(name) || tag.endsWith('/>')) continue
    if (!tag.startsWith('</')) open.push(name)
    else if (open.pop() !== name && name !== 'html') wrong.push(tag)
  }
  return [...wrong, ...open.filter((name) => name !== 'html')]
}
