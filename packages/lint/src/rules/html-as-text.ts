import { wording } from '@ziping/diagnostics'
import { defineFileRule } from '../define-file-rule.ts'
import type { Rule } from '../define-rule.ts'

/** Tags that people bring along from web pages; other names in angle brackets may be the author's own. */
const htmlNames =
  /^<\/?(?:a|abbr|b|big|blockquote|body|center|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|html|i|iframe|img|input|ins|kbd|li|link|mark|meta|nobr|o:p|ol|p|pre|s|script|section|small|span|strike|strong|style|summary|table|tbody|td|tfoot|th|thead|title|tr|tt|ul|video)(?![\w:-])/i
const keptNames = /^<\/?(?:sub|sup|u)(?![\w:-])/i

export const htmlAsText: Rule = defineFileRule({
  id: 'html-as-text',
  severity: 'warning',
  source: ['DESIGN 4'],
  title: { 'zh-CN': 'HTML 会照原样印出', en: 'HTML prints as typed' },
  why: {
    'zh-CN':
      '只有 <br>、<sub>、<sup>、<u> 和写完整的批注 <!-- --> 起作用，其他标签会连同尖括号一起印进书里。',
    en: 'Only <br>, <sub>, <sup>, <u> and complete comments mean something; other tags print with their brackets.',
  },
  messages: {
    tag: wording<{ readonly tag: string }>({
      'zh-CN': ({ tag }) => ({
        message: `“${tag}”是 HTML 标签，会照原样印出`,
        advice: '删去标签；加粗用 **…**，表格用 |，换行用 <br>',
      }),
      en: ({ tag }) => ({
        message: `“${tag}” is an HTML tag and prints as typed`,
        advice: 'Delete it; use **…** for bold, | for tables, <br> for line breaks',
      }),
    }),
    unpaired: wording<{ readonly tag: string }>({
      'zh-CN': ({ tag }) => ({
        message: `“${tag}”没有与它成对的标签，会照原样印出`,
        advice: '补上另一半，或删去这一半',
      }),
      en: ({ tag }) => ({
        message: `“${tag}” has no counterpart and prints as typed`,
        advice: 'Add the other half, or delete this one',
      }),
    }),
    brackets: wording<{ readonly tag: string }>({
      'zh-CN': ({ tag }) => ({
        message: `“${tag}”像 HTML 标签，这里当作正文照原样印出`,
        advice: `如果本来就是正文，可改用书名号或引号，如“${tag.replace(/[<>/]/g, '')}”`,
      }),
      en: ({ tag }) => ({
        message: `“${tag}” looks like an HTML tag and prints as typed`,
        advice: 'If it is your own word, quotation marks would be clearer',
      }),
    }),
    comment: wording<Record<never, never>>({
      'zh-CN': () => ({
        message: '批注“<!--”没有写完，后面的内部批注会印进书里',
        advice: '在批注末尾补上“-->”',
      }),
      en: () => ({
        message: 'The comment “<!--” is never closed, so the note prints in the book',
        advice: 'Close it with “-->”',
      }),
    }),
  },
  *check(view, finding) {
    for (const { kind, place, text, block } of view.kept) {
      const extras = view.about(block)
      if (kind === 'comment') yield finding.comment(place, {}, { ...extras, severity: 'error' })
      if (kind !== 'html') continue
      const tag = text
      if (keptNames.test(text)) yield finding.unpaired(place, { tag }, extras)
      else if (htmlNames.test(text) || /^<[!?]/.test(text))
        yield finding.tag(place, { tag }, extras)
      else yield finding.brackets(place, { tag }, { ...extras, severity: 'info' })
    }
  },
  examples: [
    {
      name: 'tags of a web page',
      report: '# 1.1 使命\n\n<div class="x">使命</div>',
      finds: ['3:1 tag', '3:18 tag'],
    },
    { name: 'half of a pair', report: '# 1.1 使命\n\n<u>使命', finds: ['3:1 unpaired'] },
    { name: 'the author’s brackets', report: '# 1.1 使命\n\n<ERP>系统', finds: ['3:1 brackets'] },
    {
      name: 'an open comment',
      report: '# 1.1 使命\n\n使命。\n\n<!-- 数字待财务核对\n\n愿景。',
      finds: ['5:1 comment'],
    },
    {
      name: 'what means something',
      report: '# 1.1 使命\n\nH<sub>2</sub>O、<u>使命</u><br>愿景 <!-- 待核 -->',
      finds: [],
    },
    {
      name: 'comparisons and code',
      report: '# 1.1 使命\n\na<b且c>d，`<div>`，<系统>',
      finds: [],
    },
  ],
})
