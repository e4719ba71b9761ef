import { type Award, loadAward } from '@ziping/award'
import { loadApplicant } from '@ziping/forms'
import { DataFile, parseReport, readEvidence, readIndicators } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { createResolver } from '../resolver.ts'
import { allBookBlocks } from './all-blocks.ts'
import type { Book, BookBlock } from './book.ts'
import { type BookInline, bookText } from './inline.ts'
import { planBooks } from './plan-books.ts'
import { resolveBook } from './resolve-book.ts'

const demo = await loadAward('demo')

const indicators = `
revenue: { name: 收入, unit: 万元, values: { 2017: 10, 2018: 12, 2019: 15 }, source: 年报, provisional: [2019] }
`

/** A book of some chapters; the demo award binds form, overview, report and evidence continuously. */
function bookOf(files: Readonly<Record<string, string>>, id = 'report', award: Award = demo): Book {
  const report = parseReport(files, award)
  const resolver = createResolver(report, {
    indicators: readIndicators(new DataFile('data/indicators.yaml', indicators)),
    evidence: readEvidence(
      new DataFile(
        'evidence/evidence.yaml',
        'iso: { title: 认证证书, file: iso.pdf }\naudit: { title: 审计报告, unavailable: 涉密 }',
      ),
    ),
    year: 2020,
  })
  const plan = planBooks(report).find((one) => one.id === id)
  if (plan === undefined) throw new Error(`no ${id}`)
  const { applicant } = loadApplicant(
    new DataFile('data/applicant.yaml', 'organization: { name: 甲公司 }'),
    undefined,
  )
  return resolveBook(plan, {
    resolver,
    applicant,
    form: new Map(),
    year: 2020,
    pictures: {
      find: (url) =>
        url === 'a.png' ? { file: 'images/a.png', width: 2000, height: 500 } : undefined,
      at: () => undefined,
      evidence: () => ({ kind: 'pdf', file: 'evidence/iso.pdf', pages: 2 }),
      diagram: () => ({ width: 300, height: 150 }),
    },
  })
}

function body(book: Book): readonly BookBlock[] {
  return book.runs.filter(({ role }) => role === 'body').flatMap(({ blocks }) => blocks)
}

/** Each block in a few words. */
function outline(blocks: readonly BookBlock[]): readonly string[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `h${block.level} ${bookText(block.content)}`
      case 'paragraph':
        return `${block.style} ${bookText(block.content)}`
      case 'table':
        return `table ${block.caption?.number ?? ''}`.trim()
      case 'figure':
        return `figure ${block.caption?.number ?? ''}`.trim()
      default:
        return block.kind
    }
  })
}

function paragraphs(text: string): readonly (readonly BookInline[])[] {
  return body(bookOf({ 'report/1.md': `## 1.1 使命\n\n${text}` })).flatMap((block) =>
    block.kind === 'paragraph' ? [block.content] : [],
  )
}

describe('lines of a paragraph', () => {
  it.each([
    ['质量\n第一', '质量第一'],
    ['质量**第\n一**\n好', '质量第一好'],
    ['ISO\n9001', 'ISO 9001'],
    ['按ISO\n标准', '按ISO 标准'],
    ['甲`a`\n乙', '甲a 乙'],
    ['甲  \n乙', '甲\n乙'],
  ])('%j', (source, text) => {
    expect(paragraphs(source).map(bookText)).toEqual([text])
  })
})

describe('a chapter', () => {
  it('takes the award’s number, title and depth, whatever the writer typed', () => {
    const book = bookOf({
      'report/1.md': '# 1.1使命\n\n### 背景\n\n文字\n\n#### 更早\n\n# 1.2 责任\n\n文字',
    })
    expect(outline(body(book))).toEqual([
      'h1 1 领导',
      'h2 1.1 使命',
      'h4 背景',
      'body 文字',
      'h5 更早',
      'h2 1.2 责任',
      'body 文字',
    ])
    expect(book.runs.at(-1)?.runningHead).toBe('1 领导')
  })

  it('prints what no clause claims, and no notes to fellow writers', () => {
    const book = bookOf({
      'report/1.md': '写在前面\n\n<!-- 给同事 -->\n\n## 1.1 使命\n\n甲<!-- 乙 -->丙',
    })
    expect(outline(body(book))).toEqual(['body 写在前面', 'h1 1 领导', 'h2 1.1 使命', 'body 甲丙'])
  })

  it('is turned where it was asked to be, and back again', () => {
    const book = bookOf({
      'report/1.md': '## 1.1 使命\n\n前\n\n:::横向\n| 甲 |\n|---|\n| 乙 |\n:::\n\n后',
    })
    expect(book.runs.slice(-3).map(({ orientation }) => orientation)).toEqual([
      'portrait',
      'landscape',
      'portrait',
    ])
  })

  it('has its footnotes at the end, numbered as they are cited', () => {
    const book = bookOf({
      'report/1.md': '## 1.1 使命\n\n甲[^b]乙[^a]丙[^b]\n\n[^a]: 一\n[^b]: 二\n',
    })
    const notes = body(book).flatMap((block) => (block.kind === 'notes' ? block.notes : []))
    expect(notes.map(({ number, blocks }) => [number, outline(blocks)])).toEqual([
      [1, ['flush 二']],
      [2, ['flush 一']],
    ])
  })
})

describe('what follows', () => {
  it('a table or list goes on without an indent, and leaves room', () => {
    const book = bookOf({
      'report/1.md': '## 1.1 使命\n\n| 甲 |\n|---|\n| 乙 |\n\n后\n\n- 一\n\n再后\n\n又后',
    })
    const styles = body(book).flatMap((block) =>
      block.kind === 'paragraph' ? [[block.style, block.before]] : [],
    )
    expect(styles).toEqual([
      ['flush', book.layout.afterTable],
      ['flush', 0],
      ['body', 0],
    ])
  })
})

