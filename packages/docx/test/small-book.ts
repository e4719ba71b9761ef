import {
  type Book,
  type BookBlock,
  type BookCell,
  type BookInline,
  type BookTable,
  type Layout,
  type PageMap,
  reportLayout,
} from '@ziping/resolve'
import type { DocxMaterial } from '../src/material.ts'

const text = (value: string): BookInline => ({ kind: 'text', value })

export const body = (value: string, before = 0): BookBlock => ({
  kind: 'paragraph',
  style: 'body',
  content: [text(value)],
  before,
})

export const heading = (level: number, value: string, anchor: string): BookBlock => ({
  kind: 'heading',
  level,
  anchor,
  content: [text(value)],
  before: 0,
})

export const cell = (value: string, more: Partial<BookCell> = {}): BookCell => ({
  content: [{ kind: 'paragraph', content: [text(value)] }],
  colspan: 1,
  rowspan: 1,
  align: 'center',
  head: false,
  vertical: false,
  ...more,
})

const long =
  '公司坚持“质量第一、顾客至上”的理念，2018~2020年累计投入研发经费1.2亿元，年均增长15.3%，主导制定国家标准3项、行业标准5项；关键工序CPK≥1.33，顾客满意度达到98.34%，温度控制在20±2℃……形成了具有自身特色的“1+N”质量管理模式。'

const years: readonly string[] = ['指标', '单位', '2018年', '2019年', '2020年', '标杆']

const results: BookTable = {
  kind: 'table',
  anchor: 'b1-results',
  caption: { number: '表1-1', content: [text('近三年主要经营指标')] },
  columns: [116, 60, 70, 70, 70, 70.75],
  headRows: 1,
  rows: [
    years.map((one) => cell(one, { head: true })),
    ...['主营业务收入', '利润总额', '顾客满意度'].map((name, row) =>
      [name, '万元', '82310', '91250', '103480', '131000'].map((one, column) =>
        cell(column > 1 ? String(Number(one) + row) : one),
      ),
    ),
  ],
  keep: true,
  purpose: 'data',
  before: 0,
}

const longTable: BookTable = {
  ...results,
  anchor: 'b1-long',
  caption: { number: '表1-2', content: [text('三年改进项目一览')] },
  rows: [
    years.map((one) => cell(one, { head: true })),
    ...Array.from({ length: 70 }, (_, row) => years.map((one) => cell(`${one}${row + 1}`))),
  ],
  keep: false,
  before: 10.25,
}

const form: BookBlock = {
  kind: 'table',
  columns: [36, 140.25, 140.25, 140.25],
  headRows: 0,
  rows: [
    [
      cell('申报单位基本情况', { rowspan: 3, vertical: true }),
      cell('单位名称'),
      cell('江海精密机械有限公司', { colspan: 2, align: 'left' }),
    ],
    [
      cell('企业规模'),
      cell('', {
        colspan: 2,
        align: 'left',
        content: [
          {
            kind: 'paragraph',
            content: [
              { kind: 'checkbox', checked: false },
              text('大型　'),
              { kind: 'checkbox', checked: true },
              text('中型'),
            ],
          },
        ],
      }),
    ],
    [
      cell('负责人意见'),
      cell('', {
        colspan: 2,
        minHeight: 120,
        content: [
          { kind: 'paragraph', content: [text('同意申报。')] },
          { kind: 'sign', label: '负责人（签字）：　　　　　　' },
          { kind: 'sign', label: '年　　月　　日' },
        ],
      }),
    ],
  ],
  keep: true,
  purpose: 'form',
  before: 0,
}

const picture = { file: 'images/org.png', width: 200, height: 120, alt: '质量管理组织架构' }

