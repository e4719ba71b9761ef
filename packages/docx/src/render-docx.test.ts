import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type Book, type BookBlock, bookText, officialLayout, reportLayout } from '@ziping/resolve'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bookLines } from '../test/book-lines.ts'
import { attribute, docxOutline, docxTrees, elements, emptyNode } from '../test/docx-outline.ts'
import { cell, smallBook, smallMaterial } from '../test/small-book.ts'
import { checkDocx } from './check/check-docx.ts'
import { documentText } from './check/read-text.ts'
import { allNodes, findNode } from './check/read-xml.ts'
import { renderDocx } from './render-docx.ts'

const golden = fileURLToPath(new URL('../../../test/golden/docx/', import.meta.url))

describe.each([reportLayout, officialLayout])('a book in the layout $id', (layout) => {
  it('prints what its outline says', async () => {
    const { file } = await renderDocx(smallBook(layout), smallMaterial())
    await expect(docxOutline(file)).toMatchFileSnapshot(`${golden}small-${layout.id}.outline.txt`)
  })

  it('is sound', async () => {
    const { file } = await renderDocx(smallBook(layout), smallMaterial())
    expect(checkDocx(file)).toEqual([])
  })

  it('says exactly what the book says', async () => {
    const { file } = await renderDocx(smallBook(layout), smallMaterial())
    const body = findNode(docxTrees(file).get('word/document.xml') ?? emptyNode, 'w:body')
    const printed = lines(documentText(body ?? emptyNode))
    expect(printed).toEqual(lines(bookLines(smallBook(layout), smallMaterial()).join('\n')))
  })
})

