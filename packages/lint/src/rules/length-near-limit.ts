import { wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { countedBy } from '../length-words.ts'
import { type MeasuredText, measuredLimits } from '../measured-limits.ts'

export const lengthNearLimit: Rule = defineRule({
  id: 'length-near-limit',
  severity: 'info',
  source: ['L-21', 'T-31'],
  title: { 'zh-CN': '快到字数限制了', en: 'A text is close to its limit' },
  why: {
    'zh-CN':
      '各办公软件计字略有出入，评审前还要补数据、改表格。留一点余地，最后一天就不用为几个字发愁。',
    en: 'Programs count a little differently and last data still come in; some reserve saves the last day.',
  },
  options: {
    percent: {
      usual: 95,
      help: {
        'zh-CN': '用到限额的百分之几就提醒',
        en: 'From what percentage of the limit on to say so',
      },
    },
    smallest: {
      usual: 200,
      help: {
        'zh-CN': '限额小于多少字的不提醒（名称、短栏目）',
        en: 'Limits below this many 字 are left alone (names, short fields)',
      },
    },
  },
  messages: {
    near: wording<{ readonly text: MeasuredText; readonly most: number }>({
      'zh-CN': ({ text, most }) => ({
        message: `${text.title}${text.length}字，${text.length === most ? `正好用满${most}字的限制` : `离${most}字的限制只剩${most - text.length}字`}（${countedBy(text).zh}）`,
        advice: '再加内容之前先删一些；交稿前用评审办的软件再数一遍',
      }),
      en: ({ text, most }) => ({
        message: `${text.title}: ${text.length}, only ${most - text.length} left of ${most} (${countedBy(text).en})`,
        advice:
          'Shorten something before adding more; count again with the office’s program before handing in',
      }),
    }),
  },
  *check(context, finding) {
    const share = context.numberOption('percent') / 100
    const smallest = context.numberOption('smallest')
    for (const text of measuredLimits(context)) {
      const { limit, length, place, clause } = text
      const most = limit.max
      if (most === undefined || most < smallest) continue
      if (length > most * share && length <= most)
        yield finding.near(place, { text, most }, clause === undefined ? {} : { clause })
    }
  },
  examples: [
    {
      name: 'three 字 left',
      report: { 'overview.md': `${'概'.repeat(197)}\n` },
      finds: ['overview.md:1:1 near'],
    },
    {
      name: 'exactly the limit',
      report: { 'overview.md': `${'概'.repeat(200)}\n` },
      finds: ['overview.md:1:1 near'],
    },
    {
      name: 'near miss: 5% of reserve',
      report: { 'overview.md': `${'概'.repeat(190)}\n` },
      finds: [],
    },
    {
      name: 'near miss: over the limit is another rule’s',
      report: { 'overview.md': `${'概'.repeat(201)}\n` },
      finds: [],
    },
    {
      name: 'near miss: a name of 25 characters is used to the last one',
      award: 'nantong-org-2020',
      report: { 'data/form.yaml': `t2.innoName: ${'同'.repeat(25)}\n` },
      finds: [],
    },
  ],
})