const everything: readonly BookBlock[] = [
  heading(1, '1 领导', 'clause-1'),
  heading(2, '1.1 高层领导的作用', 'clause-1.1'),
  {
    kind: 'paragraph',
    style: 'body',
    before: 0,
    content: [
      text('见'),
      { kind: 'reference', to: 'caption', anchor: 'b1-results', text: '表1-1' },
      text('（第'),
      { kind: 'page-of', anchor: 'b1-results' },
      text('页）、'),
      { kind: 'reference', to: 'clause', anchor: 'clause-1.1', text: '1.1 高层领导的作用' },
      text('，证实性材料'),
      { kind: 'reference', to: 'evidence', anchor: 'evidence-iso', text: '1' },
      text('。'),
      {
        kind: 'strong',
        children: [text('加粗'), { kind: 'emphasis', children: [text('与强调')] }],
      },
      { kind: 'deletion', children: [text('删去')] },
      { kind: 'underline', children: [text('下划')] },
      text('H'),
      { kind: 'subscript', children: [text('2')] },
      text('O，m'),
      { kind: 'superscript', children: [text('2')] },
      { kind: 'code', value: 'SPC = 1' },
      { kind: 'link', url: 'https://example.org/a b?x=1&y=2', children: [text('网址')] },
      { kind: 'line-break' },
      text('换行后'),
      { kind: 'note-mark', number: 1, anchor: 'note-1' },
      { kind: 'image', image: { ...picture, width: 20, height: 12 } },
    ],
  },
  body(long.repeat(3)),
  results,
  { kind: 'paragraph', style: 'source', content: [text('数据来源：年度审计报告')], before: 0 },
  longTable,
  { ...body(long), before: 10.25 },
  {
    kind: 'figure',
    anchor: 'b1-org',
    caption: { number: '图1-1', content: [text('质量管理组织架构')] },
    drawings: [{ drawing: { kind: 'image', image: picture } }],
    height: 121,
    before: 0,
  },
  {
    kind: 'figure',
    anchor: 'b1-two',
    caption: { number: '图1-2', content: [text('现场照片')] },
    drawings: [
      { drawing: { kind: 'image', image: picture }, caption: '车间' },
      { drawing: { kind: 'image', image: picture }, caption: '实验室' },
    ],
    height: 121,
    before: 11,
  },
  {
    kind: 'list',
    ordered: true,
    start: 1,
    depth: 0,
    before: 11,
    items: [
      {
        marker: '（1）',
        blocks: [
          { kind: 'paragraph', style: 'flush', content: [text(`第一项。${long}`)], before: 0 },
          {
            kind: 'list',
            ordered: false,
            start: 1,
            depth: 1,
            before: 0,
            items: ['甲', '乙'].map((one) => ({
              marker: '•',
              blocks: [{ kind: 'paragraph', style: 'flush', content: [text(one)], before: 0 }],
            })),
          },
        ],
      },
      {
        marker: '（2）',
        blocks: [
          { kind: 'paragraph', style: 'flush', content: [text('第二项')], before: 0 },
          { kind: 'paragraph', style: 'flush', content: [text('第二项的第二段')], before: 0 },
        ],
      },
    ],
  },
  {
    kind: 'list',
    ordered: false,
    start: 1,
    depth: 0,
    before: 0,
    items: [true, false].map((checked) => ({
      marker: checked ? '☑' : '□',
      checked,
      blocks: [
        {
          kind: 'paragraph',
          style: 'flush',
          content: [text(checked ? '已办' : '待办')],
          before: 0,
        },
      ],
    })),
  },
  { kind: 'quote', before: 0, blocks: [body('引用的一段话。')] },
  {
    kind: 'box',
    variant: 'highlight',
    title: [text('亮点：“1+N”质量管理模式')],
    blocks: [body(long), { ...results, anchor: 'b1-inner', columns: [100, 60, 60, 60, 60, 60] }],
    before: 11,
  },
  {
    kind: 'box',
    variant: 'case',
    title: [text('案例：降本增效')],
    blocks: [body(long)],
    before: 11,
  },
  { kind: 'formula', tex: 'C_{pk}=\\frac{\\min(USL-\\mu,\\mu-LSL)}{3\\sigma}', before: 11 },
  { kind: 'formula', tex: '\\unknowncommand{x}', before: 0 },
  { kind: 'paragraph', style: 'code', content: [text('if (a < b) {\n\treturn 1\n}')], before: 0 },
  { kind: 'rule', before: 0 },
  {
    kind: 'notes',
    before: 0,
    notes: [{ number: 1, anchor: 'note-1', blocks: [body('见《质量管理》2020年第3期。')] }],
  },
]

