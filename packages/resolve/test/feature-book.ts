import { type Book, type BookBlock, type Layout, type PageRun, reportLayout } from '../src/index.ts'
import { bodyRun, type Drawings, drawings, longText } from './feature-body.ts'
import { formRun } from './feature-form.ts'
import { cell, heading, p, space, table, text, widths } from './making.ts'

/** Written by hand: every kind of block and inline, both orientations, both kinds of page numbers, a table of three pages. */
export function featureBook(layout: Layout = reportLayout, drawn: Drawings = drawings()): Book {
  return {
    id: 'book',
    title: '江海精密机械有限公司申报书',
    subject: '市长质量奖申报材料',
    author: '江海精密机械有限公司',
    keywords: ['市长质量奖', '自评报告'],
    lang: 'zh-CN',
    layout,
    banner: '通知为征求意见稿，以正式通知为准',
    runs: [
      coverRun(layout),
      contentsRun(layout),
      formRun(layout),
      bodyRun(layout, drawn),
      landscapeRun(layout),
      resultsRun(layout),
      evidenceRun(layout),
    ],
  }
}

function coverRun(layout: Layout): PageRun {
  const line = layout.coverLine.line
  return {
    document: 'cover',
    role: 'cover',
    orientation: 'portrait',
    start: 'new-page',
    folio: 'none',
    blocks: [
      space(line * 2),
      p('滨江市市长质量奖', 'cover-subtitle'),
      p('（2020 年度）', 'cover-subtitle'),
      space(line),
      p('申　报　书', 'cover-title'),
      space(line * 3),
      {
        kind: 'lines',
        before: 0,
        lines: [
          { label: '申报单位：', value: [text('江海精密机械有限公司')] },
          { label: '申 报 人：', value: [text('林若川')] },
          { label: '统一社会信用代码：', value: [text('91320600MA1ABCDE2X')] },
        ],
      },
      p('类别：制造业', 'cover-line'),
      p('二〇二〇年八月十四日', 'cover-foot', line),
    ],
  }
}

function contentsRun(layout: Layout): PageRun {
  const entry = (level: number, words: string, anchor: string) => ({ level, text: words, anchor })
  const columns = widths([1, 4, 1, 1], layout.text.width, layout)
  return {
    document: 'contents',
    role: 'front',
    orientation: 'portrait',
    start: 'new-page',
    folio: 'roman',
    restart: 1,
    blocks: [
      p('目　录', 'part-title'),
      {
        kind: 'contents',
        of: 'headings',
        before: 0,
        entries: [
          entry(1, '申报表', 'document-form'),
          entry(1, '1　领导', 'clause-1'),
          entry(2, '1.1　高层领导的作用', 'clause-1.1'),
          entry(3, 'a）确定方向', 'clause-1.1.a'),
          entry(1, '7　经营结果', 'clause-7'),
          entry(
            2,
            '7.1　一个很长的标题用来看看目录里的条目怎样在两行之间断开而不与页码相碰',
            'clause-7.1',
          ),
          entry(1, '证实性材料', 'document-evidence'),
        ],
      },
      p('表目录', 'part-title'),
      {
        kind: 'contents',
        of: 'tables',
        before: 0,
        entries: [
          entry(1, '表1-1　近三年主要经营指标', 'tbl-main'),
          entry(1, '表7-1　关键绩效指标一览', 'tbl-long'),
        ],
      },
      p('图目录', 'part-title'),
      {
        kind: 'contents',
        of: 'figures',
        before: 0,
        entries: [entry(1, '图1-1　顾客投诉处理流程', 'fig-flow')],
      },
      { kind: 'page-break', before: 0 },
      p('条款索引', 'part-title'),
      table(
        columns,
        ['条款', '名称', '分值', '页码'],
        [
          [cell('1.1'), cell('高层领导的作用'), cell('50'), pageCell('clause-1.1')],
          [cell('7.1'), cell('产品和服务结果'), cell('80'), pageCell('clause-7.1')],
        ],
        { purpose: 'index' },
      ),
    ],
  }
}

