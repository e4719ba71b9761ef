import type { Example } from '../define-rule.ts'

const table = '| a | b |\n| - | - |\n| 1 | 2 |'
const mermaid = '```mermaid\ngraph LR\n```'

function chapter(...blocks: readonly string[]): string {
  return ['# 1.1 使命', ...blocks].join('\n\n')
}

/** What markup-almost finds, mends and leaves alone. */
export const almostExamples: readonly Example[] = [
  {
    name: 'headings without their space, or with full-width signs',
    report: chapter('##3.2 顾客', '＃＃ 标题', '#　领导', '上文。\n###小节\n下文。'),
    finds: ['3:1 heading', '5:1 heading', '7:1 heading', '10:1 heading'],
    fixed: chapter('## 3.2 顾客', '## 标题', '# 领导', '上文。\n### 小节\n下文。'),
  },
  {
    name: 'machines, topics and escaped signs',
    report: chapter('#1机组运行稳定。', '#3线', '#质量月#活动', '\\##标题', '## 标题'),
    finds: [],
  },
  {
    name: 'images with full-width signs',
    report: chapter(
      '！【图】（a.png）',
      '![](a.png）',
      '！[图](b.png)',
      '![图] (c.png)',
      '![图](d.png',
    ),
    finds: ['3:1 image', '5:1 image', '7:1 image', '9:1 image', '11:1 image'],
    fixed: chapter('![图](a.png)', '![](a.png)', '![图](b.png)', '![图](c.png)', '![图](d.png)'),
  },
  {
    name: 'images whose file has a space in its name',
    report: chapter('![图](文化 图.png)', '![](a\\文化 图.png)', '见![图](b c.png)。'),
    finds: ['3:1 spaced', '5:1 spaced', '7:2 spaced'],
    fixed: chapter('![图](<文化 图.png>)', '![](<a/文化 图.png>)', '见![图](<b c.png>)。'),
  },
  { name: 'an exclamation', report: chapter('好！【注】（见附件）', '![图](a.png)'), finds: [] },
  {
    name: 'references with full-width brackets',
    report: chapter('见【表】（#main）和[年报]（https://a.cn/b）。', '表：成绩 {#main}', table),
    finds: ['3:2 link', '3:13 link'],
    fixed: chapter('见[表](#main)和[年报](https://a.cn/b)。', '表：成绩 {#main}', table),
  },
  {
    name: 'brackets that are the author’s',
    report: chapter('【采用方法】（#1机）甲。', '见[表](#main)。', '表：成绩 {#main}', table),
    finds: [],
  },
  {
    name: 'colons too many or too few',
    report: chapter(
      ':::图表[收入]{指标=revenue}',
      ':图表[收入]{指标=revenue}',
      '::亮点[题]\n\n内容\n\n:::',
    ),
    finds: ['5:1 colons', '3:1 colons', '7:1 colons'],
    fixed: chapter(
      '::图表[收入]{指标=revenue}',
      '::图表[收入]{指标=revenue}',
      ':::亮点[题]\n\n内容\n\n:::',
    ),
  },
  {
    name: 'directives as the parser reads them, on any keyboard',
    report: chapter(
      '：：图表【收入】｛＃fig-r　指标＝“revenue profit”｝',
      '：：：亮点【题】\n\n内容\n\n：：：',
      '甲：指标【revenue.2019】',
      '::分页',
      '时间:2024年，比例3:1，12:30[注]，见::分页',
      '图:说明如下',
    ),
    finds: [],
  },
  {
    name: 'names one character off',
    report: chapter(
      '::指示表[盈利]{指标=revenue}',
      '::chrat[Sales]{ids=revenue}',
      ':::亮典[题]\n\n内容\n\n:::',
    ),
    finds: ['3:1 name', '5:1 name', '7:1 name'],
  },
  {
    name: 'a directive nobody knows, and its end',
    report: chapter(':::警告\n\n内容\n\n:::', '::未知[题]{a=b}'),
    finds: ['3:1 unknown', '9:1 unknown'],
  },
  {
    name: 'a name without brackets, and its end',
    report: chapter(
      ':::指标图 fpy\n\n内容\n\n:::',
      '::图表 engagement',
      ':::警告 注意\n\n内容\n\n:::',
    ),
    finds: ['3:1 name', '11:1 unknown', '9:1 broken'],
  },
  {
    name: 'words behind a colon or two',
    report: chapter(':说明 如下', '::说明 如下'),
    finds: [],
  },
  {
    name: 'a brace that is not closed',
    report: chapter('::图表[收入]{指标=revenue', '表：成绩 {#main', table),
    finds: ['5:6 brace', '3:1 broken'],
    fixed: chapter('::图表[收入]{指标=revenue}', '表：成绩 {#main}', table),
  },
  {
    name: 'a line with something behind it',
    report: chapter('::图表[收入]{指标=revenue} 如下', '::图表[收入'),
    finds: ['3:1 broken', '5:1 broken'],
  },
  {
    name: 'a box that never ends',
    report: chapter(':::亮点[题]', '内容'),
    finds: ['3:1 unclosed'],
  },
  { name: 'an end without a box', report: chapter('内容', ':::'), finds: ['5:1 unopened'] },
  {
    name: 'a grid without its table',
    report: chapter(':::表格\n\n只有文字\n\n:::'),
    finds: ['3:1 grid'],
  },
  {
    name: 'an end as an item of a list that is none',
    report: chapter('甲\n2. :::\n乙'),
    finds: ['4:4 unopened'],
  },
  {
    name: 'a directive in the middle of a paragraph',
    report: chapter('甲\n2. ::分页\n乙'),
    finds: ['4:4 misplaced'],
  },
  {
    name: 'values without a year, and with a form nobody knows',
    report: chapter('收入:指标[revenue]，:指标[revenue.2019 翻番]。'),
    finds: ['3:3 value', '3:16 value'],
  },
  {
    name: 'labels that found nothing',
    report: chapter('正文 {#here}', '![图](a.png) {#fig}', '表：成绩 {#t}', '正文。'),
    finds: ['3:4 label', '5:13 label', '7:6 label'],
    fixed: chapter('正文 {#here}', '![图](a.png){#fig}', '表：成绩 {#t}', '正文。'),
  },
  {
    name: 'attributes in Chinese quotation marks, and braces of other kinds',
    report: chapter('![图](a.png){#fig 宽=“80%”}', '集合{a, b}与{}', '质量{宽=80%}'),
    finds: [],
  },
  {
    name: 'attributes nobody can read',
    report: chapter('![图](a.png){#a 宽=80% 宽=60%}'),
    finds: ['3:12 attributes'],
  },
  {
    name: 'typed numbers of tables and figures',
    report: chapter('见表1-1，如图1-1所示（表1-1）。', '表1-1 成绩', table, '图1-1：流程', mermaid),
    finds: [
      '5:1 captionNumber',
      '11:1 captionNumber',
      '3:2 mention',
      '3:8 mention',
      '3:15 mention',
    ],
    fixed: chapter(
      '见[表](#成绩)，如[图](#流程)所示（[表](#成绩)）。',
      '表：成绩',
      table,
      '图：流程',
      mermaid,
    ),
  },
  {
    name: 'typed numbers that printing changes are followed first',
    report: chapter('见表1-2。', '表1-2 成绩', table),
    finds: ['5:1 captionNumber', '3:2 mention'],
    fixed: chapter('见[表](#成绩)。', '表：成绩', table),
  },
  {
    name: 'a typed number stays where dropping it would turn another mention to it',
    report: chapter('见表1-2，见表1-1。', '表1-2 成绩', table),
    finds: ['5:1 captionNumber', '3:2 mention'],
    fixed: chapter('见[表](#成绩)，见表1-1。', '表1-2 成绩', table),
  },
  {
    name: 'a number that no table bears is a broken reference, not markup',
    report: chapter('见表3-9，表10由统计局填写，见表10，代表3人，图2019年。'),
    finds: [],
  },
  {
    name: 'marks of a list without their space',
    report: chapter('包括：\n-设计\n-制造', '*甲\n*乙'),
    finds: ['4:1 bullet', '7:1 bullet'],
    fixed: chapter('包括：\n- 设计\n- 制造', '* 甲\n* 乙'),
  },
  { name: 'a single star', report: chapter('*注：数据未经审计。'), finds: ['3:1 star'] },
  {
    name: 'lists as people type them',
    report: chapter(
      '1、设计\n2、制造',
      '（1）甲\n（2）乙',
      '-5℃以下\n-3℃以上',
      '- 甲\n- 乙',
      '*甲*乙',
    ),
    finds: [],
  },
]
