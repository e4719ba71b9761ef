import { wording } from '@ziping/diagnostics'
import { countCharacters } from '@ziping/report'
import { joinLines } from '@ziping/resolve'
import { defineFileRule } from '../define-file-rule.ts'
import type { Rule } from '../define-rule.ts'
import { wholeSentencesOf } from '../sentences.ts'

export const sentenceLong: Rule = defineFileRule({
  id: 'sentence-long',
  severity: 'info',
  source: ['L-18'],
  title: { 'zh-CN': '句子太长', en: 'A sentence is too long' },
  why: {
    'zh-CN': '通知要求文字简要。评审员一天读几十页，一口气读不完的句子里，做法和结果都会被漏看。',
    en: 'Notices ask for brevity; reviewers miss the deed and the result in a sentence they cannot take in at once.',
  },
  options: {
    most: {
      usual: 120,
      help: { 'zh-CN': '一句最多多少字', en: 'The most 字 a sentence may have' },
    },
  },
  messages: {
    long: wording<{ readonly count: number; readonly most: number; readonly opening: string }>({
      'zh-CN': ({ count, most, opening }) => ({
        message: `“${opening}……”这一句有${count}字，超过${most}字，可能不好读`,
        advice: '在意思转折处用句号断开，或把并列的几项改成列表',
      }),
      en: ({ count, most, opening }) => ({
        message: `The sentence “${opening}…” has ${count} 字, more than ${most}, and may be hard to read`,
        advice: 'End it where the thought turns, or make the parallel items a list',
      }),
    }),
  },
  *check(view, finding, { numberOption }) {
    const most = numberOption('most')
    for (const passage of view.passages) {
      if (passage.part !== 'text' || passage.quoted || passage.text.length <= most) continue
      for (const { start, end, text } of wholeSentencesOf(passage.text)) {
        if (text.length <= most) continue
        const count = countCharacters(joinLines(text)).characters
        if (count <= most) continue
        const opening = [...text.replace(/\n/g, '')].slice(0, 12).join('')
        yield finding.long(
          passage.place(start, end),
          { count, most, opening },
          view.about(passage.block),
        )
      }
    }
  },
  examples: [
    { name: 'too long', report: `# 1.1 使命\n\n${'质'.repeat(120)}。`, finds: ['3:1 long'] },
    { name: 'just short enough', report: `# 1.1 使命\n\n${'质'.repeat(119)}。`, finds: [] },
    {
      name: 'the second of two, over several lines',
      report: `# 1.1 使命\n\n公司依法纳税。公司\n${'质量，'.repeat(40)}改进。`,
      finds: ['3:8 long'],
    },
    {
      name: 'several sentences',
      report: `# 1.1 使命\n\n${`${'质'.repeat(60)}。`.repeat(4)}`,
      finds: [],
    },
    {
      name: 'semicolons do not end it',
      report: `# 1.1 使命\n\n${`${'质'.repeat(60)}；`.repeat(2)}改进。\n\n${`${'质'.repeat(50)}；`.repeat(2)}改进。`,
      finds: ['3:1 long'],
    },
    {
      name: 'a figure counts once, however many digits it has',
      report: `# 1.1 使命\n\n收入${'123456789.123456789'.repeat(7)}万元。`,
      finds: [],
    },
    { name: 'a quotation', report: `# 1.1 使命\n\n> ${'质'.repeat(200)}。`, finds: [] },
    {
      name: 'shorter by setting',
      report: `# 1.1 使命\n\n${'质'.repeat(100)}。`,
      options: { 'sentence-long': { options: { most: 80 } } },
      finds: ['3:1 long'],
    },
  ],
})