describe('tables', () => {
  it('join their cells as marked', () => {
    const book = bookOf({
      'report/1.md':
        '## 1.1 使命\n\n:::表格\n| 甲 | << | 乙 |\n|---|---|---|\n| 丙 | 丁 | 戊 |\n| ^^ | 己 | << |\n:::',
    })
    const [table] = body(book).filter((block) => block.kind === 'table')
    expect(
      table?.rows.map((row) =>
        row.map(({ content, colspan, rowspan }) => {
          const [first] = content
          return `${first?.kind === 'paragraph' ? bookText(first.content) : ''} ${colspan}×${rowspan}`
        }),
      ),
    ).toEqual([['甲 2×1', '乙 1×1'], ['丙 1×2', '丁 1×1', '戊 1×1'], ['己 2×1']])
  })

  it('of indicators say where their figures come from, and which are not final', () => {
    const book = bookOf({ 'report/7.md': '## 7.1 成绩\n\n::指标表[收入]{指标=revenue}' })
    expect(outline(body(book)).slice(-2)).toEqual([
      'table 表7-1',
      'source 数据来源：年报；* 未经审计',
    ])
  })
})

describe('pictures', () => {
  it('fit the text and keep their shape', () => {
    const book = bookOf({ 'report/1.md': '## 1.1 使命\n\n![组织图](a.png)' })
    const [figure] = body(book).filter((block) => block.kind === 'figure')
    const drawing = figure?.drawings[0]?.drawing
    if (drawing?.kind !== 'image') throw new Error('no image')
    expect(drawing.image.width).toBeCloseTo(book.layout.text.width, 0)
    expect(drawing.image.width / drawing.image.height).toBeCloseTo(4, 1)
    expect((figure?.height ?? 0) % book.layout.quantum).toBe(0)
  })

  it('that are missing keep their words and their place', () => {
    const book = bookOf({ 'report/1.md': '## 1.1 使命\n\n![组织图](b.png)' })
    expect(outline(body(book)).at(-1)).toBe('source 图1-1　组织图〔图未能印出〕')
  })
})

describe('references', () => {
  const text = '## 1.1 使命\n\n见[证@页](#iso)和[条](#1.1)\n'

  it('lead to their places where these are in the same book', () => {
    const [content = []] = body(bookOf({ 'report/1.md': text }, 'book')).flatMap((block) =>
      block.kind === 'paragraph' ? [block.content] : [],
    )
    expect(content).toEqual([
      { kind: 'text', value: '见证实性材料' },
      { kind: 'reference', to: 'evidence', anchor: 'evidence-iso', text: '1' },
      { kind: 'text', value: '（第' },
      { kind: 'page-of', anchor: 'evidence-iso' },
      { kind: 'text', value: '页）和' },
      { kind: 'reference', to: 'clause', anchor: 'clause-1.1', text: '1.1 使命' },
    ])
  })

  it('keep their words alone where these are in another', () => {
    const [content = []] = body(bookOf({ 'report/1.md': text })).flatMap((block) =>
      block.kind === 'paragraph' ? [block.content] : [],
    )
    expect(bookText(content)).toBe('见证实性材料1和1.1 使命')
    expect(JSON.stringify(content)).not.toContain('evidence-iso')
  })
})

describe('numbering', () => {
  it('is arabic from the first sheet where the award has it so', () => {
    const { runs } = bookOf({ 'report/1.md': '## 1.1 使命\n\n文字' }, 'book')
    expect(new Set(runs.map(({ folio }) => folio))).toEqual(new Set(['arabic']))
    expect(runs.some(({ restart }) => restart !== undefined)).toBe(false)
  })

  it('else has roman front matter, and the body begins with 1 on the right', () => {
    const silent: Award = { ...demo, volumes: [] }
    const { runs } = bookOf({ 'report/1.md': '## 1.1 使命\n\n文字' }, 'report', silent)
    expect(runs.map(({ role, folio, start, restart }) => [role, folio, start, restart])).toEqual([
      ['cover', 'none', 'new-page', undefined],
      ['front', 'roman', 'right-hand', 1],
      ['body', 'arabic', 'right-hand', 1],
    ])
  })
})

describe('evidence', () => {
  it('of several pages has pages of its own; what cannot be shown says why', () => {
    const exhibits = bookOf({}, 'evidence').runs.flatMap(({ blocks }) =>
      [...allBookBlocks(blocks)].flatMap((block) => (block.kind === 'exhibit' ? [block] : [])),
    )
    expect(exhibits.map(({ title, shows }) => [title, shows.kind])).toEqual([
      ['证实性材料1　认证证书（1/2）', 'pdf-page'],
      ['证实性材料1　认证证书（2/2）', 'pdf-page'],
      ['证实性材料2　审计报告', 'statement'],
    ])
  })
})

it('the contents lead to chapters and clauses; the table beside them has every leaf', () => {
  const book = bookOf({ 'report/1.md': '## 1.1 使命\n\n文字\n\n## 1.2 责任\n\n文字' })
  const front = book.runs.find(({ role }) => role === 'front')
  const contents = front?.blocks.find((block) => block.kind === 'contents')
  expect(contents?.entries.map(({ level, text }) => `${level} ${text}`)).toEqual([
    '1 1 领导',
    '2 1.1 使命',
    '2 1.2 责任',
  ])
  const index = front?.blocks.find((block) => block.kind === 'table')
  expect(index?.rows).toHaveLength(3)
})
