import { type Clause, clauseHeading, parentsOf } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { plainText, type Section } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import type { RuleContext } from '../rule-context.ts'

/** `4.1`, `1．1` in front of a title. */
const typedNumber = /^第?\s*(\d+(?:\s*\.\s*\d+)*)/u

export const clauseTitleMismatch: Rule = defineRule({
  id: 'clause-title-mismatch',
  severity: 'error',
  source: ['T-46', 'L-01'],
  title: { 'zh-CN': '条款号与标题对不上', en: 'Number and title of a clause disagree' },
  why: {
    'zh-CN':
      '表10的“4.1”是人力资源，国家标准的“4.1”是领导：号与题不一致时，评审员会对到别的条款上打分，目录、引用也跟着错。',
    en: 'The form’s 4.1 is not the standard’s 4.1: where number and title disagree, the text is judged under another clause.',
  },
  messages: {
    otherNumber: wording<{
      readonly clause: Clause
      readonly typed: string
      readonly other: Clause
      readonly isStandard: boolean
    }>({
      'zh-CN': ({ clause, typed, other, isStandard }) => ({
        message: `条款号“${typed}”是“${other.title}”，标题却是“${clause.title}”；已按标题对到“${clauseHeading(clause)}”`,
        advice: isStandard
          ? `全篇用国家标准的编号时，在文件开头或 ziping.yaml 写“numbering: standard”；否则标题写成“${clauseHeading(clause)}”`
          : `标题写成“${clauseHeading(clause)}”；如果写的是“${other.title}”，改标题的文字`,
      }),
      en: ({ clause, typed, other, isStandard }) => ({
        message: `Number ${typed} is “${other.title}”, but the title says “${clause.title}”; taken for “${clauseHeading(clause)}”`,
        advice: isStandard
          ? `If the report is numbered like the standard, say “numbering: standard” in the file’s front matter or in ziping.yaml; else write “${clauseHeading(clause)}”`
          : `Write “${clauseHeading(clause)}”; if the text answers “${other.title}”, change the title`,
      }),
    }),
    unknownNumber: wording<{ readonly clause: Clause; readonly typed: string }>({
      'zh-CN': ({ clause, typed }) => ({
        message: `没有条款“${typed}”：“${clause.title}”的条款号是“${clause.number ?? ''}”`,
        advice: `标题写成“${clauseHeading(clause)}”`,
      }),
      en: ({ clause, typed }) => ({
        message: `There is no clause ${typed}: the number of “${clause.title}” is ${clause.number ?? ''}`,
        advice: `Write “${clauseHeading(clause)}”`,
      }),
    }),
    foreignTitle: wording<{ readonly clause: Clause; readonly title: string }>({
      'zh-CN': ({ clause, title }) => ({
        message: `条款“${clause.number ?? clause.id}”的标题应是“${clause.title}”，这里写成了“${title}”`,
        advice: `标题写成“${clauseHeading(clause)}”，自拟的题目放到正文第一句或下一级标题`,
      }),
      en: ({ clause, title }) => ({
        message: `The title of clause ${clause.number ?? clause.id} is “${clause.title}”, here it reads “${title}”`,
        advice: `Write “${clauseHeading(clause)}”; a title of one’s own may stand in the first sentence or one level below`,
      }),
    }),
  },
  *check(context, finding) {
    for (const section of context.report.sections) {
      const { clause, match, place } = section
      if (match.foreignTitle !== undefined)
        yield finding.foreignTitle(
          place,
          { clause, title: match.foreignTitle },
          { clause, severity: 'warning', atMost: 'warning' },
        )
      if (match.by !== 'title') continue
      const typed = numberIn(section)
      if (typed === undefined || isLocal(clause, typed, context)) continue
      const other = match.numberSays
      if (other !== undefined)
        yield finding.otherNumber(
          place,
          { clause, typed, other, isStandard: clause.standard === typed },
          { clause },
        )
      else if (isForeign(clause, typed))
        yield finding.unknownNumber(place, { clause, typed }, { clause })
    }
  },
  examples: [
    {
      name: 'another clause’s number',
      report: '# 1 领导\n\n## 1.2 使命\n\n使命由员工讨论。\n',
      finds: ['3:1 otherNumber'],
    },
    {
      name: 'the standard’s number where the award has its own',
      award: 'nantong-org-2020',
      report: '# 4.1 领导\n\n## 4.1.2 高层领导的作用\n\n由总经理主持。\n',
      finds: ['1:1 otherNumber'],
    },
    {
      name: 'a number that does not exist',
      report: '# 1.7 使命\n\n使命由员工讨论。\n',
      finds: ['1:1 unknownNumber'],
    },
    {
      name: 'a title of one’s own',
      report: '# 1.1 以安全为念的使命担当\n\n使命由员工讨论。\n',
      finds: ['1:1 foreignTitle'],
    },
    {
      name: 'near miss: full-width digits, no space, or no number',
      report: '# １．１使命\n\n使命由员工讨论。\n\n# 责任\n\n依法纳税。\n',
      finds: [],
    },
    {
      name: 'near miss: counted within the chapter',
      report: '# 第一章 领导\n\n## 一、使命\n\n使命由员工讨论。\n\n## 2. 责任\n\n依法纳税。\n',
      finds: [],
    },
    {
      name: 'near miss: the report says that it is numbered like the standard',
      award: 'nantong-org-2020',
      report:
        '---\nnumbering: standard\n---\n\n# 4.1 领导\n\n## 4.1.2 高层领导的作用\n\n由总经理主持。\n',
      finds: [],
    },
  ],
})

const chineseDigits = '一二三四五六七八九十'

/** The number as typed: `4.1`; 一、 and 第一章 as `1`. */
function numberIn({ heading }: Section): string | undefined {
  const text = plainText(heading.content).normalize('NFKC').trim()
  const arabic = typedNumber.exec(text)?.[1]
  if (arabic !== undefined) return arabic.replaceAll(/\s/gu, '')
  const chinese = /^(?:第\s*|\()?([一二三四五六七八九十])(?:\s*[章节部分篇]|[)、.:])/u.exec(
    text,
  )?.[1]
  return chinese === undefined ? undefined : String(chineseDigits.indexOf(chinese) + 1)
}

/** `（二）` or `2.` for the second clause of a chapter: counted by the writer, no number of a clause. */
function isLocal(clause: Clause, typed: string, { award }: RuleContext): boolean {
  if (typed.includes('.')) return false
  const parent = parentsOf(award.clauses, clause.id).at(-1)
  if (parent === undefined) return chineseDigits.includes(clause.number ?? '')
  return parent.children.indexOf(clause) + 1 === Number(typed) || ownNumber(clause) === undefined
}

function isForeign(clause: Clause, typed: string): boolean {
  const own = ownNumber(clause)
  return own !== undefined && ![own, clause.id, clause.standard, ...clause.aliases].includes(typed)
}

/** The clause's number, where the award prints digits. */
function ownNumber({ number }: Clause): string | undefined {
  return number !== undefined && /^[\d.]+$/u.test(number) ? number : undefined
}
