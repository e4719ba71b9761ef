import { wording } from '@ziping/diagnostics'
import { defineFileRule } from '../define-file-rule.ts'
import type { Rule } from '../define-rule.ts'
import { openFences } from '../open-fences.ts'

export const markupSwallowed: Rule = defineFileRule({
  id: 'markup-swallowed',
  severity: 'warning',
  source: ['DESIGN 4'],
  title: { 'zh-CN': '别的工具会吞掉的文字', en: 'Text that other tools would swallow' },
  why: {
    'zh-CN':
      '没有人引用的脚注、链接定义，比表头多出来的单元格，在一般的 Markdown 工具里会悄悄消失；没有结束的代码框会把后面的章节都当成代码。这里保留下来照原样印出，请看看是不是本意。',
    en: 'Footnotes and link definitions that nothing cites, and cells beyond a table’s head, vanish in most Markdown tools; a fence without its end makes code of the chapters behind it. Here they print as typed.',
  },
  messages: {
    definition: wording<{ readonly text: string }>({
      'zh-CN': ({ text }) => ({
        message: `“${text}”写成了链接定义而没有人引用，照原样印出`,
        advice: '如果是正文，把“[…]:”改成“…：”；不要了就删去',
      }),
      en: ({ text }) => ({
        message: `“${text}” is written as a link definition that nothing cites; it prints as typed`,
        advice: 'If it is text, drop the brackets; otherwise delete it',
      }),
    }),
    footnote: wording<{ readonly text: string }>({
      'zh-CN': ({ text }) => ({
        message: `脚注“${text}”没有被引用，照原样印出`,
        advice: '在正文要注的地方写上同名的“[^…]”，或删去这条脚注',
      }),
      en: ({ text }) => ({
        message: `The footnote “${text}” is never cited; it prints as typed`,
        advice: 'Cite it in the text with the same “[^…]”, or delete it',
      }),
    }),
    cell: wording<{ readonly text: string }>({
      'zh-CN': ({ text }) =>
        text === ''
          ? { message: '这一行比表头多出一个空单元格', advice: '删去多余的“|”' }
          : {
              message: `单元格“${text}”超出了表头的列数`,
              advice: '给表头和分隔行补一列，或删去多余的“|”；单元格里的竖线写成“\\|”',
            },
      en: ({ text }) => ({
        message: `The cell “${text}” stands beyond the columns of the table’s head`,
        advice:
          'Add a column to the head, or delete the surplus “|”; write “\\|” for a bar in a cell',
      }),
    }),
    fence: wording<{
      readonly mark: string
      readonly first: number
      readonly last: number
      readonly drawn: boolean
    }>({
      'zh-CN': ({ mark, first, last, drawn }) => ({
        message: `第${first}行的“${mark}”没有结束，到第${last}行为止都${drawn ? '当成了图' : '当成代码照原样印出'}，里面的标题和条款都不算`,
        advice: `在${drawn ? '图' : '代码'}的最后一行下面另起一行写“${mark}”；不是代码的，删去第${first}行的“${mark}”`,
      }),
      en: ({ mark, first, last, drawn }) => ({
        message: `“${mark}” of line ${first} has no end: all up to line ${last} ${drawn ? 'is taken for a diagram' : 'prints as code'}, headings and clauses included`,
        advice: `Put a line of “${mark}” below the last line of the ${drawn ? 'diagram' : 'code'}; if it is no code, delete “${mark}” in line ${first}`,
      }),
    }),
  },
  *check(view, finding) {
    for (const { block, mark, start, end, firstLine, lastLine, swallowed } of openFences(
      view.blocks,
      view.source,
    ))
      yield finding.fence(
        view.place({ start, end }),
        { mark, first: firstLine, last: lastLine, drawn: block.kind === 'diagram' },
        {
          ...view.about(block),
          ...(/^#{1,6}\s/m.test(swallowed) ? { severity: 'error' } : {}),
        },
      )
    for (const { kind, place, text, block } of view.kept) {
      const extras = view.about(block)
      const values = { text: shorten(text) }
      if (kind === 'definition') yield finding.definition(place, values, extras)
      if (kind === 'footnote') yield finding.footnote(place, values, extras)
      if (kind === 'surplus-cell') yield finding.cell(place, { text: cellText(text) }, extras)
    }
  },
  examples: [
    {
      name: 'a source that looks like a definition',
      report: '# 1.1 使命\n\n使命。\n\n[数据来源]: 年度审计报告',
      finds: ['5:1 definition'],
    },
    {
      name: 'a footnote nobody cites',
      report: '# 1.1 使命\n\n使命。\n\n[^1]: 见年报',
      finds: ['5:1 footnote'],
    },
    {
      name: 'a cell too many',
      report: '# 1.1 使命\n\n| a | b |\n| - | - |\n| 1 | 2 | 3 |',
      finds: ['5:9 cell'],
    },
    {
      name: 'all of them cited and in their columns',
      report:
        '# 1.1 使命\n\n使命[^1]见[年报][y]。\n\n[^1]: 见年报\n\n[y]: https://a.cn\n\n| a | b |\n| - | - |\n| 1 | 2 |',
      finds: [],
    },
    {
      name: 'a fence of code that swallows the rest of the chapter',
      report: '# 1.1 使命\n\n使命。\n\n```\n代码\n\n# 1.2 责任\n\n依法纳税。\n',
      finds: ['5:1 fence'],
    },
    {
      name: 'a diagram without its end, and one that ends where the next begins',
      report:
        '# 1.1 使命\n\n图：流程\n\n```mermaid\ngraph LR\n\n下文。\n\n```mermaid\ngraph LR\n```\n',
      finds: ['5:1 fence'],
    },
    {
      name: 'fences in order',
      report:
        '# 1.1 使命\n\n```mermaid\ngraph LR\n```\n\n````\n```mermaid\n````\n\n- 甲\n\n  ~~~\n  乙\n  ~~~\n',
      finds: [],
    },
    { name: 'brackets in text', report: '# 1.1 使命\n\n数据来源：[年报]，[^表内数]。', finds: [] },
  ],
})

const longest = 24

function shorten(text: string): string {
  const line = text.split(/[\r\n]/)[0]?.trim() ?? ''
  const characters = [...line]
  return characters.length > longest ? `${characters.slice(0, longest).join('')}……` : line
}

function cellText(text: string): string {
  return shorten(text.replace(/^\s*\|?\s*|\s*\|?\s*$/g, ''))
}
