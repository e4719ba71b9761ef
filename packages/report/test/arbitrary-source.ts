import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'

const root = path.join(import.meta.dirname, '../../..')

/** Every text of the sample workspaces. */
export const sampleTexts: readonly string[] = ['content/samples', 'test/reports']
  .flatMap((folder) => globSync(`${folder}/**/*.md`, { cwd: root }))
  .sort()
  .map((file) => readFileSync(path.join(root, file), 'utf8'))

const sampleLines = sampleTexts.map((text) => text.split('\n'))

/** What stands inside the lines of reports, right and almost right. */
const inlinePieces = [
  '质量',
  '公司',
  '2019年',
  '，',
  '。',
  '（品）',
  '“质量第一”',
  '12.5%',
  '3:1',
  '10:30',
  'ERP',
  ' ',
  '　',
  '😀',
  'é',
  'A&B',
  '**',
  '*',
  '_',
  '~~',
  '~',
  '`',
  '``',
  '2017~2019',
  '500~~2000',
  '1200*800*600mm',
  '600mm*400mm',
  '$500万',
  '$$',
  '<br>',
  '<sub>2</sub>',
  '<u>',
  '</u>',
  '<ERP>',
  '</b>',
  '<a href="*">',
  '<',
  '>',
  '>95%',
  '<!--',
  '-->',
  '<!-- 注 -->',
  '<!-- 要求：1.1.a -->',
  ':指标[revenue.2019]',
  '：指标【revenue.2019 同比】｛小数=1｝',
  ':val[a',
  ':指标[x]',
  '[表](#tbl)',
  '[](#revenue.2019)',
  '[103万元](#revenue.2019)',
  '[链](u "题")',
  '[链](<a b>)',
  '[',
  ']',
  '](',
  ')',
  '![图](a.png)',
  '![',
  '![甲](a.png){#f 宽=80%}',
  '[^1]',
  '[甲]',
  '[甲][乙]',
  '[证](#a，b)',
  '{#x}',
  '｛＃x｝',
  '{宽=80%}',
  '{',
  '}',
  '{#a 说明="*"}',
  '\\',
  '\\*',
  '\\|',
  '&#38;',
  '&#10;',
  '&',
  '|',
  '#',
  '表：',
  '图：',
  '表3-1 ',
] as const

/** What begins a line. */
const lineStarts = [
  '',
  '',
  '',
  '# ',
  '## ',
  '##',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '- [ ] ',
  '> ',
  '>',
  '    ',
  '　　',
  '\t',
  '| ',
  '表：',
  '图：',
  '::',
  ':::',
  '：：：',
  '[^1]: ',
  '[甲]: ',
  '[乙]: u',
  '> - ',
  '- > ',
  '  ',
  '   ',
] as const

/** Whole lines with a meaning of their own. */
const wholeLines = [
  '',
  '',
  '',
  '---',
  '***',
  '| a | b |',
  '|---|:-:|',
  '| 1 | 2 | 3 |',
  '| ^^ | << |',
  'a|b',
  '::分页',
  '::图表[收入]{指标=revenue}',
  '::指标表[表1 盈利]{#t 指标="a b"}',
  ':::亮点[题]',
  ':::横向',
  '::::表格',
  ':::表格[题]{#g}',
  ':::',
  '::::',
  '：：：案例【题】',
  '```mermaid {#d}',
  '```',
  '```js x',
  '~~~',
  '$$',
  '$$x$$',
  '<!-- 注 -->',
  '<!--',
  '-->',
  '表：标题 {#tbl}',
  '图：标题',
  '![](a.png)',
  '![甲](a.png) ![乙](b.png)',
  '[^1]: 注',
  '    续段',
  '[甲]: https://a.cn "名"',
  '<div>',
  '===',
] as const

const line: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...wholeLines) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...lineStarts),
        fc.array(fc.constantFrom(...inlinePieces), { minLength: 1, maxLength: 8 }),
      )
      .map(([start, pieces]) => start + pieces.join('')),
  },
)

/** Lines of a report that nobody would write, and that somebody will. */
export const fragments: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 14 }),
    fc.constantFrom('', '', '> ', '- ', '  ', '> > '),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([lines, prefix, end]) => lines.map((text) => prefix + text).join(end))

type Mutation = (text: string, at: number, other: number) => string

const mutations: readonly Mutation[] = [
  (text, at, other) =>
    text.slice(0, at) + inlinePieces[other % inlinePieces.length] + text.slice(at),
  (text, at, other) => text.slice(0, at) + lineStarts[other % lineStarts.length] + text.slice(at),
  (text, at) => `${text.slice(0, at)}\n${text.slice(at)}`,
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at, other) => text.slice(0, at) + text.slice(at + (other % 40)),
  (text, at) => text.slice(0, at) + text.slice(at, at + 1) + text.slice(at),
  (text, at) =>
    text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2),
  (text, at, other) =>
    changeLines(text, at, (lines, i) =>
      lines.splice(i, 0, wholeLines[other % wholeLines.length] ?? ''),
    ),
  (text, at) => changeLines(text, at, (lines, i) => lines.splice(i, 1)),
  (text, at) => changeLines(text, at, (lines, i) => lines.splice(i, 0, lines[i] ?? '')),
  (text, at, other) =>
    changeLines(text, at, (lines, i) =>
      lines.splice(other % (lines.length + 1), 0, ...lines.splice(i, 1)),
    ),
]

function changeLines(
  text: string,
  at: number,
  change: (lines: string[], index: number) => unknown,
): string {
  const lines = text.split('\n')
  change(lines, at % lines.length)
  return lines.join('\n')
}

/** A stretch of a real text, changed a few times. */
export const mutatedSamples: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...sampleLines),
    fc.nat(),
    fc.integer({ min: 1, max: 25 }),
    fc.array(fc.tuple(fc.nat({ max: mutations.length - 1 }), fc.nat(), fc.nat()), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([lines, start, length, steps]) => {
    const from = start % lines.length
    const text = lines.slice(from, from + length).join('\n')
    return steps.reduce(
      (changed, [which, at, other]) =>
        mutations[which]?.(changed, at % (changed.length + 1), other) ?? changed,
      text,
    )
  })
