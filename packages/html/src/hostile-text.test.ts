import { type Book, reportLayout } from '@ziping/resolve'
import { describe, expect, it } from 'vitest'
import { featureBook } from '../../resolve/test/feature-book.ts'
import { material } from '../test/example.ts'
import { renderHtml } from './index.ts'

const tags = /<(?:[^"'>]|"[^"]*"|'[^']*')*>/g

/** Where a writer's words stand in a book. */
const written = new Set([
  ...['value', 'text', 'title', 'label', 'alt', 'file', 'url', 'runningHead', 'marker', 'banner'],
  ...['source', 'caption', 'number', 'anchor', 'document', 'subject', 'author'],
])

describe.each([
  '{{x}}{{{x}}}{{> page}}',
  '</style></title></svg></p>',
  '"><script>alert(1)</script>',
  "' onload='alert(1)' x=`",
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt;&#60;i&#62;',
  '\\"}*{color:red}@import url(http://x)',
  '<!--',
  ']]>',
])('a writer who writes %s everywhere', (words) => {
  it('changes no element and no attribute', async () => {
    const hostile = await renderHtml(withWords(featureBook(), words), material)
    const plain = await renderHtml(withWords(featureBook(), 'x'), material)
    expect(shape(hostile.html)).toEqual(shape(plain.html))
    expect(hostile.html.match(/<\/?style/g)).toHaveLength(2)
  })

  it('finds it printed as it is written', async () => {
    const { html } = await renderHtml(withWords(featureBook(), words), material)
    expect(unescaped(html.replace(/<wbr>/g, ''))).toContain(`1　领导${words}</h2>`)
  })
})

describe('what leads away', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' https://x', '//x'])(
    'a link to %s is only text',
    async (url) => {
      const content = [{ kind: 'link', url, children: [{ kind: 'text', value: '看' }] }] as const
      const { html } = await renderHtml(bookOf(content), material)
      expect(html).toContain('<span>看</span>')
      expect(html).not.toContain('<a ')
    },
  )

  it('a running head cannot end its string', async () => {
    const { html } = await renderHtml(
      withWords(featureBook(), '"; } body { display: none'),
      material,
    )
    expect(html).toContain('content: "1　领导\\22 \\3b  \\7d  body \\7b  display\\3a  none"')
  })
})

function bookOf(content: Parameters<typeof JSON.stringify>[0]): Book {
  const paragraph = { kind: 'paragraph', style: 'body', before: 0, content } as const
  const [run] = featureBook(reportLayout).runs
  return { ...featureBook(), runs: run === undefined ? [] : [{ ...run, blocks: [paragraph] }] }
}

/** The book with these words behind every text of a writer. */
function withWords(book: Book, words: string): Book {
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return written.has(key) ? value + words : value
    if (Array.isArray(value)) return value.map((one) => visit(one, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, visit(one, name)]))
  }
  return visit(book, '') as Book
}

/** Names of elements and attributes, in order; where lines may break is no matter. */
function shape(html: string): readonly string[] {
  return [...html.slice(html.indexOf('<body')).matchAll(tags)]
    .map(([tag]) => tag.replace(/=(?:"[^"]*"|'[^']*')/g, '='))
    .filter((tag) => tag !== '<wbr>')
}

function unescaped(html: string): string {
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&#x3D;/g, '=')
    .replace(/&#x60;/g, '`')
    .replace(/&amp;/g, '&')
}
