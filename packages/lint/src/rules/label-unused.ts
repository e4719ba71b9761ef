import { wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { placeOfLabel } from '../source-places.ts'
import { textIndex } from '../text-index.ts'

export const labelUnused: Rule = defineRule({
  id: 'label-unused',
  severity: 'info',
  source: ['L-19'],
  title: { 'zh-CN': '标签没有被引用', en: 'A label is never referred to' },
  why: {
    'zh-CN':
      '加标签是为了引用。正文没有提到的表和图，评审员容易漏看，也不知道它要说明什么；也可能是引用处把标签写错了。',
    en: 'Labels are there to be referred to. A table that the text never mentions is easily passed over; or the reference is misspelt.',
  },
  messages: {
    unused: wording<{ readonly label: string; readonly caption: string }>({
      'zh-CN': ({ label, caption }) => ({
        message: `${caption === '' ? '' : `“${caption}”的`}标签“${label}”没有在任何地方引用`,
        advice: `在说明它的正文里写 [](#${label})；不引用的，删去标签`,
      }),
      en: ({ label, caption }) => ({
        message: `The label “${label}”${caption === '' ? '' : ` of “${caption}”`} is referred to nowhere`,
        advice: `Write [](#${label}) where the text speaks of it, or delete the label`,
      }),
    }),
  },
  *check({ workspace, report }, finding) {
    const { labels, references } = textIndex(report)
    const referred = new Set(references.flatMap(({ reference }) => reference.targets))
    for (const label of labels) {
      const { block, clause } = label
      const caption =
        'caption' in block && block.caption !== undefined ? block.caption.text.trim() : ''
      if (referred.has(label.label) || referred.has(caption)) continue
      yield finding.unused(
        placeOfLabel(workspace, label),
        { label: label.label, caption },
        clause === undefined ? {} : { clause },
      )
    }
  },
  examples: [
    {
      name: 'referred to from another file',
      report: {
        'report/1.md': '# 1.1 使命\n\n见[表](#tbl-a)。',
        'report/2.md': '# 7.1 成绩\n\n表：成绩 {#tbl-a}\n\n| 年 |\n|---|\n| 1 |',
      },
      finds: [],
    },
    {
      name: 'referred to by its caption',
      report: '# 1.1 使命\n\n见[](#成绩)。\n\n表：成绩 {#tbl-a}\n\n| 年 |\n|---|\n| 1 |',
      finds: [],
    },
    {
      name: 'never referred to',
      report: '# 7.1 成绩\n\n成绩如下表。\n\n表：成绩 {#tbl-a}\n\n| 年 |\n|---|\n| 1 |',
      finds: ['5:8 unused'],
    },
  ],
})
