import { findClause } from '@ziping/award'
import { type Place, showPlace, wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { placeOfLabel } from '../source-places.ts'
import { type Standing, textIndex } from '../text-index.ts'

export const labelDuplicate: Rule = defineRule({
  id: 'label-duplicate',
  severity: 'error',
  source: ['L-19'],
  title: { 'zh-CN': '标签或题注重复', en: 'A label is given twice' },
  why: {
    'zh-CN':
      '引用靠标签或题注找到所指的表和图。两处用了同一个标签，引用只会印出前一处的号码，评审员翻到的就是另一张表。',
    en: 'References find tables and figures by their labels. With one label in two places every reference prints the number of the first.',
  },
  messages: {
    label: wording<{ readonly label: string; readonly first: Place }>({
      'zh-CN': ({ label, first }) => ({
        message: `标签“${label}”已经用在 ${showPlace(first)}`,
        advice: '给这一处换一个标签，并核对引用它的地方',
      }),
      en: ({ label, first }) => ({
        message: `The label “${label}” is already given at ${showPlace(first)}`,
        advice: 'Choose another one here, and check what refers to it',
      }),
    }),
    caption: wording<{ readonly caption: string; readonly first: Place }>({
      'zh-CN': ({ caption, first }) => ({
        message: `正文引用了题注“${caption}”，可是 ${showPlace(first)} 已有相同的题注，分不清引用的是哪一处`,
        advice: '给要引用的那一处加上标签，如 {#tbl-main}，再引用标签',
      }),
      en: ({ caption, first }) => ({
        message: `The text refers to the caption “${caption}”, which also stands at ${showPlace(first)}`,
        advice: 'Give the one that is meant a label such as {#tbl-main} and refer to that',
      }),
    }),
    taken: wording<{ readonly label: string; readonly by: 'evidence' | 'clause' }>({
      'zh-CN': ({ label, by }) => ({
        message: `标签“${label}”与${by === 'evidence' ? '证实性材料的键' : '条款号'}相同，引用${by === 'evidence' ? '材料' : '条款'}时会印成这里的号码`,
        advice: '换一个标签，例如以 tbl- 或 fig- 开头',
      }),
      en: ({ label, by }) => ({
        message: `The label “${label}” is also the ${by === 'evidence' ? 'key of a piece of evidence' : 'number of a clause'}, which can no longer be referred to`,
        advice: 'Choose another label, e.g. one that begins with tbl- or fig-',
      }),
    }),
  },
  *check({ award, workspace, report, evidence }, finding) {
    const { labels, blocks, references } = textIndex(report)
    const firstOf = new Map<string, Place>()
    for (const label of labels) {
      const place = placeOfLabel(workspace, label)
      const at = clauseOf(label)
      const first = firstOf.get(label.label)
      if (first === undefined) firstOf.set(label.label, place)
      else
        yield finding.label(place, { label: label.label, first }, { ...at, ...firstPlace(first) })
      if (!label.numbered || first !== undefined) continue
      const by = evidence.byId.has(label.label)
        ? 'evidence'
        : findClause(award.clauses, label.label) === undefined
          ? undefined
          : 'clause'
      if (by !== undefined) yield finding.taken(place, { label: label.label, by }, at)
    }
    const referred = new Set(references.flatMap(({ reference }) => reference.targets))
    const captioned = new Map<string, Place>()
    for (const standing of blocks) {
      const { block } = standing
      if (!('caption' in block) || block.caption === undefined) continue
      const caption = block.caption.text.trim()
      if (!referred.has(caption)) continue
      const first = captioned.get(caption)
      if (first === undefined) captioned.set(caption, block.place)
      else
        yield finding.caption(
          block.place,
          { caption, first },
          { ...clauseOf(standing), ...firstPlace(first) },
        )
    }
  },
  examples: [
    {
      name: 'each its own label; equal captions that nobody refers to',
      report:
        '# 1.1 使命\n\n见[表](#tbl-a)、[表](#tbl-b)。\n\n表：成绩 {#tbl-a}\n\n| 年 |\n|---|\n| 1 |\n\n表：成绩 {#tbl-b}\n\n| 年 |\n|---|\n| 2 |',
      finds: [],
    },
    {
      name: 'a label that stands in code or in a reference is none',
      report:
        '# 1.1 使命\n\n见[表](#tbl-a)，写作 `{#tbl-a}`。\n\n表：成绩 {#tbl-a}\n\n| 年 |\n|---|\n| 1 |',
      finds: [],
    },
    {
      name: 'one label twice, in two files',
      report: {
        'report/1.md': '# 1.1 使命\n\n表：使命 {#tbl-a}\n\n| 年 |\n|---|\n| 1 |',
        'report/2.md': '# 1.2 责任\n\n表：责任 {#tbl-a}\n\n| 年 |\n|---|\n| 1 |',
      },
      finds: ['report/2.md:3:8 label'],
    },
    {
      name: 'a caption that is referred to stands twice',
      report:
        '# 1.1 使命\n\n见[表](#成绩)。\n\n表：成绩\n\n| 年 |\n|---|\n| 1 |\n\n表：成绩\n\n| 年 |\n|---|\n| 2 |',
      finds: ['11:1 caption'],
    },
    {
      name: 'labels that mean something else already',
      report: {
        'report/1.md':
          '# 1.1 使命\n\n表：证书 {#iso9001}\n\n| 年 |\n|---|\n| 1 |\n\n表：责任 {#1.2}\n\n| 年 |\n|---|\n| 1 |',
        'evidence/evidence.yaml': 'iso9001: { title: 证书 }',
      },
      finds: ['3:8 taken', '9:8 taken'],
    },
  ],
})

function clauseOf({ clause }: Standing): Pick<Standing, 'clause'> {
  return clause === undefined ? {} : { clause }
}

function firstPlace(place: Place): {
  readonly related: readonly [{ readonly place: Place; readonly words: typeof firstWords }]
} {
  return { related: [{ place, words: firstWords }] }
}

const firstWords = { 'zh-CN': '第一次在这里', en: 'first given here' } as const
