import { allClauses, type Clause, clauseHeading } from '@ziping/award'
import { placeOfFile, wording } from '@ziping/diagnostics'
import { dimensionsOf } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import type { RuleContext } from '../rule-context.ts'

/** Fewer are told of one by one. */
const least = 2
const shownAtMost = 5

export const standardUnanswered: Rule = defineRule({
  id: 'standard-unanswered',
  severity: 'warning',
  source: ['L-13'],
  title: {
    'zh-CN': '多个过程条款没有按标准展开',
    en: 'Many process clauses are not answered as the standard asks',
  },
  why: {
    'zh-CN':
      '“未回应标准和评分要求”是评审组点名的第一种通病：过程条款没有按方法、展开、学习、整合（或 A-D-L-I、PDCA）描述。个别条款缺一项是疏漏，超过两成就是写法不对，逐条补之前先统一写法。',
    en: 'Not answering the standard is the first fault juries name. One gap is a slip; more than a fifth of the clauses is a way of writing that has to change first.',
  },
  options: {
    percent: {
      usual: 20,
      help: {
        'zh-CN': '没有展开的过程条款超过百分之几就提醒',
        en: 'From what percentage of the process clauses on to say so',
      },
    },
  },
  messages: {
    many: wording<{ readonly lacking: readonly Clause[]; readonly all: number }>({
      'zh-CN': ({ lacking, all }) => ({
        message: `${all}个过程条款中有${lacking.length}个可能没有按评价维度展开：${named(lacking, '、')}`,
        advice: '先和各章作者统一写法（每条都按奖项的评价维度分段），再逐条补写',
      }),
      en: ({ lacking, all }) => ({
        message: `${lacking.length} of ${all} process clauses may not be developed by the award’s dimensions: ${named(lacking, ', ')}`,
        advice: 'Agree on one way of writing with all authors first, then go clause by clause',
      }),
    }),
  },
  *check(context, finding) {
    const { report, coverage, award } = context
    const place = report.documents.find(({ kind }) => kind === 'report')?.parsed.file
    if (place === undefined) return
    const process = new Set(
      [...allClauses(award.clauses)].filter(
        (clause) => clause.kind === 'process' && clause.children.length === 0,
      ),
    )
    for (const { holding, clauses } of [coverage, ...coverage.holdings]) {
      const leaves = clauses.filter(
        ({ clause }) => process.has(clause) && dimensionsOf(award, clause).length > 0,
      )
      const undeveloped = leaves.filter((leaf) => !isDeveloped(leaf, context))
      const lacking = undeveloped.map((leaf) => leaf.clause)
      if (lacking.length < least) continue
      if (lacking.length * 100 <= leaves.length * context.numberOption('percent')) continue
      const at = report.documents.find((one) => one.kind === 'report' && one.holding === holding)
      const first = undeveloped.find((leaf) => leaf.place !== undefined)?.place
      yield finding.many(first ?? placeOfFile(at?.parsed.file ?? place), {
        lacking,
        all: leaves.length,
      })
    }
  },
  clauses: ['1.1 使命', '1.2 责任', '7.1 成绩'],
  examples: [
    {
      name: 'two of two',
      report:
        '# 1.1 使命\n\n公司使命由全体员工讨论。\n\n# 1.2 责任\n\n公司依法纳税。\n\n# 7.1 成绩\n\n收入增长。\n',
      finds: ['1:1 many'],
    },
    {
      name: 'near miss: one of two, which dimension-missing tells',
      report:
        '# 1.1 使命\n\n【方法】公司使命由全体员工讨论确定，每年复核一次，写入公司章程。\n\n【展开】十二个部门每季度宣讲一次，新员工入职当天学习公司使命。\n\n【结果】知晓率98%，比上年提高3个百分点，新员工知晓率由91%提高到97%，三年没有一名员工说不出公司使命。\n\n# 1.2 责任\n\n公司依法纳税。\n',
      finds: [],
    },
    {
      name: 'near miss: an award without dimensions',
      award: 'wuhan-person-manager',
      report: '# 基本条件\n\n待补充\n',
      finds: [],
    },
  ],
})

/** Answered, and lacking not more than one of the dimensions it needs. */
function isDeveloped(
  { clause, answered, dimensions }: RuleContext['coverage']['clauses'][number],
  { award }: RuleContext,
): boolean {
  const needed = dimensionsOf(award, clause)
  const open = needed.filter(({ id }) => dimensions[id] === false)
  return answered && open.length <= 1
}

function named(clauses: readonly Clause[], mark: string): string {
  const shown = clauses.slice(0, shownAtMost).map(clauseHeading).join(mark)
  return shown + (clauses.length > shownAtMost ? '……' : '')
}
