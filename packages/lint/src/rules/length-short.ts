import type { LengthLimit } from '@ziping/award'
import { placeOfFile, type Severity, wording } from '@ziping/diagnostics'
import { allBlocks, type BlockKind } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { countedBy } from '../length-words.ts'
import { isHolding, type MeasuredText, measuredLimits } from '../measured-limits.ts'

interface Short {
  readonly text: MeasuredText
  readonly least: number
}

const figures: ReadonlySet<BlockKind> = new Set(['figure', 'diagram', 'chart'])

export const lengthShort: Rule = defineRule({
  id: 'length-short',
  severity: 'warning',
  source: ['L-21', 'L-26', 'L-33'],
  title: { 'zh-CN': '写得不够长', en: 'A text is too short' },
  why: {
    'zh-CN':
      '通知给了篇幅，就是希望写到那个程度：组织概述不到一半，十几个话题不可能都说清；“1000字左右”写成500字，等于没有展开。',
    en: 'A notice that gives a length expects about as much; half of it cannot cover what is asked.',
  },
  options: {
    percent: {
      usual: 50,
      help: {
        'zh-CN': '组织概述不到限额的百分之几就提醒',
        en: 'Below what percentage of its limit an overview is too short',
      },
    },
  },
  messages: {
    half: wording<Short & { readonly most: number }>({
      'zh-CN': ({ text, most }) => ({
        message: `${text.title}只有${text.length}字，不到${most}字限额的一半，可能没有写全（${countedBy(text).zh}）`,
        advice: '对照要求的话题补写，先补没有数据的部分',
      }),
      en: ({ text, most }) => ({
        message: `${text.title}: only ${text.length}, less than half of the ${most} allowed; it may not cover all that is asked (${countedBy(text).en})`,
        advice: 'Go through the topics asked for and fill in what is missing',
      }),
    }),
    about: wording<Short & { readonly about: number; readonly aim: number }>({
      'zh-CN': ({ text, about, least, aim }) => ({
        message: `${text.title}只有${text.length}字，通知要求${about}字左右，不足${least}字（${countedBy(text).zh}）`,
        advice: `写到${aim}字以上，至少再写${aim - text.length}字`,
      }),
      en: ({ text, about, least, aim }) => ({
        message: `${text.title}: ${text.length}, fewer than ${least} where about ${about} are asked for (${countedBy(text).en})`,
        advice: `Bring it to ${aim}: at least ${aim - text.length} more`,
      }),
    }),
    below: wording<Short>({
      'zh-CN': ({ text, least }) => ({
        message: `${text.title}只有${text.length}字，至少要${least}字（${countedBy(text).zh}）`,
        advice: `至少再写${least - text.length}字`,
      }),
      en: ({ text, least }) => ({
        message: `${text.title}: ${text.length}, at least ${least} are required (${countedBy(text).en})`,
        advice: `Write at least ${least - text.length} more`,
      }),
    }),
    figures: wording<{
      readonly title: string
      readonly found: number
      readonly least: number
      readonly note: string | undefined
    }>({
      'zh-CN': ({ title, found, least, note }) => ({
        message: `${title}应有${least}幅图，现在${found === 0 ? '一幅也没有' : `只有${found}幅`}${note === undefined ? '' : `（${note}）`}`,
        advice: '插入图片或 mermaid 图，图前写“图：图名”',
      }),
      en: ({ title, found, least }) => ({
        message: `${title} must have ${least} figure${least === 1 ? '' : 's'}, it has ${found}`,
        advice: 'Add a picture or a mermaid diagram with its caption',
      }),
    }),
  },
  *check(context, finding) {
    const share = context.numberOption('percent') / 100
    for (const text of measuredLimits(context)) {
      const { limit, length, place, kind, clause } = text
      const of = clause === undefined ? {} : { clause }
      if (length === 0) continue
      const about = limit.about === undefined ? undefined : lowerBound(text, limit.about)
      if (limit.min !== undefined && length < limit.min)
        yield finding.below(
          place,
          { text, least: limit.min },
          { ...of, severity: limit.severity ?? 'error' },
        )
      else if (about !== undefined && limit.about !== undefined)
        yield finding.about(
          place,
          { text, least: about.least, about: limit.about, aim: about.aim },
          { ...of, severity: about.severity },
        )
      else if (kind === 'overview' && limit.max !== undefined && length < limit.max * share)
        yield finding.half(place, { text, least: limit.max * share, most: limit.max }, of)
    }
    for (const limit of context.award.limits) {
      if (limit.measure !== 'figures' || limit.min === undefined) continue
      if (!('document' in limit.target) || !isHolding(limit, context.form.facts)) continue
      const { document: id } = limit.target
      const documents = context.report.documents.filter((document) => document.id === id)
      const found = documents
        .flatMap(({ parsed }) => [...allBlocks(parsed.blocks)])
        .filter(({ kind }) => figures.has(kind)).length
      const [first] = documents
      if (first === undefined || found >= limit.min) continue
      const title = context.award.deliverables.find((one) => one.id === id)?.title ?? id
      yield finding.figures(
        placeOfFile(first.parsed.file),
        { title, found, least: limit.min, note: reasonOf(limit) },
        { severity: limit.severity ?? 'error' },
      )
    }
  },
  examples: [
    {
      name: 'an overview of less than half its limit',
      report: { 'overview.md': `${'概'.repeat(99)}\n` },
      finds: ['overview.md:1:1 half'],
    },
    {
      name: 'far less than 1000字左右',
      award: 'nantong-org-2020',
      report: { 'form/t2.innoText.md': `${'内'.repeat(799)}\n` },
      finds: ['form/t2.innoText.md:1:1 about'],
    },
    {
      name: 'a case below the least that is asked for',
      limits: [{ id: 'case', target: { each: 'case' }, measure: 'characters', min: 500 }],
      report: { 'cases/1.md': `${'例'.repeat(499)}\n`, 'cases/2.md': `${'例'.repeat(500)}\n` },
      finds: ['cases/1.md:1:1 below'],
    },
    {
      name: 'a group without the chart of its companies',
      award: 'nantong-org-2020',
      report: {
        'overview.md': `${'概'.repeat(2000)}\n`,
        'data/applicant.yaml': 'organization: { name: 某集团有限公司, isGroup: true }\n',
      },
      finds: ['overview.md:1:1 figures'],
    },
    {
      name: 'near miss: half of it',
      report: { 'overview.md': `${'概'.repeat(100)}\n` },
      finds: [],
    },
    {
      name: 'near miss: a report may be brief',
      report: '# 1.1 使命\n\n公司使命由全体员工讨论确定。\n',
      finds: [],
    },
    {
      name: 'near miss: 左右 within its tolerance',
      award: 'nantong-org-2020',
      report: { 'form/t2.innoText.md': `${'内'.repeat(900)}\n` },
      finds: [],
    },
  ],
})

function lowerBound(
  { limit, length }: MeasuredText,
  about: number,
): { readonly least: number; readonly aim: number; readonly severity: Severity } | undefined {
  const { tolerance, severity = 'error' } = limit
  if (tolerance === undefined) return undefined
  const hard = Math.round(about * (1 - tolerance.error))
  const soft = Math.round(about * (1 - tolerance.warning))
  if (length < hard) return { least: hard, aim: soft, severity }
  return length < soft ? { least: soft, aim: soft, severity: 'warning' } : undefined
}

function reasonOf({ src, note }: LengthLimit): string | undefined {
  return src.quote ?? note
}