function pageCell(anchor: string) {
  return cell([{ kind: 'page-of', anchor }])
}

function landscapeRun(layout: Layout): PageRun {
  const years = Array.from({ length: 8 }, (_, index) => String(2012 + index))
  const columns = widths([3, ...years.map(() => 1)], layout.landscape.width, layout)
  const rows = Array.from({ length: 12 }, (_, row) => [
    cell(`关键过程指标${row + 1}`, { align: 'left' }),
    ...years.map((_, column) => cell((90 + row / 3 + column / 7).toFixed(1))),
  ])
  return {
    document: 'report',
    role: 'body',
    orientation: 'landscape',
    start: 'new-page',
    folio: 'arabic',
    runningHead: '1　领导',
    blocks: [
      table(columns, ['指标', ...years], rows, {
        anchor: 'tbl-wide',
        caption: { number: '表1-2', content: [text('历年关键过程指标')] },
      }),
    ],
  }
}

/** A table of more than two pages, its rows of one to three lines. */
function resultsRun(layout: Layout): PageRun {
  const columns = widths([1, 3, 1, 1, 1, 4], layout.text.width, layout)
  const rows = Array.from({ length: 66 }, (_, index) => [
    cell(String(index + 1)),
    cell(`关键绩效指标第${index + 1}项`, { align: 'left' }),
    cell((index * 3.7).toFixed(1)),
    cell((index * 3.9).toFixed(1)),
    cell((index * 4.1).toFixed(1)),
    cell('逐年提升，优于行业平均水平。'.repeat(1 + (index % 3)), { align: 'left' }),
  ])
  const blocks: readonly BookBlock[] = [
    heading(1, '7　经营结果', 'clause-7'),
    heading(2, '7.1　产品和服务结果', 'clause-7.1'),
    ...Array.from({ length: 3 }, (_, index) => p(longText(index))),
    table(columns, ['序号', '指标', '2017', '2018', '2019', '说明'], rows, {
      anchor: 'tbl-long',
      keep: false,
      caption: { number: '表7-1', content: [text('关键绩效指标一览')] },
    }),
    { ...p('以上指标均经财务部、质量部核实。', 'flush'), before: layout.afterTable },
  ]
  return {
    document: 'report',
    role: 'body',
    orientation: 'portrait',
    start: 'right-hand',
    folio: 'arabic',
    runningHead: '7　经营结果',
    blocks,
  }
}

function evidenceRun(layout: Layout): PageRun {
  const half = layout.text.height / 2 - layout.partTitle.line / 2
  const image = { file: 'evidence/iso9001.png', width: 180, height: 250, alt: '认证证书' }
  const exhibit = { kind: 'exhibit', before: 0, height: half } as const
  return {
    document: 'evidence',
    role: 'evidence',
    orientation: 'portrait',
    start: 'new-page',
    folio: 'arabic',
    runningHead: '证实性材料',
    blocks: [
      heading(0, '证实性材料', 'document-evidence'),
      {
        ...exhibit,
        anchor: 'evidence-iso9001',
        title: '证实性材料1　质量管理体系认证证书（1/2）',
        shows: { kind: 'image', image },
      },
      {
        ...exhibit,
        anchor: 'evidence-audit',
        title: '证实性材料2　年度审计报告（第3页）',
        shows: { kind: 'pdf-page', file: 'evidence/audit.pdf', page: 3 },
      },
      {
        ...exhibit,
        anchor: 'evidence-供方',
        title: '证实性材料3　供方现场审核记录',
        shows: { kind: 'statement', text: '涉及供方商业秘密，现场评审时可查阅。' },
      },
      { kind: 'page-break', before: 0 },
      {
        ...exhibit,
        anchor: 'evidence-whole',
        height: layout.text.height - layout.quantum,
        title: '证实性材料4　检验报告',
        shows: { kind: 'pdf-page', file: 'evidence/test.pdf', page: 1 },
      },
    ],
  }
}
