/** What GitHub's Markdown has beyond CommonMark, each as a document of its own. */
export const gfmExamples: Readonly<Record<string, string>> = {
  table: '| 指标 | 2019 |\n| - | - |\n| 收入 | 12 |',
  'columns aligned': '| a | b | c |\n| :- | :-: | -: |\n| 1 | 2 | 3 |',
  'bars escaped': '| a |\n| - |\n| x `\\|` y |\n| **x** \\| y |',
  'rows too short and too long': '| a | b |\n| - | - |\n| c |\n| c | d | e |',
  'head alone': '| a | b |\n| - | - |',
  'ended by a quote': '| a | b |\n| - | - |\n| c | d |\n> quote',
  'ended by a blank line': '| a | b |\n| - | - |\n| c | d |\ne\n\nf',
  'no table, one column off': '| a | b |\n| - |\n| c |',
  'table in a list': '- x\n\n  | a | b |\n  | - | - |\n  | c | d |\n- y',
  'table in a quote': '> | a | b |\n> | - | - |\n> | c | d |',
  'cells with everything':
    '| a |\n| - |\n| *e* **s** `c` ~~d~~ [l](https://x.cn) ![i](i.png)<br>z |',
  deletion: '~~Hi~~ Hello, ~there~ world!',
  'deletion over paragraphs': 'This ~~has a\n\nnew paragraph~~.',
  'three tildes': 'This will ~~~not~~~ strike.',
  tasks: '- [ ] foo\n- [x] bar',
  'tasks below tasks': '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim',
  'tasks numbered': '1. [x] a\n2. [ ] b\n\n   c',
  'tasks beside items': '- a\n- [ ] b\n- [ ]',
  'www address': 'www.commonmark.org/help and Visit www.commonmark.org/a.b.',
  'address in brackets': 'www.google.com/search?q=(business))+ok www.x.cn/a&hl;',
  'http addresses': 'http://commonmark.org (https://encrypted.google.com/search?q=x)',
  'mail addresses': 'foo@bar.baz hello+xyz@mail.example a.b-c_d@a.b.',
  'html that GitHub filters':
    '<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed.\n</blockquote>',
  footnote: 'a[^1]\n\n[^1]: note',
  'footnote with blocks':
    'a[^n]\n\n[^n]: one\n\n    two\n\n    - three\n\n    | a |\n    | - |\n    | b |',
  'footnote twice, and never': 'a[^1] b[^1]\n\n[^1]: note\n[^2]: never',
  'footnote in a footnote': 'a[^1]\n\n[^1]: x[^2]\n\n[^2]: y',
  'footnote in a table and a heading': '# h[^1]\n\n| a[^2] |\n| - |\n| b |\n\n[^1]: x\n[^2]: y',
}
