import { type Clause, clauseHeading } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { normalizeTitle } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { topicState } from '../topic-state.ts'
import { answeredClauses } from '../written-clauses.ts'

const shownAtMost = 8

export const resultKindsFew: Rule = defineRule({
  id: 'result-kinds-few',
  severity: 'info',
  source: ['L-48'],
  title: {
    'zh-CN': '结果条款写到的结果种类偏少',
    en: 'A clause of results covers few of the kinds named',
  },
  why: {
    'zh-CN':
      '通知给结果条款举了例子（“相关结果包括：行业排名、行业交流、政府表彰等”）。例子不必全写，但写到的太少，评审员会问其余的结果怎么样。凭字面判断，只看例子的说法有没有出现。',
    en: 'The notice gives examples of results for a clause. None is mandatory, but where few are touched a reviewer asks about the rest. Judged by the letter.',
  },
  options: {
    percent: {
      usual: 30,
      help: {
        'zh-CN': '写到的例子不足百分之几就提醒',
        en: 'Below what percentage of the examples to say so',
      },
    },
  },
  messages: {
    few: wording<{
      readonly clause: Clause
      readonly found: number
      readonly absent: readonly string[]
    }>({
      'zh-CN': ({ clause, found, absent }) => ({
        message: `条款“${clauseHeading(clause)}”：通知举例的${found + absent.length}种结果写到${found}种，还没有写到${listed(absent, '、', '等')}`,
        advice: '有数据的补上一张结果表；确实没有的不必写',
      }),
      en: ({ clause, found, absent }) => ({
        message: `Clause “${clauseHeading(clause)}” touches ${found} of ${found + absent.length} kinds of results that the notice gives as examples; not yet: ${listed(absent, ', ', ' …')}`,
        advice: 'Add those for which there are data; the others need not be written',
      }),
    }),
  },
  *check(context, finding) {
    const percent = context.numberOption('percent')
    for (const { clause, section, text } of answeredClauses(context)) {
      const { hints } = clause
      if (clause.kind !== 'result' || hints.length === 0) continue
      const words = normalizeTitle(text)
      const absent = hints.filter((hint) => topicState(asTopic(hint), words) === 'absent')
      const found = hints.length - absent.length
      if (found * 100 < percent * hints.length)
        yield finding.few(section.place, { clause, found, absent }, { clause })
    }
  },
  examples: [
    {
      name: 'one kind of fourteen',
      award: 'shenzhen-public-org-2020',
      report:
        '# 3.1.1 领导力结果\n\n近三年行业排名由第9名升至第6名，再升至第4名，来源为行业协会年报，名次逐年前移，与同类机构相比进步较快。\n',
      finds: ['1:1 few'],
    },
    {
      name: 'near miss: some of them, by a part of their names',
      award: 'shenzhen-public-org-2020',
      report:
        '# 3.1.1 领导力结果\n\n审计结果连续三年无保留意见；无安全事故、违法事件和行政处罚；政府表彰三次；员工离职率降至3.2%，员工满意度升至91分。\n',
      finds: [],
    },
    {
      name: 'near miss: a clause for which the notice has no examples',
      report: '# 7.1 成绩\n\n收入三年增长。\n',
      finds: [],
    },
  ],
})

function asTopic(title: string): { readonly title: string; readonly words: readonly string[] } {
  return { title, words: [] }
}

function listed(names: readonly string[], mark: string, more: string): string {
  return names.slice(0, shownAtMost).join(mark) + (names.length > shownAtMost ? more : '')
}
