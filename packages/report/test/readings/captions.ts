import { lines, type Reading } from './reading.ts'

const table = ['| a | b |', '|--|--|', '| 1 | 2 |']
const mermaid = ['```mermaid', 'graph', '```']

export const captions: readonly Reading[] = [
  [lines('表：近三年指标', '', ...table), 'table “近三年指标”: a|b / 1|2'],
  [lines('表:近三年指标', ...table), 'table “近三年指标”: a|b / 1|2'],
  [
    lines('上文。', '表：近三年指标 {#t}', ...table),
    lines('p 上文。', 'table “近三年指标” #t: a|b / 1|2'),
  ],
  [lines('上文。', '表：近三年指标', '', '下文。'), 'p 上文。⏎表：近三年指标\np 下文。'],
  [
    lines('表：指标 {#tbl-main 宽=80%}', '', ...table),
    'table “指标” #tbl-main {width=80%}: a|b / 1|2',
  ],
  [lines('表：指标｛＃tbl-main｝', '', ...table), 'table “指标” #tbl-main: a|b / 1|2'],
  [lines('表：**重点**指标', '', ...table), 'table “⟨b 重点⟩指标”: a|b / 1|2'],
  [lines('表：指标', '<!-- 注 -->', '', ...table), lines('note 注', 'table “指标”: a|b / 1|2')],
  [lines('<!-- 注 -->表：指标', '', ...table), 'table “⟨note 注⟩指标”: a|b / 1|2'],
  [lines('表3-1 指标', '', ...table), 'table “表3-1=指标”: a|b / 1|2'],
  [lines('表 3—1：指标', '', ...table), 'table “表 3—1=指标”: a|b / 1|2'],
  [
    lines('表3-1 是近三年的指标。', '', ...table),
    lines('p 表3-1 是近三年的指标。', 'table: a|b / 1|2'),
  ],
  [lines('图：不是表', '', ...table), lines('p 图：不是表', 'table: a|b / 1|2')],
  [lines(...table, '', '表：在下面'), lines('table: a|b / 1|2', 'p 表：在下面')],
  [lines('表：甲', '', '表：乙', '', ...table), lines('p 表：甲', 'table “乙”: a|b / 1|2')],
  [lines('表：指标 {#a} {#b}', '', ...table), 'table “指标 {#a}” #b: a|b / 1|2'],
  [lines('表：甲', '', '::指标表[乙]{指标=a}'), lines('p 表：甲', 'indicator-table “乙”: a')],
  [lines('表：甲 {#t}', '', '::指标表{指标=a}'), 'indicator-table “甲” #t: a'],

  [lines('图：流程', '', ...mermaid), 'diagram “流程”: graph'],
  [lines('图：流程 {#fig-f 宽=60%}', ...mermaid), 'diagram “流程” #fig-f {width=60%}: graph'],
  [lines('```mermaid {#fig-f 宽=60%}', 'graph', '```'), 'diagram #fig-f {width=60%}: graph'],
  [lines('图3-1 流程', '', ...mermaid), 'diagram “图3-1=流程”: graph'],
  [lines('图：收入', '', '::图表{指标=a}'), 'chart “收入”: a'],
  [lines('图：架构', '', '![](a.png)'), 'figure “架构”: ⟨img a.png: ⟩'],
  [lines('图：架构', '![](a.png)'), 'figure “架构”: ⟨img a.png: ⟩'],
  [lines('![](a.png)', '图：架构 {#fig-org}'), 'figure “架构” #fig-org: ⟨img a.png: ⟩'],
  [lines('![](a.png)', '', '图：架构'), 'figure “架构”: ⟨img a.png: ⟩'],
  ['![架构](a.png)', 'figure “架构”: ⟨img a.png: 架构⟩'],
  ['![图3-1 架构](a.png)', 'figure “图3-1=架构”: ⟨img a.png: 图3-1 架构⟩'],
  ['![](a.png)', 'figure: ⟨img a.png: ⟩'],
  [
    '![架构](a.png){#fig-org width=80% 高=60mm}',
    'figure “架构” #fig-org {width=80% height=60mm}: ⟨img a.png #fig-org {width=80% height=60mm}: 架构⟩',
  ],
  [
    '![架构](a.png){#fig-org width=80% 宽=80%}',
    'figure “架构” #fig-org {width=80%}: ⟨img a.png #fig-org {width=80%}: 架构⟩',
  ],
  ['![架构](a.png){宽=80%}', 'figure “架构” {width=80%}: ⟨img a.png {width=80%}: 架构⟩'],
  ['![架构](a.png){#a 宽=80% 宽=60%}', lines('p ⟨img a.png: 架构⟩{#a 宽=80% 宽=60%}')],
  ['![甲](a.png) ![乙](b.png)', 'figure: ⟨img a.png: 甲⟩⟨img b.png: 乙⟩'],
  [
    lines('![甲](a.png){#f1}', '![乙](b.png){#f2}', '![丙](c.png)', '![丁](d.png)'),
    'figure: ⟨img a.png #f1: 甲⟩⟨img b.png #f2: 乙⟩⟨img c.png: 丙⟩⟨img d.png: 丁⟩',
  ],
  [
    lines('![1](1.png) ![2](2.png) ![3](3.png) ![4](4.png) ![5](5.png)'),
    'p ⟨img 1.png: 1⟩ ⟨img 2.png: 2⟩ ⟨img 3.png: 3⟩ ⟨img 4.png: 4⟩ ⟨img 5.png: 5⟩',
  ],
  [
    lines('图：一排', '', '![甲](a.png) ![乙](b.png)'),
    'figure “一排”: ⟨img a.png: 甲⟩⟨img b.png: 乙⟩',
  ],
  ['见![图标](a.png)所示', 'p 见⟨img a.png: 图标⟩所示'],
  ['![甲](a.png)<!-- 待换 -->', lines('note 待换', 'figure “甲”: ⟨img a.png: 甲⟩')],
  [
    lines('![](1.png)', '', '图：甲', '', '![](2.png)', '', '图：乙'),
    lines('figure “甲”: ⟨img 1.png: ⟩', 'figure “乙”: ⟨img 2.png: ⟩'),
  ],
  [
    lines('图：甲', '', '![](1.png)', '', '图：乙', '', '![](2.png)'),
    lines('figure “甲”: ⟨img 1.png: ⟩', 'figure “乙”: ⟨img 2.png: ⟩'),
  ],
  // Between two images.
  [
    lines('![](1.png)', '', '图：甲', '', '![](2.png)'),
    lines('figure “甲”: ⟨img 1.png: ⟩', 'figure: ⟨img 2.png: ⟩'),
  ],
  [
    lines('![甲](1.png)', '', '图：乙', '', '![丙](2.png)'),
    lines('figure “乙”: ⟨img 1.png: 甲⟩', 'figure “丙”: ⟨img 2.png: 丙⟩'),
  ],
  [
    lines('![甲](1.png)', '', '图：乙', '', '![](2.png)'),
    lines('figure “甲”: ⟨img 1.png: 甲⟩', 'figure “乙”: ⟨img 2.png: ⟩'),
  ],
  [
    lines('![甲](1.png)', '', '图：乙', '', '![](2.png)', '', '图：丙'),
    lines('figure “乙”: ⟨img 1.png: 甲⟩', 'figure “丙”: ⟨img 2.png: ⟩'),
  ],
  [
    lines('![甲](1.png)', '', '图：乙', '', '图：丙', '![](2.png)'),
    lines('figure “乙”: ⟨img 1.png: 甲⟩', 'figure “丙”: ⟨img 2.png: ⟩'),
  ],
  [
    lines('![](1.png)', '', '图：乙', '', '![丙](2.png)'),
    lines('figure “乙”: ⟨img 1.png: ⟩', 'figure “丙”: ⟨img 2.png: 丙⟩'),
  ],
  [
    lines('![](1.png)', '', '图：乙', '![](2.png)'),
    lines('figure: ⟨img 1.png: ⟩', 'figure “乙”: ⟨img 2.png: ⟩'),
  ],
  [
    lines('![](1.png)', '图：乙', '', '![](2.png)'),
    lines('figure “乙”: ⟨img 1.png: ⟩', 'figure: ⟨img 2.png: ⟩'),
  ],
  [
    lines('![甲](1.png) ![乙](2.png)', '', '图：丙', '', '<!-- 注 -->', '', '![](3.png)'),
    lines('figure: ⟨img 1.png: 甲⟩⟨img 2.png: 乙⟩', 'note 注', 'figure “丙”: ⟨img 3.png: ⟩'),
  ],
  [
    lines('![](1.png)', '', '图：流程', '', '<!-- 注 -->', '', ...mermaid),
    lines('figure: ⟨img 1.png: ⟩', 'note 注', 'diagram “流程”: graph'),
  ],
  [
    lines('![甲](1.png)', '', '图：流程', '', ...mermaid),
    lines('figure “甲”: ⟨img 1.png: 甲⟩', 'diagram “流程”: graph'),
  ],
  [lines('- 图：甲', '', '  ![](1.png)'), lines('ul loose', '  - figure “甲”: ⟨img 1.png: ⟩')],
  [
    '![**粗**与:指标[a.2019]](a.png "题")',
    'figure “粗与:指标[a.2019]”: ⟨img a.png “题”: 粗与:指标[a.2019]⟩',
  ],
  ['![见[甲](u)](a.png)', 'figure “见[甲](u)”: ⟨img a.png: 见[甲](u)⟩'],
  [lines('![[链](<a b>)&#38;', '](\\*)质量'), 'p ⟨img *: [链](<a b>)&#38;⟩质量'],
  [lines('见![[甲]乙][甲]', '', '[甲]: u'), lines('p 见⟨img u: [甲]乙⟩', 'link-definition 甲 u')],
  [lines('率![[链](a)', '>95%](b)'), 'p 率⟨img b: [链](a) >95%⟩'],

  // Labels and attributes.
  ['## 高层领导 {#lead}', 'h2 #lead 高层领导'],
  ['## 高层领导｛＃lead｝ <!-- 注 -->', 'h2 #lead 高层领导⟨note 注⟩'],
  ['## 高层领导 {#lead 宽=1}', lines('h2 高层领导 {#lead 宽=1}', '! label {#lead 宽=1}')],
  ['正文 {#here}', lines('p 正文 {#here}', '! label {#here}')],
  ['质量（品）{宽=80%}与[链](u){宽=80%}', 'p 质量（品）{宽=80%}与⟨link u: 链⟩{宽=80%}'],
  ['集合{a, b}与{}', 'p 集合{a, b}与{}'],
  ['**粗 {#x}**', 'p ⟨b 粗 {#x}⟩'],
  [
    '::图表[t]{说明="**重** `码` [链](u) 12:30 a|b }" 指标=a}',
    'chart “t” {note=**重** `码` [链](u) 12:30 a|b }}: a',
  ],
  ['::图表[t]{说明=“全角 引号”　来源=’年报’　指标=a}', 'chart “t” {note=全角 引号 source=年报}: a'],
  ['::图表[t]{note=\'半角 "引号"\' ids=a flag}', 'chart “t” {note=半角 "引号" flag=}: a'],
]
