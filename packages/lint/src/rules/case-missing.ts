import { evaluateExpression } from '@ziping/award'
import { type Place, placeOfFile, wording } from '@ziping/diagnostics'
import { type Block, countCharacters, isStub } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { textOfBlocks } from '../printed-blocks.ts'
import type { RuleContext } from '../rule-context.ts'

/** What an example of management tells, and the words that show it does. */
const parts: readonly { readonly zh: string; readonly en: string; readonly words: RegExp }[] = [
  { zh: '背景', en: 'background', words: /背景|起因|缘起|现状|问题|痛点|难题|为什么/u },
  { zh: '做法', en: 'what was done', words: /做法|措施|实施|方法|过程|步骤|行动|怎么做|举措/u },
  { zh: '成效', en: 'results', words: /成效|结果|效果|成果|效益|成绩|收益/u },
]

export const caseMissing: Rule = defineRule({
  id: 'case-missing',
  severity: 'error',
  source: ['L-31'],
  title: { 'zh-CN': '没有典型案例', en: 'There is no typical case' },
  why: {
    'zh-CN': '通知写明“申报组织必须提供绩效管理的典型实例”，缺了案例材料就不完整。',
    en: 'The notice wants at least one example of managing for performance; without it the application is incomplete.',
  },
  messages: {
    absent: wording<{ readonly title: string }>({
      'zh-CN': ({ title }) => ({
        message: `通知要求提供“${title}”，cases 文件夹里还没有`,
        advice: '新建 cases/01-案例名.md，写清背景、做法、成效，成效要有前后对比的数据',
      }),
      en: ({ title }) => ({
        message: `The notice asks for “${title}”; the folder cases has none`,
        advice:
          'Write cases/01-….md: background, what was done, results with figures before and after',
      }),
    }),
    empty: wording<{ readonly title: string; readonly count: number; readonly least: number }>({
      'zh-CN': ({ title, count, least }) => ({
        message: `“${title}”只有${count}字，还不成案例`,
        advice: `写清背景、做法、成效，至少${least}字；不用的文件移出 cases 文件夹`,
      }),
      en: ({ title, count, least }) => ({
        message: `“${title}” has ${count} 字: no example yet`,
        advice: `Tell background, what was done and results in at least ${least} 字, or move the file out of cases`,
      }),
    }),
    incomplete: wording<{ readonly title: string; readonly lacking: typeof parts }>({
      'zh-CN': ({ title, lacking }) => ({
        message: `“${title}”可能没有写${lacking.map(({ zh }) => zh).join('、')}`,
        advice: '按背景、做法、成效三段写，各用一个小标题',
      }),
      en: ({ title, lacking }) => ({
        message: `“${title}” may lack ${lacking.map(({ en }) => en).join(', ')}`,
        advice: 'Write three parts under headings of their own: background, what was done, results',
      }),
    }),
  },
  *check(context, finding) {
    const { award, report, resolver } = context
    for (const deliverable of award.deliverables) {
      if (deliverable.kind !== 'case') continue
      const { title } = deliverable
      const cases = report.documents.filter(({ kind }) => kind === 'case')
      const [first] = cases
      if (first === undefined) {
        if (isRequired(deliverable.required, context))
          yield finding.absent(placeOfCases(context), { title })
        continue
      }
      for (const { parsed } of cases) {
        const headings = parsed.blocks.filter(({ kind }) => kind === 'heading')
        const place = headings[0]?.place ?? placeOfFile(parsed.file)
        const text = textOfBlocks(parsed.blocks, parsed.file, resolver)
        const count = countCharacters(text).characters
        const least = award.answered.clause
        const told = titlesIn(headings.slice(1), parsed.file, resolver) ?? text
        const lacking = parts.filter(({ words }) => !words.test(told))
        if (count < least || isStub(text)) yield finding.empty(place, { title, count, least })
        else if (lacking.length > 0)
          yield finding.incomplete(
            place,
            { title, lacking },
            { severity: 'warning', atMost: 'warning' },
          )
      }
    }
  },
  examples: [
    {
      name: 'no case at all',
      award: 'nantong-org-2020',
      report: '# 1.1 高层领导的作用\n\n由总经理主持。\n',
      finds: ['ziping.yaml:1:1 absent'],
    },
    {
      name: 'a file with a title only',
      award: 'nantong-org-2020',
      report: { 'cases/1.md': '# 车间回声\n\n待补充\n' },
      finds: ['cases/1.md:1:1 empty'],
    },
    {
      name: 'a case without results',
      award: 'nantong-org-2020',
      report: {
        'cases/1.md': `# 车间回声\n\n## 背景\n\n${'用户车间停机频繁。'.repeat(10)}\n\n## 做法\n\n装传感器。\n`,
      },
      finds: ['cases/1.md:1:1 incomplete'],
    },
    {
      name: 'three headings, none of which is that of the results',
      award: 'nantong-org-2020',
      report: {
        'cases/1.md': `# 车间回声\n\n## 一、背景\n\n${'用户车间停机频繁。'.repeat(10)}\n\n## 二、做法\n\n装传感器，效果明显。\n\n## 三、项目小结\n\n停机减少41%。\n`,
      },
      finds: ['cases/1.md:1:1 incomplete'],
    },
    {
      name: 'near miss: other words for the three parts',
      award: 'nantong-org-2020',
      report: {
        'cases/1.md': `# 车间回声\n\n## 为什么做\n\n${'用户车间停机频繁。'.repeat(10)}\n\n## 三项措施\n\n装传感器。\n\n## 效果\n\n停机减少41%。\n`,
      },
      finds: [],
    },
    {
      name: 'near miss: an award that asks for none',
      report: '# 1.1 使命\n\n使命由员工讨论。\n',
      finds: [],
    },
  ],
})

function isRequired(
  required: boolean | Parameters<typeof evaluateExpression>[0] | undefined,
  { form }: RuleContext,
): boolean {
  if (typeof required !== 'string') return required === true
  const evaluation = evaluateExpression(required, form.facts)
  return evaluation.kind === 'value' && evaluation.value === true
}

/** The headings below the title, where there are as many as a case has parts: then they say which part is which. */
function titlesIn(
  headings: readonly Block[],
  file: string,
  resolver: RuleContext['resolver'],
): string | undefined {
  return headings.length < parts.length ? undefined : textOfBlocks(headings, file, resolver)
}

function placeOfCases({ workspace }: RuleContext): Place {
  return placeOfFile(workspace.configFile.file)
}
