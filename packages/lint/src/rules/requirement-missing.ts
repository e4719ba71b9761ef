import { type Clause, clauseHeading, type Requirement } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { normalizeTitle } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { requirementTitle, typedLabel } from '../requirement-title.ts'
import { answeredClauses } from '../written-clauses.ts'

interface Unanswered {
  readonly clause: Clause
  readonly requirements: readonly Requirement[]
}

export const requirementMissing: Rule = defineRule({
  id: 'requirement-missing',
  severity: 'warning',
  source: ['L-02', 'L-13', 'L-38', 'L-40'],
  title: { 'zh-CN': '要求没有作答', en: 'A requirement is not answered' },
  why: {
    'zh-CN':
      '评审员按条款下的每一项要求找答案。漏掉一项，或者写了却没有标明答的是哪一项，都会被记成“未回应”。',
    en: 'Reviewers look for an answer to each requirement; one that is left out, or not marked, counts as unanswered.',
  },
  messages: {
    absent: wording<Unanswered>({
      'zh-CN': ({ clause, requirements }) => ({
        message: `条款“${clauseHeading(clause)}”可能没有回应${requirements.length > 1 ? `${requirements.length}项要求` : '要求'}：${listed(requirements)}`,
        advice: `${howToMark(requirements)}；已经写在别处的，在那一段前加“<!-- 要求: ${idsOf(requirements)} -->”`,
      }),
      en: ({ clause, requirements }) => ({
        message: `Clause “${clauseHeading(clause)}” may not answer: ${listed(requirements)}`,
        advice: `Answer each under a heading, lead-in or label that names it; mark what stands elsewhere with “<!-- requirement: ${idsOf(requirements)} -->”`,
      }),
    }),
    unmarked: wording<Unanswered>({
      'zh-CN': ({ clause, requirements }) => ({
        message: `条款“${clauseHeading(clause)}”提到了${listed(requirements)}，但没有标明从哪里作答`,
        advice: `${howToMark(requirements)}，评审员一眼就能对上`,
      }),
      en: ({ clause, requirements }) => ({
        message: `Clause “${clauseHeading(clause)}” mentions ${listed(requirements)} without saying where it is answered`,
        advice: 'Put a heading or lead-in with the name in front of the answer',
      }),
    }),
    thin: wording<{
      readonly clause: Clause
      readonly requirement: Requirement
      readonly count: number
      readonly least: number
    }>({
      'zh-CN': ({ clause, requirement, count, least }) => ({
        message: `条款“${clauseHeading(clause)}”的要求“${requirementTitle(requirement)}”${count === 0 ? '只有标题，没有内容' : `只写了${count}字，不足${least}字`}`,
        advice: '写明怎么做、做到什么程度；整段写在别处的，注明见哪一条',
      }),
      en: ({ clause, requirement, count, least }) => ({
        message: `Requirement “${requirementTitle(requirement)}” of clause “${clauseHeading(clause)}” has ${count} 字, fewer than ${least}`,
        advice: 'Say how it is done and with what result, or name the clause that does',
      }),
    }),
  },
  *check(context, finding) {
    const least = context.award.answered.requirement
    for (const { clause, section, coverage, text } of answeredClauses(context)) {
      if (clause.choice !== undefined) continue
      const open = coverage.requirements.filter(({ answered }) => !answered)
      for (const { requirement, place, count } of open)
        if (place !== undefined)
          yield finding.thin(place, { clause, requirement, count, least }, { clause })
      const absent = open.filter(({ place }) => place === undefined)
      if (absent.length === 0) continue
      const words = normalizeTitle(text)
      const [unmarked = [], missing = []] = split(
        absent.map(({ requirement }) => requirement),
        (requirement) => isMentioned(requirement, words),
      )
      if (missing.length > 0)
        yield finding.absent(section.place, { clause, requirements: missing }, { clause })
      if (unmarked.length > 0)
        yield finding.unmarked(
          section.place,
          { clause, requirements: unmarked },
          { clause, severity: 'info', atMost: 'info' },
        )
    }
  },
  examples: [
    {
      name: 'one of two labelled requirements',
      report: '# 1.1 使命\n\na）公司使命由全体员工讨论确定，每年复核一次。\n',
      finds: ['1:1 absent'],
    },
    {
      name: 'a label with next to nothing behind it',
      report: '# 1.1 使命\n\na）公司使命由全体员工讨论确定，每年复核一次。\n\nb）每季度宣讲。\n',
      finds: ['5:1 thin'],
    },
    {
      name: 'topics that only occur in the text',
      report:
        '# 1.2 责任\n\n公司把公共责任写入章程，三废全部达标排放；公益支持由工会负责，2023年捐款12万元。\n',
      finds: ['1:1 unmarked'],
    },
    {
      name: 'a topic left out',
      report: '# 1.2 责任\n\n公共责任：三废全部达标排放，每年由第三方监测两次。\n',
      finds: ['1:1 absent'],
    },
    {
      name: 'near miss: both answered under one label line',
      report: '# 1.1 使命\n\na）、b）公司使命由全体员工讨论确定，每季度向员工和供方宣讲一次。\n',
      finds: [],
    },
    {
      name: 'near miss: marked where it stands, also under another clause',
      report:
        '# 1.2 责任\n\n公共责任：三废全部达标排放，每年由第三方监测两次。\n\n# 7.1 成绩\n\n<!-- 要求: 1.2.公益支持 -->\n\n2023年向通州区福利院捐款12万元，员工志愿服务860小时。\n',
      finds: [],
    },
    {
      name: 'near miss: a clause still to be written is another rule’s',
      report: '# 1.1 使命\n\n待补充\n',
      finds: [],
    },
  ],
})

function split<Item>(
  items: readonly Item[],
  test: (item: Item) => boolean,
): readonly (readonly Item[])[] {
  return [items.filter(test), items.filter((item) => !test(item))]
}

/** Topics are found by their names; the words of a labelled requirement are no name. */
function isMentioned(requirement: Requirement, words: string): boolean {
  const { name, names } = requirement
  return (
    typedLabel(requirement) === undefined &&
    [name ?? '', ...names]
      .map(normalizeTitle)
      .some((wanted) => wanted.length > 1 && words.includes(wanted))
  )
}

function listed(requirements: readonly Requirement[]): string {
  return requirements.map((requirement) => `“${requirementTitle(requirement)}”`).join('')
}

function idsOf(requirements: readonly Requirement[]): string {
  return requirements.map(({ id }) => id).join(' ')
}

function howToMark(requirements: readonly Requirement[]): string {
  const [first] = requirements
  if (first === undefined) return ''
  const label = typedLabel(first)
  return label === undefined
    ? `用小标题或段首“**${requirementTitle(first)}**”引出作答`
    : `段首写“${label}）”再作答`
}
