import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { docxOutline, docxTrees, emptyNode } from '../../test/docx-outline.ts'
import { onePixel } from '../../test/small-book.ts'
import { checkDocx } from '../check/check-docx.ts'
import { documentText } from '../check/read-text.ts'
import { pictureSize } from './picture-size.ts'
import { type ZipingDocxOptions, zipingDocx } from './ziping-docx.ts'

interface Compiled {
  readonly outline: string
  readonly notes: string
  readonly messages: readonly string[]
}

async function compile(markdown: string, options: ZipingDocxOptions = {}): Promise<Compiled> {
  const file = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(zipingDocx, options)
    .process(markdown)
  const bytes = await file.result
  expect(checkDocx(bytes)).toEqual([])
  const notes = docxTrees(bytes).get('word/footnotes.xml') ?? emptyNode
  return {
    outline: docxOutline(bytes),
    notes: documentText(notes),
    messages: file.messages.map(String),
  }
}

const png = `data:image/png;base64,${Buffer.from(onePixel).toString('base64')}`

describe('zipingDocx', () => {
  it.each([
    ['# 标题', 'Heading1  "[_Ref_标题]标题"'],
    ['中文\n中文\nword\nword', 'BodyIndent  "中文中文 word word"'],
    ['a  \nb', 'BodyIndent  "a\\nb"'],
    ['- a\n\n  b\n- c', 'ListParagraph  "b"  left 480'],
    ['3. a\n4. b', 'ListParagraph  "b"  left 480  list 1 level 0'],
    ['- [x] a\n- [ ] b', 'ListParagraph  "(box 0)□\\tb"  left 480'],
    ['> a\n> > b', 'Quote  "b"  left 960'],
    ['```js\na\n  b\n```', 'Code  "a\\n  b"'],
    ['<div>\n<b>x</b>', 'Code  "<div>\\n<b>x</b>"'],
    ['a <b>x</b>', 'BodyIndent  "a <b>x</b>"'],
    ['| a | b |\n|-|-|\n| c | d |', 'row unbroken  c | d'],
    ['***', 'Normal  ""  pBdr'],
    ['# A b\n\n[x](#a-b)', 'BodyIndent  "x"'],
    [`![x](${png})`, 'BodyIndent  "(drawing: x)"'],
  ])('takes over %j', async (markdown, line) => {
    const { outline, messages } = await compile(markdown)
    expect(outline).toContain(line)
    expect(messages).toEqual([])
  })

  it('puts a footnote of a footnote below it: Word knows no such thing', async () => {
    const { notes, outline } = await compile('a[^1]\n\n[^1]: x[^2]\n\n[^2]: y[^1]')
    expect(notes.split('\n').filter((line) => line !== '')).toContain('x[2]')
    expect(notes.match(/\[2\] y\[1\]/g)).toHaveLength(1)
    expect(outline).toContain('BodyIndent  "a')
  })

  it('makes footnotes real, with all that stands in them', async () => {
    const { outline, notes } = await compile(
      'a[^1]b[^1]\n\n[^1]: one\n\n    two\n\n    | t |\n    |-|\n    | u |',
    )
    expect(outline).toContain('"a(note 1)b(note 1)"')
    expect(notes.split('\n').filter((line) => line !== '')).toEqual(['one', 'two', 't', 'u'])
  })

  it('asks for each picture once and says which it did not get', async () => {
    const asked: string[] = []
    const images = (url: string): undefined => {
      asked.push(url)
    }
    const { outline, messages } = await compile('![a](x.png) ![b](x.png) ![c][d]\n\n[d]: y.png', {
      images,
    })
    expect(asked).toEqual(['x.png', 'y.png'])
    expect(outline).toContain('〔a〕 〔b〕 〔c〕')
    expect(messages).toHaveLength(3)
    expect(messages[0]).toMatch(/^1:1: 图片“x\.png”没有读到/)
  })

  it('says which kinds of picture Word cannot hold', async () => {
    const images = () => ({
      bytes: new TextEncoder().encode('RIFF____WEBPVP8 ____________'),
      type: 'image/webp',
    })
    const { messages } = await compile('![a](x.webp)', { images, lang: 'en' })
    expect(messages[0]).toMatch(/“x\.webp” \(image\/webp\) cannot be put into a Word file/)
  })

  it.each([
    'javascript:alert(1)',
    'http://[',
    'a b',
    'file:///etc/passwd',
    '//',
    '%zz',
    'x?a=1&b="c"',
  ])('makes no broken link of %j', async (url) => {
    const { outline } = await compile(`[text](<${url}>)`)
    expect(outline).toContain('"text"')
  })

  it('keeps the text of nodes it does not know', async () => {
    const tree: unknown = {
      type: 'root',
      children: [
        {
          type: 'containerDirective',
          children: [{ type: 'paragraph', children: [{ type: 'text', value: 'inside' }] }],
        },
        { type: 'strange', value: 'value' },
        { type: 'math', value: 'x^2' },
      ],
    }
    const processor = unified().use(zipingDocx)
    const bytes = await processor.stringify(tree as Root)
    for (const words of ['"inside"', '"value"', '(formula) x2'])
      expect(docxOutline(bytes)).toContain(words)
  })
})

describe('pictureSize', () => {
  it('reads PNG, GIF and JPEG', () => {
    expect(pictureSize(onePixel)).toEqual({ width: 1, height: 1 })
    const gif = new Uint8Array(30)
    gif.set([...Buffer.from('GIF89a'), 5, 0, 7, 0])
    expect(pictureSize(gif)).toEqual({ width: 5, height: 7 })
    const jpeg = new Uint8Array(40)
    jpeg.set([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 9, 0, 11])
    expect(pictureSize(jpeg)).toEqual({ width: 11, height: 9 })
  })

  it('has no size for what ends too soon', () => {
    for (let length = 0; length < 24; length += 1)
      expect(pictureSize(onePixel.subarray(0, length))).toBeUndefined()
  })
})
