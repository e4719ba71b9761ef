import { lines, type Reading } from './reading.ts'

export const structures: readonly Reading[] = [
  // Tables.
  [lines('| a | b |', '|:--|--:|', '| 1 | 2 |'), 'table <>: a|b / 1|2'],
  [lines('a | b', ':-:|---', '1 | 2'), 'table ^-: a|b / 1|2'],
  [
    lines('| a | b |', '|--|--|', '| 1 | 2 | 3 |'),
    lines('table: a|b / 1|2|3', '! surplus-cell | 3 |'),
  ],
  [lines('| a | b |', '|--|--|', '| 1 |', '|  | 2 |'), 'table: a|b / 1 / |2'],
  [
    lines('| a | b |', '|--|--|', '| 1 | 2 |', '紧跟的正文'),
    lines('table: a|b / 1|2', 'p 紧跟的正文'),
  ],
  [lines('| a |', '|--|', '| 1 |', '正文', '又一行'), lines('table: a / 1', 'p 正文⏎又一行')],
  [lines('| a |', '|--|', '| 1 |', '# 标题'), lines('table: a / 1', 'h1 标题')],
  [lines('| a |', '|--|', '- 项'), lines('table: a', 'ul', '  - p 项')],
  [lines('| 率 |', '|--|', '| 95\\|96 |', '| `a\\|b` |'), 'table: 率 / 95|96 / ⟨code a|b⟩'],
  [lines('| a |', '|--|', '|　　 87.0 | '), 'table: a / 　　 87.0'],
  [lines('| a {#x} |', '|--|', '| 甲<br>乙 |'), 'table: a {#x} / 甲⟨br⟩乙'],
  [lines('| 甲 | 乙 |', '| 丙 | 丁 |'), 'p | 甲 | 乙 |⏎| 丙 | 丁 |'],

  // Lists.
  [lines('- 甲', '- 乙'), lines('ul', '  - p 甲', '  - p 乙')],
  [lines('3. 甲', '4. 乙'), lines('ol 3', '  - p 甲', '  - p 乙')],
  [lines('- 甲', '', '- 乙'), lines('ul loose', '  - p 甲', '  - p 乙')],
  [lines('- [ ] 待办', '- [x] 已办'), lines('ul', '  [ ] p 待办', '  [x] p 已办')],
  [
    lines('- 甲', '  - 乙', '    1. 丙'),
    lines('ul', '  - p 甲', '    ul', '      - p 乙', '        ol 1', '          - p 丙'),
  ],
  [
    lines('- 甲', '', '  | a |', '  |--|', '  | 1 |', '- 乙'),
    lines('ul loose', '  - p 甲', '    table: a / 1', '  - p 乙'),
  ],
  [
    lines('- 表：甲', '', '  | a |', '  |--|', '- 乙'),
    lines('ul loose', '  - table “甲”: a', '  - p 乙'),
  ],
  [lines('a) 甲', 'b）乙'), 'p a) 甲⏎b）乙'],
  [lines('1、甲', '2、乙'), 'p 1、甲⏎2、乙'],
  ['-没有空格', 'p -没有空格'],
  ['2019.12.31', 'p 2019.12.31'],
  [lines('- ', '- 乙'), lines('ul', '  -', '  - p 乙')],

  // Quotations and code.
  [lines('> 甲', '乙'), lines('quote', '  p 甲⏎乙')],
  [lines('> 甲', '> > 乙'), lines('quote', '  p 甲', '  quote', '    p 乙')],
  [lines('> - 甲', '>   乙'), lines('quote', '  ul', '    - p 甲⏎乙')],
  [lines('```js title="x"', 'a', '', 'b', '```'), 'code js title="x": a⏎⏎b'],
  [lines('~~~', '没有结束'), 'code: 没有结束'],
  ['`a  b`', 'p ⟨code a  b⟩'],
  ['`` a`b ``', 'p ⟨code a`b⟩'],
  ['没有配对的`反引号', 'p 没有配对的`反引号'],

  // References, links, tied values.
  ['见[](#tbl-main)', 'p 见⟨ref →tbl-main⟩'],
  ['[表](#近三年主要经营指标)与[图](#fig-org)', 'p ⟨ref 表→近三年主要经营指标⟩与⟨ref 图→fig-org⟩'],
  ['[条](#1.2)[证](#iso9001,audit-2019)', 'p ⟨ref 条→1.2⟩⟨ref 证→iso9001,audit-2019⟩'],
  ['[证](#甲，乙、丙)', 'p ⟨ref 证→甲,乙、丙⟩'],
  ['[表@页](#tbl)与[@页](#tbl)', 'p ⟨ref 表@→tbl⟩与⟨ref @→tbl⟩'],
  ['[上表@页](#tbl)', 'p ⟨ref “上表@页”→tbl⟩'],
  ['[见**表一**](#tbl)', 'p ⟨ref “见⟨b 表一⟩”→tbl⟩'],
  ['[表](＃tbl)', 'p ⟨ref 表→tbl⟩'],
  ['[103480万元](#revenue.2019)', 'p ⟨tied revenue.2019: 103480万元⟩'],
  ['[**10.3**亿元](#主营收入.2019)', 'p ⟨tied 主营收入.2019: ⟨b 10.3⟩亿元⟩'],
  ['[](#revenue.2019)', 'p ⟨value revenue.2019⟩'],
  ['[](#，revenue.2019)', 'p ⟨value revenue.2019⟩'],
  ['[](#\\*revenue.2019)', 'p ⟨value *revenue.2019⟩'],
  ['[表](#sales.2019)', 'p ⟨ref 表→sales.2019⟩'],
  ['[官网](https://a.cn "公司官网")', 'p ⟨link https://a.cn “公司官网”: 官网⟩'],
  ['[文件](<a b.pdf>)', 'p ⟨link a b.pdf: 文件⟩'],
  [
    lines('见[标准]', '', '[标准]: https://a.cn "名"'),
    lines('p 见⟨link https://a.cn “名”: 标准⟩', 'link-definition 标准 https://a.cn “名”'),
  ],
  [lines('[甲][乙]', '', '[乙]: #tbl'), lines('p ⟨ref “甲”→tbl⟩', 'link-definition 乙 #tbl')],
  [
    lines('![甲][图1]', '', '[图1]: a.png'),
    lines('figure “甲”: ⟨img a.png: 甲⟩', 'link-definition 图1 a.png'),
  ],
  ['[没有定义]与[这个][那个]', 'p [没有定义]与[这个][那个]'],

  // What a parser would swallow.
  [
    '[数据来源]: 年度审计报告',
    lines('p [数据来源]: 年度审计报告', '! definition [数据来源]: 年度审计报告'),
  ],
  [
    lines('[注]: a', '[注]: b', '', '见[注]'),
    lines('link-definition 注 a', 'p [注]: b', 'p 见⟨link a: 注⟩', '! definition [注]: b'),
  ],
  [
    lines('甲[^1]', '', '[^1]: 注**一**', '', '    注二'),
    lines('p 甲⟨fn 1⟩', 'footnote 1', '  p 注⟨b 一⟩', '  p 注二'),
  ],
  [
    lines('甲[^1]', '', '[^1]: 一', '[^2]: 没人引'),
    lines('p 甲⟨fn 1⟩', 'footnote 1', '  p 一', 'p [^2]: 没人引', '! footnote [^2]: 没人引'),
  ],
  [
    lines('[^1]: 见[^2]', '', '[^2]: 见[^1]'),
    lines('p [^1]: 见[^2]', 'p [^2]: 见[^1]', '! footnote [^1]: 见[^2]', '! footnote [^2]: 见[^1]'),
  ],
  ['甲[^没有]', 'p 甲[^没有]'],
  [
    lines('| a | b |', '|--|--|', '| 1[^1] | 2 |', '见[甲]', '', '[^1]: 注', '', '[甲]: u'),
    lines(
      'table: a|b / 1⟨fn 1⟩|2',
      'p 见⟨link u: 甲⟩',
      'footnote 1',
      '  p 注',
      'link-definition 甲 u',
    ),
  ],

  [
    lines('甲[^1*2]与[3*4]', '', '[^1*2]: 注', '', '[3*4]: u'),
    lines('p 甲⟨fn 1*2⟩与⟨link u: 3*4⟩', 'footnote 1*2', '  p 注', 'link-definition 3*4 u'),
  ],

  // Front matter.
  [lines('---', '负责人: 张三', '---', '正文'), 'p 正文'],
  [lines('---', '正文没有冒号', '---'), lines('rule', 'p 正文没有冒号', 'rule')],

  [lines('---', '3:1质量', '---'), lines('rule', 'p 3:1质量', 'rule')],
  [lines('---', '负责人：张三', '状态:', '---', '正文'), 'p 正文'],

  // Line ends and marks of the file.
  ['# 领导\r\n\r\n第一行\r\n第二行\r\n', lines('h1 领导', 'p 第一行⏎第二行')],
  ['甲\r乙', 'p 甲⏎乙'],
  [
    '```\r\na\r\nb\r\n```\r\n\r\n`c\r\nd`\r\n\r\n<!-- e\r\nf -->',
    lines('code: a⏎b', 'p ⟨code c⏎d⟩', 'note e⏎f'),
  ],
  ['\uFEFF# 领导', 'h1 领导'],
  ['\uFEFF---\n负责人: 张三\n---\n正文', 'p 正文'],
  ['甲\0乙\uFDD0丙', 'p 甲\uFFFD乙\uFFFD丙'],
  ['`甲\0`', 'p ⟨code 甲\uFFFD⟩'],
  ['', ''],
]
