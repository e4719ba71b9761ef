import type { BookBlock, Layout, PageRun } from '../src/index.ts'
import { longText } from './feature-body.ts'
import { cell, headCell, p, space, table, text, widths } from './making.ts'

/** A form with joined cells, one longer than a page, boxes to tick, a photo, a vertical cell, and places to sign and seal. */
export function formRun(layout: Layout): PageRun {
  const columns = widths([1.2, 1, 1.6, 1.2, 1.4, 1.4], layout.text.width, layout)
  const photo = { file: 'photos/portrait.png', width: 70, height: 98, alt: '申报人照片' }
  const grid = table(
    columns,
    [],
    [
      [
        headCell('基本信息', { vertical: true, rowspan: 3 }),
        headCell('姓　名'),
        cell('林若川'),
        headCell('性　别'),
        cell([
          { kind: 'checkbox', checked: true },
          text('男　'),
          { kind: 'checkbox', checked: false },
          text('女'),
        ]),
        cell('', { rowspan: 3, content: [{ kind: 'image', image: photo }] }),
      ],
      [headCell('出生年月'), cell('1976年3月'), headCell('职　务'), cell('质量部部长')],
      [headCell('工作单位'), cell('江海精密机械有限公司', { colspan: 3, align: 'left' })],
      [
        headCell('主要业绩', { colspan: 2 }),
        cell('主持建立“三层四级”质量管理体系，三年内一次交验合格率由97.2%提高到99.1%。', {
          colspan: 4,
          align: 'justify',
          minHeight: layout.table.line * 6,
        }),
      ],
      [
        headCell('质量管理经历', { colspan: 2 }),
        cell('', {
          colspan: 4,
          align: 'justify',
          content: Array.from({ length: 16 }, (_, index) => ({
            kind: 'paragraph',
            content: [text(longText(index))],
          })),
        }),
      ],
      [
        headCell('推荐单位意见', { colspan: 2 }),
        cell('', {
          colspan: 4,
          align: 'left',
          minHeight: layout.table.line * 8,
          content: [
            { kind: 'paragraph', content: [text('同意推荐。')] },
            { kind: 'sign', label: '负责人（签字）：' },
            { kind: 'sign', label: '单位（盖章）：' },
            { kind: 'sign', label: '年　　月　　日' },
          ],
        }),
      ],
    ],
    { purpose: 'form', keep: false, anchor: 'form-basic', splitRows: [4] },
  )
  const pledge: readonly BookBlock[] = [
    { kind: 'page-break', before: 0 },
    p('承 诺 书', 'part-title'),
    p('本组织承诺：所填内容真实、准确，附件材料与原件一致；如有不实，愿承担由此产生的一切责任。'),
    {
      kind: 'signatures',
      before: layout.body.line,
      places: [
        { label: '法人代表（签字）：', sign: 'signature' },
        { label: '组 织（盖章）：', sign: 'seal' },
        { label: '日 期：', sign: 'date' },
      ],
    },
  ]
  return {
    document: 'form',
    role: 'form',
    orientation: 'portrait',
    start: 'right-hand',
    folio: 'arabic',
    restart: 1,
    blocks: [
      { ...p('申 报 表', 'part-title'), anchor: 'document-form' },
      p('一、基本情况', 'form-heading'),
      grid,
      p('注：带“□”的项目，请在符合项内打“√”。', 'note'),
      space(layout.body.line),
      ...pledge,
    ],
  }
}
