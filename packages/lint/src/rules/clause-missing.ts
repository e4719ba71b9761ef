import { type Clause, clauseHeading, scoredLeaves } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { holdingsIn, normalizeTitle, sectionsFor } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import type { FileView } from '../file-view.ts'
import { openFences } from '../open-fences.ts'
import { placeOfMissingClause } from '../place-of-missing-clause.ts'

export const clauseMissing: Rule = defineRule({
  id: 'clause-missing',
  severity: 'error',
  source: ['L-01'],
  title: { 'zh-CN': '条款没有作答', en: 'A clause is not answered' },
  why: {
    'zh-CN': '评审逐条款进行：没有作答的条款无从评价，相邻章节写得再好也补不回来。',
    en: 'Reviewers work clause by clause; what is not answered cannot be judged.',
  },
  messages: {
    absent: wording<{ readonly clause: Clause; readonly holding: string | undefined }>({
      'zh-CN': ({ clause, holding }) => ({
        message: `${holding === undefined ? '报告' : `“${holding}”的报告`}没有回应条款“${clauseHeading(clause)}”`,
        advice: `新增标题“${clauseHeading(clause)}”并作答`,
      }),
      en: ({ clause, holding }) => ({
        message: `Clause “${clauseHeading(clause)}” has no section${holding === undefined ? '' : ` for ${holding}`}`,
        advice: `Add the heading “${clauseHeading(clause)}” and answer it`,
      }),
    }),
    empty: wording<{ readonly clause: Clause }>({
      'zh-CN': ({ clause }) => ({
        message: `条款“${clauseHeading(clause)}”只有标题，没有正文`,
        advice: '写明方法、展开情况与证实性材料',
      }),
      en: ({ clause }) => ({
        message: `Clause “${clauseHeading(clause)}” has a heading but no text`,
        advice: 'Describe the approach, its deployment and its evidence',
      }),
    }),
  },
  *check({ award, report, coverage, views }, finding) {
    const swallowed = swallowedHeadings(views)
    for (const holding of holdingsIn(report))
      for (const clause of scoredLeaves(award.clauses)) {
        const [section] = sectionsFor(report, clause.id, holding)
        if (section === undefined && swallowed.some((title) => answers(title, clause))) continue
        if (section === undefined)
          yield finding.absent(
            placeOfMissingClause(report, clause, holding),
            { clause, holding },
            { clause },
          )
        else if (countOf(coverage, clause, holding) === 0)
          yield finding.empty(section.place, { clause }, { clause })
      }
  },
  clauses: ['1.1 使命', '1.2 责任'],
  examples: [
    {
      name: 'answered',
      report: '# 1.1 使命\n\n公司使命由全体员工讨论确定。\n\n# 1.2 责任\n\n公司依法纳税。',
      finds: [],
    },
    { name: 'absent', report: '# 1.1 使命\n\n公司使命由全体员工讨论确定。', finds: ['1:1 absent'] },
    {
      name: 'near miss: its heading stands in a fence that was never closed',
      report: '# 1.1 使命\n\n公司使命由全体员工讨论确定。\n\n```\n\n# 1.2 责任\n\n依法纳税。',
      finds: [],
    },
    {
      name: 'empty',
      report: '# 1.1 使命\n\n公司使命由全体员工讨论确定。\n\n# 1.2 责任\n\n<!-- 待写 -->',
      finds: ['5:1 empty'],
    },
  ],
})

/** Headings that a fence without an end has made code of: markup-swallowed tells why they are no answer. */
function swallowedHeadings(views: readonly FileView[]): readonly string[] {
  return views.flatMap(({ blocks, source }) =>
    openFences(blocks, source).flatMap(({ swallowed }) =>
      [...swallowed.matchAll(/^\s*#{1,6}\s+(.+)$/gm)].map(([, title = '']) => title.trim()),
    ),
  )
}

function answers(heading: string, { number, title }: Clause): boolean {
  const [, typed, words] = /^(\d+(?:\.\d+)*)?\s*(.*)$/.exec(heading) ?? []
  return typed === number || normalizeTitle(words ?? '') === normalizeTitle(title)
}

function countOf(
  coverage: Parameters<Rule['run']>[0]['coverage'],
  clause: Clause,
  holding: string | undefined,
): number {
  const report = [coverage, ...coverage.holdings].find((candidate) => candidate.holding === holding)
  return report?.clauses.find((candidate) => candidate.clause.id === clause.id)?.count ?? 0
}
