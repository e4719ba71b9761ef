import { type Clause, clauseHeading } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { allInlines, inlinesIn, type Section } from '@ziping/report'
import type { Resolver } from '@ziping/resolve'
import { defineRule, type Rule } from '../define-rule.ts'
import { requirementTitle } from '../requirement-title.ts'
import { answeredClauses } from '../written-clauses.ts'

export const alternativeMissing: Rule = defineRule({
  id: 'alternative-missing',
  severity: 'error',
  source: ['L-42', 'T-27'],
  title: { 'zh-CN': '可选条件一条也没有满足', en: 'None of the alternatives is met' },
  why: {
    'zh-CN': '“下述条件应至少满足其中一条”：一条都没有对上，这一部分无从评分。',
    en: 'At least one of the conditions must be met; with none of them there is nothing to judge.',
  },
  messages: {
    tooFew: wording<{ readonly clause: Clause; readonly answered: number; readonly least: number }>(
      {
        'zh-CN': ({ clause, answered, least }) => ({
          message: `条款“${clauseHeading(clause)}”至少要满足${least}条，${answered === 0 ? '现在一条也没有对上' : `现在只对上${answered}条`}`,
          advice: `选自己做得到的一条作小标题再作答：${listed(clause)}`,
        }),
        en: ({ clause, answered, least }) => ({
          message: `Clause “${clauseHeading(clause)}” needs ${least} of its conditions; ${answered} answered`,
          advice: `Answer the one that fits under a heading that names it: ${listed(clause)}`,
        }),
      },
    ),
    withoutProof: wording<{ readonly clause: Clause }>({
      'zh-CN': ({ clause }) => ({
        message: `条款“${clauseHeading(clause)}”满足的条件没有引用证实性材料`,
        advice: '在作答的段落里写“[证](#材料编号)”，引到证书、文件或表彰决定',
      }),
      en: ({ clause }) => ({
        message: `What clause “${clauseHeading(clause)}” claims refers to no evidence`,
        advice: 'Refer to the certificate, paper or citation with “[证](#id)” where it is claimed',
      }),
    }),
  },
  *check(context, finding) {
    for (const { clause, sections, section, coverage } of answeredClauses(context)) {
      const least = clause.choice?.min
      if (least === undefined) continue
      const met = coverage.requirements.filter(({ answered }) => answered)
      if (met.length < least)
        yield finding.tooFew(section.place, { clause, answered: met.length, least }, { clause })
      else if (!sections.some((part) => refersToEvidence(part, context.resolver)))
        yield finding.withoutProof(
          met[0]?.place ?? section.place,
          { clause },
          { clause, severity: 'warning', atMost: 'warning' },
        )
    }
  },
  examples: [
    {
      name: 'none of the seven conditions',
      award: 'wuhan-person-other',
      report: '# 三、关键要求\n\n本人长期关心质量工作，多次参加社区质量宣传活动，受到好评。\n',
      finds: ['1:1 tooFew'],
    },
    {
      name: 'a condition met, but not proved',
      award: 'wuhan-person-other',
      report:
        '# 三、关键要求\n\n## 国际标准制定\n\n2019年起主持制定ISO 23551一项，2021年发布，十四个国家采用。\n',
      finds: ['3:1 withoutProof'],
    },
    {
      name: 'near miss: met and proved',
      award: 'wuhan-person-other',
      report: {
        'report/1.md':
          '# 三、关键要求\n\n## 国际标准制定\n\n2019年起主持制定ISO 23551一项，2021年发布，十四个国家采用[证](#iso)。\n',
        'evidence/evidence.yaml': 'iso: { title: 国际标准发布页, file: iso.pdf }\n',
      },
      finds: [],
    },
    {
      name: 'near miss: clauses whose requirements are all asked for',
      report: '# 1.1 使命\n\na）公司使命由全体员工讨论确定，每年复核一次。\n',
      finds: [],
    },
  ],
})

function refersToEvidence({ units }: Section, resolver: Resolver): boolean {
  return units.some(({ block }) =>
    inlinesIn(block).some((inlines) =>
      [...allInlines(inlines)].some(
        (inline) =>
          inline.kind === 'reference' &&
          inline.targets.some((target) => resolver.target(target)?.kind === 'evidence'),
      ),
    ),
  )
}

function listed({ requirements }: Clause): string {
  return requirements.map((requirement) => requirementTitle(requirement)).join('；')
}
