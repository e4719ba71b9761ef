import { type Clause, clauseHeading } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import type { RuleContext } from '../rule-context.ts'
import { plainName } from '../typed-values-names.ts'
import { answeredClauses, type WrittenClause } from '../written-clauses.ts'

/** “梭云”、《放行规程》: names that a house has given to things of its own. */
const coined = /“[^“”\n]{2,20}”|《[^《》\n]{2,30}》/u
const shownAtMost = 5

export const clauseWithoutOwnNames: Rule = defineRule({
  id: 'clause-without-own-names',
  severity: 'info',
  source: ['L-15'],
  title: {
    'zh-CN': '条款里没有本单位自己的名字',
    en: 'A clause without a name of the applicant’s own',
  },
  why: {
    'zh-CN':
      '“缺乏特色，照搬照抄”：换个单位名称就能用的文字，体现不出从理论到实践的特色。凭字面判断，只看有没有出现本单位、产品、制度、方法或指标的名字。',
    en: 'What any other applicant could have written shows nothing of this one. Judged by the letter: whether a name of its products, regulations, methods or indicators stands there.',
  },
  options: {
    percent: {
      usual: 20,
      help: {
        'zh-CN': '这样的过程条款超过百分之几就提醒',
        en: 'From what percentage of the process clauses on to say so',
      },
    },
  },
  messages: {
    generic: wording<{ readonly clauses: readonly Clause[] }>({
      'zh-CN': ({ clauses }) => ({
        message: `${clauses.length}个过程条款没有出现本单位、产品、制度、方法或指标的名字，可能写得太一般：${named(clauses, '、')}`,
        advice: '写明是哪个部门、哪项制度、哪种产品、用什么方法，让人看得出是本单位的做法',
      }),
      en: ({ clauses }) => ({
        message: `${clauses.length} process clauses name nothing of the applicant’s own and may be too general: ${named(clauses, ', ')}`,
        advice: 'Name the department, the regulation, the product, the method',
      }),
    }),
  },
  *check(context, finding) {
    // A person writes 我; names of a house say nothing there.
    if (context.award.applicant.kind === 'person') return
    const own = ownNames(context)
    // With nothing known of the applicant there is nothing to look for.
    if (own.length === 0) return
    const process = answeredClauses(context).filter(({ clause }) => clause.kind === 'process')
    const generic = process.filter(
      ({ text }) => !coined.test(text) && !own.some((name) => text.includes(name)),
    )
    const [first] = generic
    const most = process.length * context.numberOption('percent')
    if (first !== undefined && generic.length * 100 > most)
      yield finding.generic(first.section.place, { clauses: generic.map(clauseOf) })
  },
  clauses: ['1.1 使命', '1.2 责任', '7.1 成绩'],
  examples: [
    {
      name: 'what anybody could have written',
      report: {
        'report/1.md':
          '# 1.1 使命\n\n使命由全体员工讨论确定，每年复核一次，2019年参加讨论1200人。\n\n# 1.2 责任\n\n梭澜机械依法纳税。\n',
        'data/applicant.yaml':
          'organization: { name: 江苏梭澜机械有限公司, shortNames: [梭澜机械] }\n',
      },
      finds: ['1:1 generic'],
    },
    {
      name: 'near miss: a regulation, a method or an indicator by name',
      report: {
        'report/1.md':
          '# 1.1 使命\n\n使命按《使命宣讲办法》宣讲，每年复核一次。\n\n# 1.2 责任\n\n责任按“三单两会”分解，每月检查。\n\n# 7.1 成绩\n\n收入增长。\n',
        'data/applicant.yaml': 'organization: { name: 江苏梭澜机械有限公司 }\n',
      },
      finds: [],
    },
    {
      name: 'near miss: nothing known of the applicant',
      report: '# 1.1 使命\n\n使命由全体员工讨论确定，每年复核一次。\n',
      finds: [],
    },
  ],
})

function clauseOf({ clause }: WrittenClause): Clause {
  return clause
}

/** The names the applicant goes by, of what it makes, and of what it measures. */
function ownNames({ applicant, indicators }: RuleContext): readonly string[] {
  const facts = ['organization.brand', 'project.name'].map((path) => applicant.fact(path))
  const names = [applicant.name, ...applicant.shortNames, ...facts]
  const house = names.filter((name): name is string => typeof name === 'string' && name !== '')
  if (house.length === 0) return []
  const holdings = applicant.holdings.flatMap(({ name, shortNames }) => [name, ...shortNames])
  return [...house, ...holdings, ...indicators.all.map(({ name }) => plainName(name))]
}

function named(clauses: readonly Clause[], mark: string): string {
  const shown = clauses.slice(0, shownAtMost).map(clauseHeading).join(mark)
  return shown + (clauses.length > shownAtMost ? '……' : '')
}
