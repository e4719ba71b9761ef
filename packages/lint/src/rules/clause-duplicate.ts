import { type Clause, clauseHeading } from '@ziping/award'
import { type Place, showPlace, wording } from '@ziping/diagnostics'
import type { Section } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'

interface Twice {
  readonly clause: Clause
  readonly first: Place
}

export const clauseDuplicate: Rule = defineRule({
  id: 'clause-duplicate',
  severity: 'error',
  source: ['L-01', 'L-14'],
  title: { 'zh-CN': '同一条款写了两处', en: 'A clause is written twice' },
  why: {
    'zh-CN':
      '多人分头写、改稿另存，容易留下两份：书里同一条款出现两次，内容还可能前后矛盾，评审员不知道以哪一处为准。',
    en: 'Two authors, or two versions of a draft: the book shows the clause twice, and nobody knows which one holds.',
  },
  messages: {
    twice: wording<Twice>({
      'zh-CN': ({ clause, first }) => ({
        message: `条款“${clauseHeading(clause)}”写了两处，前一处在${showPlace(first)}`,
        advice: '两处合成一节；多出来的旧稿移出报告文件夹',
      }),
      en: ({ clause, first }) => ({
        message: `Clause “${clauseHeading(clause)}” is written twice, first at ${showPlace(first)}`,
        advice: 'Make one section of the two; move an old draft out of the report’s folder',
      }),
    }),
    title: wording<Twice>({
      'zh-CN': ({ clause, first }) => ({
        message: `这个小标题与条款“${clause.title}”同名，会被当成该条款再写了一次（前一处在${showPlace(first)}）`,
        advice: '如果只是小标题，换个说法；如果是同一条款，两处合成一节',
      }),
      en: ({ clause, first }) => ({
        message: `This heading equals the title of clause “${clause.title}” and is taken for it a second time (first at ${showPlace(first)})`,
        advice:
          'Word a mere subheading differently; make one section of what answers the same clause',
      }),
    }),
    chapter: wording<Twice>({
      'zh-CN': ({ clause, first }) => ({
        message: `章标题“${clauseHeading(clause)}”出现了两次，前一次在${showPlace(first)}`,
        advice: '一章分几个文件写的，只在第一个文件写章标题',
      }),
      en: ({ clause, first }) => ({
        message: `The chapter heading “${clauseHeading(clause)}” stands twice, first at ${showPlace(first)}`,
        advice: 'Of a chapter in several files only the first bears its heading',
      }),
    }),
  },
  *check({ report }, finding) {
    const written = new Map<string, Section>()
    for (const [index, section] of report.sections.entries()) {
      const { clause, holding, place, match } = section
      const key = `${holding ?? ''}\0${clause.id}`
      const first = written.get(key)
      if (first === undefined) {
        written.set(key, section)
        continue
      }
      // Below its own clause such a heading splits nothing: 项目简介 within 组织简介.
      const before = report.sections[index - 1]
      if (match.by === 'title' && before?.clause === clause && isBelow(section, first)) continue
      const twice = { clause, first: first.place }
      const related = [{ place: first.place, words: { 'zh-CN': '前一处', en: 'the first one' } }]
      if (clause.children.length > 0)
        yield finding.chapter(place, twice, { clause, related, severity: 'warning' })
      else if (match.by === 'title' && place.file === first.place.file)
        yield finding.title(place, twice, { clause, related, severity: 'warning' })
      else yield finding.twice(place, twice, { clause, related })
    }
  },
  examples: [
    {
      name: 'in two files',
      report: {
        'report/1.md': '# 1.1 使命\n\n使命由全体员工讨论确定。\n',
        'report/2.md': '# 1.1 使命\n\n使命由董事会确定。\n',
      },
      finds: ['report/2.md:1:1 twice'],
    },
    {
      name: 'in one file',
      report:
        '# 1.1 使命\n\n使命由员工讨论。\n\n# 1.2 责任\n\n依法纳税。\n\n# 1.1 使命\n\n使命由员工讨论。\n',
      finds: ['9:1 twice'],
    },
    {
      name: 'a subheading named like a clause',
      report:
        '# 1.1 使命\n\n使命由员工讨论。\n\n# 1.2 责任\n\n依法纳税。\n\n## 使命\n\n守护安全。\n',
      finds: ['9:1 title'],
    },
    {
      name: 'a chapter’s heading in each of its files',
      report: {
        'report/1.md': '# 1 领导\n\n## 1.1 使命\n\n使命由员工讨论。\n',
        'report/2.md': '# 1 领导\n\n## 1.2 责任\n\n依法纳税。\n',
      },
      finds: ['report/2.md:1:1 chapter'],
    },
    {
      name: 'near miss: a part of the clause under another of its titles',
      award: 'shenzhen-public-project-2020',
      report: '# 组织简介\n\n中心成立于2011年。\n\n## 项目简介\n\n项目2018年运行。\n',
      finds: [],
    },
    {
      name: 'near miss: the clause runs on in the next file',
      report: {
        'report/1.md': '# 1.1 使命\n\n使命由员工讨论。\n',
        'report/2.md': '## 使命的传达\n\n每季度宣讲一次。\n',
      },
      finds: [],
    },
    {
      name: 'near miss: each controlled company has its own',
      award: 'jiaxing-org-2020',
      report: {
        'report/甲厂/1.md': '# 1.1 高层领导的作用\n\n由厂长主持。\n',
        'report/乙厂/1.md': '# 1.1 高层领导的作用\n\n由厂长主持。\n',
      },
      finds: [],
    },
  ],
})

function isBelow({ heading, place }: Section, first: Section): boolean {
  return place.file === first.place.file && heading.level > first.heading.level
}
