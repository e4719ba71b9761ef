import { wording } from '@ziping/diagnostics'
import { defineFileRule } from '../define-file-rule.ts'
import type { Rule } from '../define-rule.ts'
import { diagramSlips } from '../diagram-source.ts'

export const diagramInvalid: Rule = defineFileRule({
  id: 'diagram-invalid',
  severity: 'error',
  source: ['L-17'],
  title: { 'zh-CN': '流程图画不出来', en: 'A diagram cannot be drawn' },
  why: {
    'zh-CN':
      '流程图有一行写错，整幅都画不出来。这里只报肯定画不出来的写法；印 PDF 时由浏览器再逐幅画一遍，画不出来的同样报在所在的行。',
    en: 'One wrong line and nothing of a diagram is drawn. Only what certainly fails is told here; printing draws each and tells the rest.',
  },
  messages: {
    empty: wording<Record<never, never>>({
      'zh-CN': () => ({ message: '流程图是空的', advice: '写上内容，或删去这段 mermaid' }),
      en: () => ({
        message: 'The diagram is empty',
        advice: 'Write something in it, or delete it',
      }),
    }),
    kind: wording<{ readonly written: string }>({
      'zh-CN': ({ written }) => ({
        message: `看不出是哪一种图：“${written}”`,
        advice: '第一行写明种类，如 flowchart TD（流程图）、gantt（甘特图）、mindmap（思维导图）',
      }),
      en: ({ written }) => ({
        message: `No kind of diagram begins with “${written}”`,
        advice: 'Name the kind in the first line: flowchart TD, gantt, mindmap …',
      }),
    }),
    bracket: wording<{ readonly written: string }>({
      'zh-CN': ({ written }) => ({
        message: `这一行的括号不成对：${written}`,
        advice: '补上缺的括号；方框里的文字本身带括号时，用英文双引号括起来，如 A["质量（一级）"]',
      }),
      en: ({ written }) => ({
        message: `The brackets of this line do not match: ${written}`,
        advice: 'Add what is missing; words with brackets want quotes, as in A["quality (1)"]',
      }),
    }),
    arrow: wording<{ readonly written: string }>({
      'zh-CN': ({ written }) => ({
        message: `箭头不能写成“${written}”`,
        advice: '写成英文的 -->，例如 A --> B',
      }),
      en: ({ written }) => ({
        message: `An arrow cannot be written “${written}”`,
        advice: 'Write -->, as in A --> B',
      }),
    }),
  },
  *check(view, finding) {
    for (const block of view.blocks) {
      if (block.kind !== 'diagram') continue
      const about = view.about(block)
      for (const { kind, line, written } of diagramSlips(block.value)) {
        const at = block.fence + line
        const place = { ...block.place, line: at, column: 1, endLine: at, endColumn: 1 }
        if (kind === 'empty') yield finding.empty(block.place, {}, about)
        else if (kind === 'unknown-kind') yield finding.kind(place, { written }, about)
        else if (kind === 'bracket') yield finding.bracket(place, { written }, about)
        else yield finding.arrow(place, { written }, about)
      }
    }
  },
  examples: [
    {
      name: 'diagrams of several kinds',
      report:
        '# 1.1 使命\n\n```mermaid\nflowchart TD\n  %% 说明（一\n  A["质量（一级"] --> B{合格？}\n  B -->|是——通过| C(("入库"))\n  D>旗形] -.-> A\n```\n\n```mermaid\npie title 构成\n  "甲 → 乙" : 40\n```\n\n```mermaid\n---\ntitle: 甲\n---\nflowchart LR\n  A --> B\n```',
      finds: [],
    },
    {
      name: 'an arrow in the words of a box',
      report: '# 1.1 使命\n\n```mermaid\nflowchart LR\n  A[计划→实施] --> B(实施)\n```',
      finds: [],
    },
    { name: 'empty', report: '# 1.1 使命\n\n```mermaid\n%% 待画\n```', finds: ['3:1 empty'] },
    {
      name: 'the kind in Chinese',
      report: '# 1.1 使命\n\n```mermaid\n流程图 TD\n  A --> B\n```',
      finds: ['4:1 kind'],
    },
    {
      name: 'below its settings',
      report:
        '# 1.1 使命\n\n```mermaid\n---\nconfig: { flowchart: { padding: 4 } }\n---\nflowchart TD\n  A → B\n```',
      finds: ['8:1 arrow'],
    },
    {
      name: 'below its caption',
      report: '# 1.1 使命\n\n图：流程\n\n```mermaid\nflowchart TD\n  A → B\n```',
      finds: ['7:1 arrow'],
    },
    {
      name: 'a bracket missing',
      report: '# 1.1 使命\n\n```mermaid\nflowchart TD\n  A["收集"] --> B["分析"\n```',
      finds: ['5:1 bracket'],
    },
    {
      name: 'a Chinese arrow',
      report: '# 1.1 使命\n\n```mermaid\nflowchart TD\n  A["收集"] → B["分析"]\n```',
      finds: ['5:1 arrow'],
    },
  ],
})
