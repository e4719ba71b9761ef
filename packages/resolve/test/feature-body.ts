import type { BookBlock, BookInline, Drawing, Layout, PageRun } from '../src/index.ts'
import { revenueChart } from './feature-chart.ts'
import { cell, heading, p, table, text, widths } from './making.ts'

/** Every kind of inline, in one paragraph. */
const everyInline: readonly BookInline[] = [
  text('公司坚持'),
  { kind: 'strong', children: [text('以顾客为中心')] },
  text('，推行'),
  { kind: 'emphasis', children: [text('零缺陷')] },
  text('理念，'),
  { kind: 'deletion', children: [text('旧目标')] },
  { kind: 'underline', children: [text('新目标')] },
  text('为 H'),
  { kind: 'subscript', children: [text('2')] },
  text('O 处理能力 10'),
  { kind: 'superscript', children: [text('3')] },
  text(' 吨；配置文件为 '),
  { kind: 'code', value: 'spc --cpk 1.33' },
  text('，详见'),
  { kind: 'link', url: 'https://example.com/?a=1&b=2', children: [text('公司网站')] },
  text('，数据见'),
  { kind: 'reference', to: 'caption', anchor: 'tbl-main', text: '表1-1' },
  text('（第'),
  { kind: 'page-of', anchor: 'tbl-main' },
  text('页）、'),
  { kind: 'reference', to: 'evidence', anchor: 'evidence-iso9001', text: '证实性材料1' },
  text('和'),
  { kind: 'reference', to: 'block', text: '未收入本书的材料' },
  text('。'),
  { kind: 'checkbox', checked: true },
  text('已验证'),
  { kind: 'note-mark', number: 1, anchor: 'note-1' },
  { kind: 'line-break' },
  text('标识'),
  { kind: 'image', image: { file: 'images/logo.png', width: 24, height: 12, alt: '商标' } },
  text('已注册。'),
]

/** Where lines break in a way that engines disagree about. */
export const boundaryCases: readonly string[] = [
  '公司提出“三个不放过”“四个凡事”，即：“原因不查清不放过”——“责任不落实不放过”……持续改进。',
  '合格率达99.12%（行业平均为97.5%），较上年提高0.3个百分点；CPK≥1.33，±3σ，温度25℃，比例1:2。',
  '引进ABB、西门子（SIEMENS）等设备，采用SPC（统计过程控制）、FMEA（失效模式与影响分析）等方法。',
  '“质量第一”是“底线”，更是“生命线”；‘零容忍’不是口号——是行动。',
  '获证日期：2018-05-12；编号：00118Q37777R3M；网址：https://www.example.com/quality/index.html。',
  '《质量手册》《程序文件》、《作业指导书》（第3版）……共126份，见①②③。',
  '2017～2019年、500~2000万元、5%—8%、A／B类、3×4＝12、10－3＝7。',
  '，；：。！？）》这些标点不应出现在行首，“（《【也不应出现在行尾。',
  '𠮷野家与𡈽屋为扩展区人名用字；㎡、㎏、№、℃、‰、Ⅲ、㈠、㊣也应印出。',
]

const filler =
  '公司建立了覆盖研发、采购、生产、销售和服务全过程的质量管理体系，明确了各级人员的质量职责，形成了“策划—实施—检查—改进”的闭环管理机制，持续提升产品质量和顾客满意度。'

export function longText(index: number): string {
  const times = 1 + (index % 4)
  return `（${index + 1}）${filler.repeat(times)}`
}

export interface Drawings {
  readonly diagram: Drawing
  readonly picture: Drawing
  readonly chart: Drawing
}

export function drawings(): Drawings {
  return {
    diagram: {
      kind: 'diagram',
      source: 'flowchart LR\n  a[受理] --> b[分析] --> c[整改]',
      width: 320,
      height: 110,
      alt: '顾客投诉处理流程图',
    },
    picture: {
      kind: 'image',
      image: { file: 'images/line.png', width: 200, height: 132, alt: '总装生产线' },
    },
    chart: {
      kind: 'chart',
      chart: revenueChart,
      width: 380,
      height: 176,
      alt: '主营业务收入逐年增长，三年均高于目标',
    },
  }
}

