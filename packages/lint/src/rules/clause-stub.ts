import { type Clause, clauseHeading } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { isStub, type Paragraph, plainText } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { textIndex } from '../text-index.ts'
import { writtenClauses } from '../written-clauses.ts'

/** What still stands where text is to come: set apart by brackets or the end of a phrase, or as letters. */
const leftOpen =
  /[（(【[〔][^（(【[〔）)】\]〕]{0,6}(?:待补充|待完善|待编写|待填写|待核实|待提供)[^）)】\]〕]{0,6}[）)】\]〕]|(?:待补充|待完善|待编写|待填写)(?=[。；;！!]|$)|(?<![A-Za-z0-9])(?:TODO|TBD|FIXME|[Xx]{3,})(?![A-Za-z0-9])/u

export const clauseStub: Rule = defineRule({
  id: 'clause-stub',
  severity: 'error',
  source: ['L-01'],
  title: { 'zh-CN': '条款还没有写', en: 'A clause is still to be written' },
  why: {
    'zh-CN':
      '“待补充”“略”“见附件”不是作答：评审员只评报告里写出来的内容，交稿前留下的占位词也会让人怀疑其余部分没有核过。',
    en: 'A placeholder or a bare “see annex” answers nothing, and one left behind makes a reviewer doubt the rest.',
  },
  messages: {
    clause: wording<{ readonly clause: Clause; readonly text: string }>({
      'zh-CN': ({ clause, text }) => ({
        message: `条款“${clauseHeading(clause)}”只写了“${text}”，等于没有作答`,
        advice: '写出做法、展开情况和结果；材料在附件里的，正文先写要点，再注明见哪一份',
      }),
      en: ({ clause, text }) => ({
        message: `Clause “${clauseHeading(clause)}” says only “${text}”, which is no answer`,
        advice:
          'Write approach, deployment and results; where an annex has the details, give the gist and name it',
      }),
    }),
    passage: wording<{ readonly text: string }>({
      'zh-CN': ({ text }) => ({
        message: `这里可能还没写完：“${text}”`,
        advice: '补上内容；只想提醒同事的话，写成批注“<!-- … -->”，批注不打印',
      }),
      en: ({ text }) => ({
        message: `This may still be open: “${text}”`,
        advice:
          'Fill it in; a reminder to colleagues goes into a note “<!-- … -->”, which does not print',
      }),
    }),
  },
  *check(context, finding) {
    const stubs = new Set<Clause>()
    for (const { clause, section, text, state } of writtenClauses(context)) {
      if (state !== 'stub') continue
      stubs.add(clause)
      yield finding.clause(section.place, { clause, text: shortened(text) }, { clause })
    }
    for (const { block, clause } of textIndex(context.report).blocks) {
      if (block.kind !== 'paragraph' || (clause !== undefined && stubs.has(clause))) continue
      const text = openIn(block)
      if (text !== undefined)
        yield finding.passage(
          block.place,
          { text },
          { severity: 'warning', atMost: 'warning', ...(clause === undefined ? {} : { clause }) },
        )
    }
  },
  clauses: ['1.1 使命', '1.2 责任'],
  examples: [
    {
      name: 'a placeholder instead of an answer',
      report: '# 1.1 使命\n\n待补充。\n',
      finds: ['1:1 clause'],
    },
    { name: 'an annex alone', report: '# 1.1 使命\n\n详见附件3。\n', finds: ['1:1 clause'] },
    {
      name: 'a gap inside an answer',
      report:
        '# 1.1 使命\n\n公司使命由全体员工讨论确定，2019年参加讨论TODO人。\n\n（张工待补充）\n',
      finds: ['3:1 passage', '5:1 passage'],
    },
    {
      name: 'a lead-in with nothing behind it',
      report: '# 1.1 使命\n\n公司使命由全体员工讨论确定。\n\n【实施结果】略\n',
      finds: ['5:1 passage'],
    },
    {
      name: 'near miss: an annex after the gist',
      report: '# 1.1 使命\n\n公司使命由全体员工讨论确定，讨论记录见附件3。\n',
      finds: [],
    },
    {
      name: 'near miss: the words as part of a sentence',
      report:
        '# 1.1 使命\n\n库存低于下限时，系统把待补充的物料自动列入采购单。\n\n<!-- 待补充：2019年数据 -->\n',
      finds: [],
    },
  ],
})

const open = new WeakMap<Paragraph, { readonly words: string | undefined }>()

/** What of a paragraph is still to be written; looked for once. */
function openIn(paragraph: Paragraph): string | undefined {
  const before = open.get(paragraph)
  if (before !== undefined) return before.words
  const text = plainText(paragraph.content)
  const words = isOpen(text) ? shortened(text) : leftOpen.exec(text)?.[0]
  open.set(paragraph, { words })
  return words
}

const leadIn = /^\s*[【[][^】\]\n]{1,20}[】\]]\s*/u

/** A paragraph of nothing but 略 or 待补充, also behind a lead-in. */
function isOpen(text: string): boolean {
  const words = text.replace(leadIn, '').trim()
  return words !== '' && words.length < 20 && /[\p{L}×]/u.test(words) && isStub(words)
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ')
  return line.length > 20 ? `${line.slice(0, 20)}…` : line
}
