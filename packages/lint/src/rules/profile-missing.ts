import { allClauses, type Clause } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { countCharacters, isStub, sectionsFor } from '@ziping/report'
import { textOfSection } from '../clause-text.ts'
import { defineRule, type Rule } from '../define-rule.ts'
import { placeOfMissingClause } from '../place-of-missing-clause.ts'
import { leastFor } from '../written-clauses.ts'

export const profileMissing: Rule = defineRule({
  id: 'profile-missing',
  severity: 'error',
  source: ['L-36', 'L-44'],
  title: { 'zh-CN': '没有写开篇的简介', en: 'The opening profile is missing' },
  why: {
    'zh-CN':
      '“申报组织应重视‘组织简介’的编写”：它不计分，却是评审员理解全篇的前提；嘉兴还要求开篇详细说明导入卓越绩效管理的时间、过程、做法、成效和经验。',
    en: 'The profile has no points of its own, but all the rest is read in its light, and the notice asks for it.',
  },
  messages: {
    absent: wording<{ readonly clause: Clause }>({
      'zh-CN': ({ clause }) => ({
        message: `报告没有“${clause.title}”`,
        advice: `在第一章之前新增标题“${clause.title}”${topicsOf(clause)}`,
      }),
      en: ({ clause }) => ({
        message: `The report has no “${clause.title}”`,
        advice: `Add the heading “${clause.title}” in front of the first chapter`,
      }),
    }),
    empty: wording<{ readonly clause: Clause }>({
      'zh-CN': ({ clause }) => ({
        message: `“${clause.title}”还没有写`,
        advice: `写出内容${topicsOf(clause)}`,
      }),
      en: ({ clause }) => ({
        message: `“${clause.title}” is still to be written`,
        advice: 'Write it, topic by topic',
      }),
    }),
    short: wording<{ readonly clause: Clause; readonly count: number; readonly least: number }>({
      'zh-CN': ({ clause, count, least }) => ({
        message: `“${clause.title}”只有${count}字，少于${least}字，说不清`,
        advice: `逐项展开${topicsOf(clause)}`,
      }),
      en: ({ clause, count, least }) => ({
        message: `“${clause.title}” has ${count} 字, fewer than ${least}`,
        advice: 'Go through its topics one by one',
      }),
    }),
  },
  *check(context, finding) {
    const { award, report } = context
    for (const clause of allClauses(award.clauses)) {
      if (clause.kind !== 'profile' || clause.scored || clause.children.length > 0) continue
      const sections = sectionsFor(report, clause.id)
      const [section] = sections
      if (section === undefined) {
        yield finding.absent(
          placeOfMissingClause(report, clause, undefined),
          { clause },
          { clause },
        )
        continue
      }
      const text = sections.map((part) => textOfSection(part, context)).join('\n')
      const count = countCharacters(text).characters
      const least = leastFor(clause, context)
      if (count === 0 || isStub(text)) yield finding.empty(section.place, { clause }, { clause })
      else if (count < least)
        yield finding.short(
          section.place,
          { clause, count, least },
          { clause, severity: 'warning', atMost: 'warning' },
        )
    }
  },
  examples: [
    {
      name: 'no profile',
      award: 'shenzhen-economic-2020',
      report: '# 1 领导\n\n由总经理主持。\n',
      finds: ['ziping.yaml:1:1 absent'],
    },
    {
      name: 'only its heading',
      award: 'shenzhen-economic-2020',
      report: '# 组织简介\n\n## 我是谁\n\n# 1 领导\n\n由总经理主持。\n',
      finds: ['1:1 empty'],
    },
    {
      name: 'one sentence',
      award: 'jiaxing-org-2020',
      report: '# 导入卓越绩效管理的时间、过程、做法、成效和经验\n\n2016年3月导入。\n',
      finds: ['1:1 short'],
    },
    {
      name: 'near miss: under its title with a number of its own',
      award: 'shenzhen-economic-2020',
      report: `# 0 组织简介\n\n${'公司成立于2006年，主营高可靠连接器。'.repeat(6)}\n`,
      finds: [],
    },
    {
      name: 'near miss: an award that asks for none',
      report: '# 1.1 使命\n\n使命由员工讨论。\n',
      finds: [],
    },
  ],
})

function topicsOf({ topics }: Clause): string {
  return topics.length === 0 ? '' : `，依次写：${topics.join('；')}`
}