export function bodyRun(layout: Layout, { diagram, picture, chart }: Drawings): PageRun {
  const columns = widths([3, 1, 1, 1, 1, 1.4], layout.text.width, layout)
  const results = table(
    columns,
    ['指标（单位）', '2017', '2018', '2019', '目标', '趋势'],
    [
      ['主营业务收入（万元）', '82310', '91250', '103480', '100000', '↑ 优于目标'],
      ['顾客满意度（%）', '91.2', '92.6', '94.1', '93.0', '↑ 优于标杆'],
      ['质量损失率（%）', '0.62', '0.55', '0.48', '0.50', '↓ 优于目标'],
    ].map((row) => row.map((one, index) => cell(one, { align: index === 0 ? 'left' : 'center' }))),
    { anchor: 'tbl-main', caption: { number: '表1-1', content: [text('近三年主要经营指标')] } },
  )
  const after = layout.afterTable
  return {
    document: 'report',
    role: 'body',
    orientation: 'portrait',
    start: 'new-page',
    folio: 'arabic',
    runningHead: '1　领导',
    blocks: [
      heading(1, '1　领导', 'clause-1'),
      heading(2, '1.1　高层领导的作用', 'clause-1.1'),
      p(everyInline),
      heading(3, 'a）确定方向', 'clause-1.1.a'),
      ...boundaryCases.map((one) => p(one)),
      heading(4, '四级标题', 'h4'),
      heading(5, '五级标题', 'h5'),
      heading(6, '六级标题', 'h6'),
      results,
      { ...p('由上表可知，各项指标逐年向好，均优于目标值。', 'flush'), before: after },
      p('数据来源：年度审计报告', 'source'),
      list(),
      {
        kind: 'quote',
        before: 0,
        blocks: [p('质量是企业的生命，也是对顾客的承诺。——公司质量方针（2017年发布）')],
      },
      {
        kind: 'figure',
        anchor: 'fig-flow',
        before: layout.quantum * 2,
        caption: { number: '图1-1', content: [text('顾客投诉处理流程')] },
        drawings: [{ drawing: diagram }],
        height: whole(110, layout),
        source: '数据来源：顾客服务部',
      },
      {
        kind: 'figure',
        anchor: 'fig-lines',
        before: layout.quantum * 2,
        caption: { number: '图1-2', content: [text('生产现场')] },
        drawings: [
          { drawing: picture, caption: '（a）改造前' },
          { drawing: picture, caption: '（b）改造后' },
        ],
        height: whole(132, layout),
      },
      {
        kind: 'figure',
        anchor: 'fig-revenue',
        before: layout.quantum * 2,
        caption: { number: '图1-3', content: [text('主营业务收入')] },
        drawings: [{ drawing: chart }],
        height: whole(176, layout),
        source: '数据来源：年度审计报告',
      },
      {
        kind: 'formula',
        tex: '\\text{同比增长率}=\\frac{Q_{n}-Q_{n-1}}{Q_{n-1}}\\times 100\\%',
        before: layout.quantum * 2,
      },
      {
        kind: 'box',
        variant: 'highlight',
        title: [text('亮点：“三层四级”质量责任制')],
        before: layout.quantum * 2,
        blocks: [p(filler), p(filler)],
      },
      {
        kind: 'box',
        variant: 'case',
        title: [text('案例：一次交验合格率提升')],
        before: layout.quantum * 2,
        blocks: [p(filler)],
      },
      p('const cpk = (usl - lsl) / (6 * sigma)\n    // 四个空格也要保留', 'code'),
      { kind: 'rule', before: 0 },
      ...Array.from({ length: 8 }, (_, index) => p(longText(index))),
      notes(),
    ],
  }
}

/** Whole quanta. */
function whole(height: number, { quantum }: Layout): number {
  return Math.ceil(height / quantum) * quantum
}

function list(): BookBlock {
  const inner: BookBlock = {
    kind: 'list',
    ordered: false,
    start: 1,
    depth: 1,
    before: 0,
    items: [
      { marker: '•', blocks: [p('每季度召开质量分析会，由总经理主持。')] },
      { marker: '☑', checked: true, blocks: [p('已完成内审。')] },
      { marker: '□', checked: false, blocks: [p('待完成外审。')] },
    ],
  }
  return {
    kind: 'list',
    ordered: true,
    start: 1,
    depth: 0,
    before: 0,
    items: [
      { marker: '1.', blocks: [p(`确定使命、愿景和价值观。${filler}`), inner] },
      { marker: '2.', blocks: [p('营造诚信守法的环境。'), p(filler, 'flush')] },
      { marker: '（10）', blocks: [p('履行社会责任。')] },
    ],
  }
}

function notes(): BookBlock {
  const blocks = [p('据公司《2019年顾客满意度调查报告》，样本量1 260份，置信度95%。', 'note')]
  return { kind: 'notes', before: 11, notes: [{ number: 1, anchor: 'note-1', blocks }] }
}
