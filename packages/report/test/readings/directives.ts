import { lines, type Reading } from './reading.ts'

export const directives: readonly Reading[] = [
  // What bears the name of a directive, in both languages.
  ['::分页', 'page-break'],
  ['::pagebreak', 'page-break'],
  ['::指标表[盈利]{指标="revenue profit"}', 'indicator-table “盈利”: revenue profit'],
  ['::indicators[盈利]{ids=revenue}', 'indicator-table “盈利”: revenue'],
  ['::指标表{指标=revenue，profit、csi}', 'indicator-table: revenue profit csi'],
  ['::图表[收入]{指标=revenue 类型=折线}', 'chart “收入” {type=折线}: revenue'],
  ['::chart[收入]{ids=revenue type=line}', 'chart “收入” {type=line}: revenue'],
  [
    '::图表[收入]{#fig-r 指标=revenue 年份=2017-2019}',
    'chart “收入” #fig-r {years=2017-2019}: revenue',
  ],
  [lines(':::亮点[题]', '内容', ':::'), lines('highlight 题', '  p 内容')],
  [lines(':::highlight', '内容', ':::'), lines('highlight', '  p 内容')],
  [
    lines(':::案例[题]{#c1 来源=班组}', '内容', ':::'),
    lines('case #c1 {source=班组} 题', '  p 内容'),
  ],
  [lines(':::case[Tale]', 'text', ':::'), lines('case Tale', '  p text')],
  [lines(':::横向', '宽', ':::'), lines('landscape', '  p 宽')],
  [lines(':::landscape', '宽', ':::'), lines('landscape', '  p 宽')],
  ['甲:指标[revenue.2019]乙', 'p 甲⟨value revenue.2019⟩乙'],
  [':val[revenue.2019]', 'p ⟨value revenue.2019⟩'],
  [':指标[revenue.2019 同比]', 'p ⟨value revenue.2019 同比⟩'],
  [
    ':指标[revenue.2019 增量]{单位=亿元 小数=2}',
    'p ⟨value revenue.2019 增量 {unit=亿元 decimals=2}⟩',
  ],
  [':指标[主营收入.2019 年均增长]', 'p ⟨value 主营收入.2019 年均增长⟩'],
  [
    ':val[a.2019 versus-target]，:val[a.2019 较标杆]',
    'p ⟨value a.2019 versus-target⟩，⟨value a.2019 较标杆⟩',
  ],

  // The marks of a Chinese keyboard.
  ['：指标【revenue.2019】', 'p ⟨value revenue.2019⟩'],
  ['：指标［revenue.2019　同比］｛小数＝1｝', 'p ⟨value revenue.2019 同比 {decimals=1}⟩'],
  ['：：分页', 'page-break'],
  ['：：图表【收入】｛＃fig-r　指标＝“revenue profit”｝', 'chart “收入” #fig-r: revenue profit'],
  [lines('：：：亮点【题】', '内容', '：：：'), lines('highlight 题', '  p 内容')],
  [
    lines('::::横向', ':::亮点', '内容', ':::', '::::'),
    lines('landscape', '  highlight', '    p 内容'),
  ],
  ['　　::分页　', 'page-break'],

  // Inside other things.
  [lines('- 甲', '  ::分页', '- 乙'), lines('ul', '  - p 甲', '    page-break', '  - p 乙')],
  [
    lines('1. :::亮点[题]', '   内容', '   :::', '2. 乙'),
    lines('ol 1', '  - highlight 题', '      p 内容', '  - p 乙'),
  ],
  [lines('> :::案例', '> 内容', '> :::'), lines('quote', '  case', '    p 内容')],
  [lines('段落', '::分页', '下文'), lines('p 段落', 'page-break', 'p 下文')],
  [
    lines('| 项 | 值 |', '|--|--|', '| 收入 | :指标[revenue.2019] |'),
    'table: 项|值 / 收入|⟨value revenue.2019⟩',
  ],
  ['| 项 |\n|--|\n| :指标[a.2019]{单位="a|b"} |', 'table: 项 / ⟨value a.2019 {unit=a|b}⟩'],
  ['## 收入:指标[revenue.2019]', 'h2 收入⟨value revenue.2019⟩'],
  ['**收入:指标[revenue.2019]**增长', 'p ⟨b 收入⟨value revenue.2019⟩⟩增长'],
  [
    '**增长12%**:指标[a.2019]**(均值)**<!-- 注 -->后',
    'p ⟨b 增长12%⟩⟨value a.2019⟩⟨b (均值)⟩⟨note 注⟩后',
  ],
  ['见[收入:指标[revenue.2019]](#tbl-main)', 'p 见⟨ref “收入⟨value revenue.2019⟩”→tbl-main⟩'],
  [
    '::图表[**收入**与:指标[revenue.2019]]{指标=revenue}',
    'chart “⟨b 收入⟩与⟨value revenue.2019⟩”: revenue',
  ],
  [
    lines('::指标表[表3-1 盈利]{指标=revenue}', '::图表[图：趋势]{指标=revenue}'),
    lines('indicator-table “表3-1=盈利”: revenue', 'chart “趋势”: revenue'),
  ],
  [
    lines(':::亮点[外]', '甲', ':::案例[内]', '乙', ':::', '丙', ':::'),
    lines('highlight 外', '  p 甲', '  case 内', '    p 乙', '  p 丙'),
  ],
  [
    lines(':::横向', '表：宽表 {#t}', '', '| a | b |', '|--|--|', '| 1 | 2 |', ':::'),
    lines('landscape', '  table “宽表” #t: a|b / 1|2'),
  ],
  [
    lines('表：宽表', '', ':::表格', '| a | b |', '|--|--|', '| 1 | << |', '| ^^ | 2 |', ':::'),
    'grid “宽表”: a|b / 1|← / ↑|2',
  ],
  [
    lines(':::grid[题]{#t 列=2}', '| a |', '|--|', '| ^^ |', ':::'),
    'grid “题” #t {columns=2}: a / ↑',
  ],
  [lines(':::表格', '| ^^ | a |', '|--|--|', '| << | **^^** |', ':::'), 'grid: ^^|a / <<|⟨b ^^⟩'],
  [lines('| a |', '|--|', '| ^^ |'), 'table: a / ^^'],
  [
    lines(':::表格', '<!-- 合并 -->', '| a |', '|--|', '| 1 |', ':::'),
    lines('note 合并', 'grid: a / 1'),
  ],

  // What only looks like one is the author's text.
  ['时间:2024年', 'p 时间:2024年'],
  ['比例3:1，10:30开会', 'p 比例3:1，10:30开会'],
  ['12:30[注]', 'p 12:30[注]'],
  ['指标:完成', 'p 指标:完成'],
  [
    lines('::未知[题]{a=b}', ':::警告', '内容', ':::'),
    lines('p ::未知[题]{a=b}⏎:::警告⏎内容', 'p :::', '! directive :::'),
  ],
  ['::', 'p ::'],
  [':::', lines('p :::', '! directive :::')],
  [lines(':::亮点[题]', '内容'), lines('p :::亮点[题]', 'p 内容', '! directive :::亮点[题]')],
  [
    lines(':::亮点[题]', '> 引', '> :::'),
    lines(
      'p :::亮点[题]',
      'quote',
      '  p 引',
      '  p :::',
      '! directive :::亮点[题]',
      '! directive :::',
    ),
  ],
  ['::亮点[题]', lines('p ::亮点[题]', '! directive ::亮点[题]')],
  [':::图表[题]{指标=a}', lines('p :::图表[题]{指标=a}', '! directive :::图表[题]{指标=a}')],
  ['::分页[题]', lines('p ::分页[题]', '! directive ::分页[题]')],
  ['::图表[题]{指标=a} 尾', lines('p ::图表[题]{指标=a} 尾', '! directive ::图表[题]{指标=a} 尾')],
  ['::图表[题', lines('p ::图表[题', '! directive ::图表[题')],
  [
    '::图表[题]{指标=a 指标=b}',
    lines('p ::图表[题]{指标=a 指标=b}', '! directive ::图表[题]{指标=a 指标=b}'),
  ],
  ['见::分页', 'p 见::分页'],
  [':指标[revenue]', lines('p :指标[revenue]', '! directive :指标')],
  [':指标[revenue.2019 翻番]', lines('p :指标[revenue.2019 翻番]', '! directive :指标')],
  [lines('甲', '2. :::', '乙'), lines('p 甲⏎2. :::⏎乙', '! directive :::')],
  [
    lines(':::表格', '只有文字', ':::'),
    lines('p :::表格', 'p 只有文字', 'p :::', '! directive :::表格', '! directive :::'),
  ],
  ['\\:指标[revenue.2019] \\::分页', 'p :指标[revenue.2019] ::分页'],
  ['`:指标[revenue.2019]`与`::分页`', 'p ⟨code :指标[revenue.2019]⟩与⟨code ::分页⟩'],
  [
    lines('```', '::分页', ':指标[a.2019]', '<!-- 注 -->', '```'),
    'code: ::分页⏎:指标[a.2019]⏎<!-- 注 -->',
  ],
  [
    lines('> ```', '> 码', '正文:指标[a.2019]'),
    lines('quote', '  code: 码', 'p 正文⟨value a.2019⟩'),
  ],
  [
    lines('1. 甲', '   ```', '   码', '2. :指标[a.2019]'),
    lines('ol 1', '  - p 甲', '    code: 码', '  - p ⟨value a.2019⟩'),
  ],
]
