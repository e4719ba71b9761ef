import { type Clause, clauseHeading } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { leastFor, writtenClauses } from '../written-clauses.ts'

export const clauseTooShort: Rule = defineRule({
  id: 'clause-too-short',
  severity: 'warning',
  source: ['L-01', 'L-43'],
  title: { 'zh-CN': '条款写得太短', en: 'A clause is too short' },
  why: {
    'zh-CN':
      '一两句话说不清方法、展开和结果；“描述过于简单或缺乏总结提炼”是评审指出的常见问题，而且太短的条款不计为已作答。',
    en: 'One or two sentences cannot show approach, deployment and results; a clause that short does not count as answered.',
  },
  messages: {
    short: wording<{ readonly clause: Clause; readonly count: number; readonly least: number }>({
      'zh-CN': ({ clause, count, least }) => ({
        message: `条款“${clauseHeading(clause)}”只有${count}字，少于${least}字，不计为已作答`,
        advice: `至少再写${least - count}字：怎么做、在哪些部门做、做到什么程度`,
      }),
      en: ({ clause, count, least }) => ({
        message: `Clause “${clauseHeading(clause)}” has ${count} 字, fewer than ${least}: it does not count as answered`,
        advice: `Write at least ${least - count} more: how it is done, where, and with what result`,
      }),
    }),
  },
  *check(context, finding) {
    for (const { clause, section, coverage, state } of writtenClauses(context)) {
      if (state !== 'too-short') continue
      const least = leastFor(clause, context)
      yield finding.short(
        section.place,
        { clause, count: coverage.count, least },
        { clause, ...(clause.minLength === undefined ? {} : { severity: 'error' }) },
      )
    }
  },
  clauses: ['1.1 使命', '1.2 责任'],
  examples: [
    {
      name: 'one sentence',
      report: '# 1.1 使命\n\n公司使命由全体员工讨论确定。\n',
      finds: ['1:1 short'],
    },
    {
      name: 'headings do not count',
      report: `# 1.1 使命\n\n## ${'确定使命的过程'.repeat(12)}\n\n公司使命由全体员工讨论确定。\n`,
      finds: ['1:1 short'],
    },
    {
      name: 'near miss: exactly 80 字',
      report: `# 1.1 使命\n\n${'公司使命由全体员工讨论确定每年复核一次并由总经理向全部员工讲解其含义。'.repeat(3).slice(0, 80)}\n`,
      finds: [],
    },
    {
      name: 'near miss: a placeholder is another rule’s',
      report: '# 1.1 使命\n\n待补充\n',
      finds: [],
    },
  ],
})