describe('a document', () => {
  it('is the same bytes in another process, zone and order', () => {
    const script = fileURLToPath(new URL('../test/print-hashes.ts', import.meta.url))
    const hashes = ['Asia/Shanghai', 'America/Los_Angeles'].map((TZ, index) =>
      execFileSync(process.execPath, [script, String(index)], {
        encoding: 'utf8',
        env: { ...process.env, TZ },
      }),
    )
    expect(hashes[0]).toMatch(/^(?:[\da-f]{64}\n){2}$/)
    expect(hashes[1]).toBe(hashes[0])
  })

  it('has odd and even feet in every section and the setting that tells them apart', async () => {
    const { file } = await renderDocx(smallBook(), smallMaterial())
    const trees = docxTrees(file)
    const settings = elements(trees.get('word/settings.xml') ?? emptyNode).map(({ name }) => name)
    expect(settings).toEqual(expect.arrayContaining(['w:evenAndOddHeaders', 'w:mirrorMargins']))
    expect(settings).not.toContain('w:updateFields')
    const sections = [...allNodes(trees.get('word/document.xml') ?? emptyNode)].filter(
      ({ name }) => name === 'w:sectPr',
    )
    expect(sections).toHaveLength(smallBook().runs.length)
    for (const section of sections)
      expect(
        elements(section)
          .filter(({ name }) => name === 'w:footerReference')
          .map(({ attributes }) => attributes['w:type']),
      ).toEqual(['default', 'even'])
  })

  it('is a draft on every page where it is one, and nowhere else', async () => {
    const draft = { label: '第2稿', date: '2020-07-20' }
    for (const material of [smallMaterial(), { ...smallMaterial(), draft }]) {
      const { file } = await renderDocx(smallBook(), material)
      const heads = [...docxTrees(file)].filter(([name]) => name.startsWith('word/header'))
      expect(heads.length).toBeGreaterThan(2)
      for (const [, head] of heads)
        expect(documentText(head).includes('草稿　第2稿　2020-07-20')).toBe('draft' in material)
    }
  })

  it('puts the number at the outer side', async () => {
    const { file } = await renderDocx(smallBook(), smallMaterial())
    const feet = [...docxTrees(file)]
      .filter(([name]) => /^word\/footer\d+\.xml$/.test(name))
      .map(([, tree]) => tree)
    const sides = feet.map((foot) => attribute(foot, 'w:jc', 'w:val'))
    expect(new Set(sides)).toEqual(new Set(['right', 'left']))
    const numbered = feet.filter((foot) => findNode(foot, 'w:instrText') !== undefined)
    // All but the cover's two.
    expect(numbered).toHaveLength(feet.length - 2)
  })

  it('names a font for every slot of every style and none of a theme', async () => {
    const { file } = await renderDocx(smallBook(), smallMaterial())
    const styles = elements(docxTrees(file).get('word/styles.xml') ?? emptyNode)
    const fonts = styles
      .filter(({ attributes }) => attributes['w:type'] === 'paragraph')
      .map((style) => findNode(style, 'w:rFonts')?.attributes ?? {})
    expect(fonts.length).toBeGreaterThan(30)
    for (const font of fonts)
      expect(Object.keys(font).toSorted()).toEqual(['w:ascii', 'w:cs', 'w:eastAsia', 'w:hAnsi'])
  })

  it('stores a picture once, as it is', async () => {
    const { file } = await renderDocx(smallBook(), smallMaterial())
    const media = Object.entries(unzipSync(file)).filter(([name]) => name.startsWith('word/media/'))
    expect(media.map(([name]) => name)).toEqual(['word/media/picture1.png'])
    expect(hash(media[0]?.[1])).toBe(hash(smallMaterial().images('a.png')?.bytes))
  })

  it('says what could not be printed, and where', async () => {
    const { findings } = await renderDocx(smallBook(), smallMaterial())
    expect(findings.map(({ rule, messageId }) => `${rule} ${messageId}`)).toEqual([
      'docx-formula unknown',
      'docx-exhibit missing',
    ])
  })

  it('takes page numbers from the map, and says so', async () => {
    const rendered = await renderDocx(smallBook(), smallMaterial())
    expect(rendered.pageNumbers).toBe('page map')
    expect(docxOutline(rendered.file)).toContain('2 战略\\t{PAGEREF _Ref_clause_2 \\\\h}7')
  })

  it('estimates them where there is no map', async () => {
    const rendered = await renderDocx(smallBook(), { ...smallMaterial(), pageMap: undefined })
    expect(rendered.pageNumbers).toBe('estimated')
    expect(rendered.findings.map(({ rule }) => rule)).not.toContain('docx-page-number')
    expect(docxOutline(rendered.file)).toMatch(/2 战略\\t\{PAGEREF _Ref_clause_2 \\\\h\}\d+"/)
  })

  it('asks for pages by name where the map has none', async () => {
    const { findings } = await renderDocx(smallBook(), { ...smallMaterial(), pageMap: new Map() })
    const words = findings
      .filter(({ rule }) => rule === 'docx-page-number')
      .map((finding) => finding.words['zh-CN'].message)
    expect(words).toContain('“2 战略”在第几页没有算出来，页码处印的是“?”')
  })

  it('repeats the caption with the head where tables run on', async () => {
    const { file } = await renderDocx(smallBook(), { ...smallMaterial(), continued: true })
    expect(checkDocx(file)).toEqual([])
    expect(docxOutline(file)).toMatch(
      / {2}row head unbroken keepNext {2}<across 6> …\n {4}Caption {2}"\[_Ref_b1_long\]表1-/,
    )
  })

  it('lets a row run over only where it is as tall as most of a page', async () => {
    const row = (words: string) => [cell('说明'), cell(words)]
    const rows = [row('短'), row('长'.repeat(200)), row('长'.repeat(2000))]
    const columns = [57.5, 399.25]
    const table = {
      kind: 'table',
      columns,
      headRows: 0,
      rows,
      keep: false,
      purpose: 'form',
      before: 0,
    } as const
    const { file } = await renderDocx(withBlocks([table]), smallMaterial())
    const marks = docxOutline(file).matchAll(/^ {2}row( unbroken)?/gm)
    expect([...marks].map(([, mark]) => mark)).toEqual([' unbroken', ' unbroken', undefined])
  })

  it('prints no page for a run of nothing', async () => {
    const book = withBlocks([])
    const [empty] = book.runs
    const runs = [...smallBook().runs, ...(empty === undefined ? [] : [empty])]
    const { file } = await renderDocx({ ...book, runs }, smallMaterial())
    expect(docxOutline(file).match(/^--- section/gm)).toHaveLength(runs.length - 1)
  })

  it('keeps what XML cannot hold visible', async () => {
    const book = withText('a\u0000b\ud800c<&>"\']]>d')
    const { file } = await renderDocx(book, smallMaterial())
    expect(checkDocx(file)).toEqual([])
    expect(docxOutline(file)).toContain(JSON.stringify('a\ufffdb\ufffdc<&>"\']]>d'))
  })
})

function withText(value: string): Book {
  const content = [{ kind: 'text', value } as const]
  expect(bookText(content)).toBe(value)
  return withBlocks([{ kind: 'paragraph', style: 'body', content, before: 0 }])
}

function withBlocks(blocks: readonly BookBlock[]): Book {
  const [run] = smallBook().runs
  if (run === undefined) throw new Error('the small book has runs')
  return { ...smallBook(), runs: [{ ...run, blocks }] }
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}

function hash(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? new Uint8Array())
    .digest('hex')
}