/** Every kind of block and inline, both orientations, all kinds of page numbers. */
export function smallBook(layout: Layout = reportLayout): Book {
  return {
    id: 'book',
    title: '质量奖申报书',
    subject: '自评报告',
    author: '江海精密机械有限公司',
    keywords: ['质量奖', '自评报告'],
    lang: 'zh-CN',
    layout,
    runs: [
      {
        document: 'form',
        role: 'cover',
        orientation: 'portrait',
        start: 'new-page',
        folio: 'none',
        blocks: [
          { kind: 'space', height: 120, before: 0 },
          { kind: 'paragraph', style: 'cover-title', content: [text('质量奖申报书')], before: 0 },
          { kind: 'space', height: 200, before: 0 },
          {
            kind: 'lines',
            before: 0,
            lines: [
              { label: '申报单位', value: [text('江海精密机械有限公司')] },
              { label: '填报日期', value: [text('2020年8月14日')] },
            ],
          },
        ],
      },
      {
        document: 'contents',
        role: 'front',
        orientation: 'portrait',
        start: 'right-hand',
        folio: 'roman',
        restart: 1,
        blocks: [
          { kind: 'paragraph', style: 'part-title', content: [text('目　录')], before: 0 },
          {
            kind: 'contents',
            of: 'headings',
            before: 0,
            entries: [
              { level: 1, text: '1 领导', anchor: 'clause-1' },
              { level: 2, text: '1.1 高层领导的作用', anchor: 'clause-1.1' },
              { level: 1, text: '2 战略', anchor: 'clause-2' },
            ],
          },
          {
            kind: 'contents',
            of: 'tables',
            before: 22,
            entries: [{ level: 1, text: '表1-1　近三年主要经营指标', anchor: 'b1-results' }],
          },
        ],
      },
      {
        document: 'form',
        role: 'form',
        orientation: 'portrait',
        start: 'new-page',
        folio: 'roman',
        blocks: [
          { kind: 'paragraph', style: 'part-title', content: [text('申报表')], before: 0 },
          form,
          {
            kind: 'signatures',
            before: 22,
            places: [
              { label: '法定代表人（签字）：', sign: 'signature' },
              { label: '（单位盖章）', sign: 'seal' },
              { label: '年　　月　　日', sign: 'date' },
            ],
          },
        ],
      },
      {
        document: 'report',
        role: 'body',
        orientation: 'portrait',
        start: 'right-hand',
        folio: 'arabic',
        restart: 1,
        runningHead: '1 领导',
        blocks: everything,
      },
      {
        document: 'report',
        role: 'body',
        orientation: 'landscape',
        start: 'new-page',
        folio: 'arabic',
        runningHead: '1 领导',
        blocks: [{ ...results, anchor: 'b1-wide', columns: [200, 100, 100, 100, 100, 103] }],
      },
      {
        document: 'report',
        role: 'body',
        orientation: 'portrait',
        start: 'new-page',
        folio: 'arabic',
        runningHead: '2 战略',
        blocks: [
          heading(1, '2 战略', 'clause-2'),
          body(long),
          { kind: 'page-break', before: 0 },
          body('新的一页。'),
          { kind: 'page-break', before: 0 },
          {
            ...results,
            anchor: 'b2-results',
            caption: { number: '表2-1', content: [text('战略')] },
          },
        ],
      },
      {
        document: 'evidence',
        role: 'evidence',
        orientation: 'portrait',
        start: 'new-page',
        folio: 'arabic',
        blocks: [
          {
            kind: 'exhibit',
            anchor: 'evidence-iso',
            title: '证实性材料1　质量管理体系认证证书',
            height: 346.5,
            shows: { kind: 'image', image: { ...picture, width: 300, height: 180 } },
            before: 0,
          },
          {
            kind: 'exhibit',
            anchor: 'evidence-audit',
            title: '证实性材料2　审计报告（1/2）',
            height: 346.5,
            shows: { kind: 'pdf-page', file: 'evidence/audit.pdf', page: 1 },
            before: 11,
          },
          {
            kind: 'exhibit',
            anchor: 'evidence-vendor',
            title: '证实性材料3　供方审核记录',
            height: 346.5,
            shows: { kind: 'statement', text: '说明：涉及供方商业秘密，现场评审时可查阅。' },
            before: 0,
          },
        ],
      },
    ],
  }
}

/** A white picture of one pixel. */
export const onePixel: Uint8Array = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
    'base64',
  ),
)

export function smallMaterial(pageMap: PageMap | undefined = smallPages): DocxMaterial {
  return {
    pageMap,
    images: (file) => (file.endsWith('.png') ? { bytes: onePixel, type: 'image/png' } : undefined),
    drawings: () => undefined,
    date: '2020-08-14',
  }
}

export const smallPages: PageMap = new Map([
  ['clause-1', '1'],
  ['clause-1.1', '1'],
  ['b1-results', '2'],
  ['clause-2', '7'],
])
