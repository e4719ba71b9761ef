import { allClauses, type Clause, clauseHeading, parentsOf } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { holdingsIn, type Report, type Section } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { groupBy } from '../group-by.ts'

export const clauseOrder: Rule = defineRule({
  id: 'clause-order',
  severity: 'warning',
  source: ['L-01', 'L-13'],
  title: {
    'zh-CN': '条款的次序或标题级别不对',
    en: 'A clause stands out of order or at a wrong level',
  },
  why: {
    'zh-CN':
      '评审员照着标准逐条往下找。条款换了位置，或者标题级别忽高忽低，目录和页码对不上，答了也可能被当成没有答。',
    en: 'Reviewers follow the standard from clause to clause; what stands elsewhere, or at another level, is easily missed.',
  },
  messages: {
    misplaced: wording<{
      readonly clause: Clause
      readonly after: Clause | undefined
      readonly before: Clause | undefined
    }>({
      'zh-CN': ({ clause, after, before }) => ({
        message: `条款“${clauseHeading(clause)}”没有按标准的次序排列`,
        advice: `把这一节${after === undefined ? '' : `移到“${clauseHeading(after)}”之后`}${before === undefined ? '' : `${after === undefined ? '移到' : '、'}“${clauseHeading(before)}”之前`}；分成几个文件的，调整文件名的次序`,
      }),
      en: ({ clause, after, before }) => ({
        message: `Clause “${clauseHeading(clause)}” is not in the order of the criteria`,
        advice: `Move it${after === undefined ? '' : ` behind “${clauseHeading(after)}”`}${before === undefined ? '' : ` before “${clauseHeading(before)}”`}; files are read in the order of their names`,
      }),
    }),
    level: wording<{ readonly clause: Clause; readonly level: number; readonly usual: number }>({
      'zh-CN': ({ clause, level, usual }) => ({
        message: `条款“${clauseHeading(clause)}”是${level}级标题，同级条款在这个文件里用的是${usual}级`,
        advice: `标题前写${usual}个“#”`,
      }),
      en: ({ clause, level, usual }) => ({
        message: `Clause “${clauseHeading(clause)}” is a heading of level ${level}; its siblings in this file are of level ${usual}`,
        advice: `Begin the heading with ${usual} “#”`,
      }),
    }),
    notBelow: wording<{ readonly clause: Clause; readonly parent: Clause; readonly level: number }>(
      {
        'zh-CN': ({ clause, parent, level }) => ({
          message: `条款“${clauseHeading(clause)}”的标题没有低于上级“${clauseHeading(parent)}”的标题`,
          advice: `标题前写${level}个“#”`,
        }),
        en: ({ clause, parent, level }) => ({
          message: `The heading of clause “${clauseHeading(clause)}” is not below that of “${clauseHeading(parent)}”`,
          advice: `Begin the heading with ${level} “#”`,
        }),
      },
    ),
  },
  *check({ award, report }, finding) {
    const order = [...allClauses(award.clauses)]
    for (const holding of holdingsIn(report)) {
      const sections = firstSections(report, holding)
      const inOrder = longestRun(sections, (section) => order.indexOf(section.clause))
      const settled = new Set(inOrder.map(({ clause }) => clause))
      for (const { clause, place } of sections) {
        const parent = parentsOf(award.clauses, clause.id).at(-1)
        const parentMoved =
          parent !== undefined &&
          !settled.has(parent) &&
          sections.some((section) => section.clause === parent)
        if (settled.has(clause) || parentMoved) continue
        const at = order.indexOf(clause)
        const after = order.slice(0, at).findLast((other) => settled.has(other))
        const before = order.slice(at).find((other) => settled.has(other))
        yield finding.misplaced(place, { clause, after, before }, { clause })
      }
      for (const wrong of wrongLevels(award.clauses, sections)) {
        const { clause, heading, place } = wrong.section
        yield wrong.parent === undefined
          ? finding.level(place, { clause, level: heading.level, usual: wrong.level }, { clause })
          : finding.notBelow(
              place,
              { clause, parent: wrong.parent, level: wrong.level },
              { clause },
            )
      }
    }
  },
  examples: [
    {
      name: 'two clauses changed over',
      report: '# 1 领导\n\n## 1.2 责任\n\n公司依法纳税。\n\n## 1.1 使命\n\n使命由员工讨论。\n',
      finds: ['7:1 misplaced'],
    },
    {
      name: 'the results come first: told once, at their chapter',
      report:
        '# 7 结果\n\n## 7.1 成绩\n\n收入增长。\n\n# 1 领导\n\n## 1.1 使命\n\n使命由员工讨论。\n\n## 1.2 责任\n\n依法纳税。\n',
      finds: ['1:1 misplaced'],
    },
    {
      name: 'a level too deep',
      report: '# 1 领导\n\n## 1.1 使命\n\n使命由员工讨论。\n\n### 1.2 责任\n\n依法纳税。\n',
      finds: ['7:1 level'],
    },
    {
      name: 'as high as its parent',
      report: '# 1 领导\n\n# 1.1 使命\n\n使命由员工讨论。\n',
      finds: ['3:1 notBelow'],
    },
    {
      name: 'near miss: the depth is free, a clause may be left out',
      report:
        '## 1 领导\n\n#### 1.2 责任\n\n依法纳税。\n\n## 7 结果\n\n### 7.1 成绩\n\n收入增长。\n',
      finds: [],
    },
    {
      name: 'near miss: files of several authors',
      report: {
        'report/1.md': '# 1 领导\n\n## 1.1 使命\n\n使命由员工讨论。\n',
        'report/2.md': '# 1.2 责任\n\n依法纳税。\n\n# 7.1 成绩\n\n收入增长。\n',
      },
      finds: [],
    },
  ],
})

