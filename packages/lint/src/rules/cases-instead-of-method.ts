import { type Clause, clauseHeading } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { plainText } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { paragraphsIn } from '../paragraphs.ts'
import { answeredClauses, type WrittenClause } from '../written-clauses.ts'

/** What is told as having happened once. */
const oneOff =
  /某次|有一次|有一天|有一回|一次偶然|一名员工|一位员工|一位老?师傅|一位顾客|一名顾客|一位客户|某员工|某客户|某顾客|例如|比如|曾经|记得|当时/u

/** What speaks of a way of doing things. */
const method =
  /方法|制度|机制|流程|程序|体系|模式|规定|办法|标准|规范|采用|建立|制定|识别|策划|定期|每[年季月周天日班]|清单|计划/u

export const casesInsteadOfMethod: Rule = defineRule({
  id: 'cases-instead-of-method',
  severity: 'info',
  source: ['L-13', 'L-57'],
  title: { 'zh-CN': '用个例代替方法', en: 'Cases instead of a method' },
  why: {
    'zh-CN':
      '“自评报告的叙述用个例、偶发事件代替系统、体系、机制与措施”要扣分：评审看的是做法能不能天天照做，不是某一次做得好。',
    en: 'A single event proves no system; reviewers look for what is done every day, not once.',
  },
  messages: {
    cases: wording<{ readonly clause: Clause; readonly cases: number; readonly methods: number }>({
      'zh-CN': ({ clause, cases, methods }) => ({
        message: `条款“${clauseHeading(clause)}”讲个例的有${cases}段，讲做法的${methods === 0 ? '一段也没有' : `只有${methods}段`}，可能用个例代替了方法`,
        advice: '先写制度和流程：谁、多久一次、按什么标准做，再用个例说明效果',
      }),
      en: ({ clause, cases, methods }) => ({
        message: `Clause “${clauseHeading(clause)}” has ${cases} paragraphs on single cases and ${methods} on a method; cases may stand in for it`,
        advice:
          'First say who does what, how often and by which standard; then let a case show the effect',
      }),
    }),
  },
  *check(context, finding) {
    for (const written of answeredClauses(context)) {
      const { clause, section } = written
      if (clause.kind !== 'process') continue
      const { cases, methods } = countKinds(written)
      if (cases > methods && cases > 0)
        yield finding.cases(section.place, { clause, cases, methods }, { clause })
    }
  },
  clauses: ['1.1 使命', '7.1 成绩'],
  examples: [
    {
      name: 'a story and nothing else',
      report:
        '# 1.1 使命\n\n有一次，一名员工深夜发现轴承异响，主动停机检查，避免了损失，大家都说这就是使命。\n',
      finds: ['1:1 cases'],
    },
    {
      name: 'more stories than methods',
      report:
        '# 1.1 使命\n\n公司建立使命宣讲制度。\n\n例如，张师傅停机检查，避免了损失。\n\n有一次，李师傅连夜赶到用户车间。\n',
      finds: ['1:1 cases'],
    },
    {
      name: 'near miss: a case behind the method',
      report:
        '# 1.1 使命\n\n公司每季度宣讲使命，按《宣讲办法》考核。\n\n例如，张师傅停机检查，避免了损失。\n',
      finds: [],
    },
    {
      name: 'near miss: a case that is an example of the method',
      report: '# 1.1 使命\n\n异常按《升级办法》处理，例如温度超限时班长5分钟内到场。\n',
      finds: [],
    },
    {
      name: 'near miss: results are told case by case',
      report: '# 7.1 成绩\n\n例如，2023年用户停机时间减少41%。\n',
      finds: [],
    },
  ],
})

/** A paragraph that speaks of a method is one, whatever else it tells. */
function countKinds({ sections }: WrittenClause): {
  readonly cases: number
  readonly methods: number
} {
  let cases = 0
  let methods = 0
  for (const { blocks } of sections)
    for (const { content } of paragraphsIn(blocks)) {
      const text = plainText(content)
      if (method.test(text)) methods++
      else if (oneOff.test(text)) cases++
    }
  return { cases, methods }
}