function firstSections(report: Report, holding: string | undefined): readonly Section[] {
  const first = new Map<Clause, Section>()
  for (const section of report.sections)
    if (section.holding === holding && !first.has(section.clause))
      first.set(section.clause, section)
  return [...first.values()]
}

/** The most items that stand in order: what is left over has been moved. */
function longestRun<Item>(items: readonly Item[], rank: (item: Item) => number): readonly Item[] {
  const ranks = items.map(rank)
  const lengths: number[] = []
  const before: number[] = []
  let end = -1
  for (let i = 0; i < items.length; i++) {
    lengths[i] = 1
    before[i] = -1
    for (let j = 0; j < i; j++)
      if ((ranks[j] ?? 0) < (ranks[i] ?? 0) && (lengths[j] ?? 0) + 1 > (lengths[i] ?? 0)) {
        lengths[i] = (lengths[j] ?? 0) + 1
        before[i] = j
      }
    // Of runs equally long the later one stays: what was put in front of it is what moved.
    if (end < 0 || (lengths[i] ?? 0) > (lengths[end] ?? 0)) end = i
  }
  const run: Item[] = []
  for (let i = end; i >= 0; i = before[i] ?? -1) {
    const item = items[i]
    if (item !== undefined) run.push(item)
  }
  return run
}

interface WrongLevel {
  readonly section: Section
  readonly level: number
  readonly parent?: Clause
}

/** Within one file: not below the parent's heading, or at another level than most siblings. */
function* wrongLevels(
  clauses: readonly Clause[],
  sections: readonly Section[],
): Generator<WrongLevel> {
  const families = groupBy(
    sections,
    ({ clause, heading }) =>
      `${heading.place.file}\0${parentsOf(clauses, clause.id).at(-1)?.id ?? ''}`,
  )
  for (const family of families.values()) {
    const usual = mostFrequent(family.map(({ heading }) => heading.level))
    const parent = parentOf(clauses, sections, family)
    const isTooHigh = parent !== undefined && usual <= parent.heading.level
    for (const [index, section] of family.entries()) {
      const { level } = section.heading
      if (parent !== undefined && level <= parent.heading.level && (!isTooHigh || index === 0))
        yield {
          section,
          parent: parent.clause,
          level: isTooHigh ? parent.heading.level + 1 : usual,
        }
      else if (level !== usual && !isTooHigh) yield { section, level: usual }
    }
  }
}

/** The parent's section, where it stands in the same file above them. */
function parentOf(
  clauses: readonly Clause[],
  sections: readonly Section[],
  [first]: readonly Section[],
): Section | undefined {
  if (first === undefined) return undefined
  const parent = parentsOf(clauses, first.clause.id).at(-1)
  return sections.find(
    ({ clause, heading }) =>
      clause === parent &&
      heading.place.file === first.heading.place.file &&
      heading.place.line < first.heading.place.line,
  )
}

function mostFrequent(levels: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0] as const)[0]
}
