import type { Clause } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import type { Indicator } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { withIndicators } from '../example-indicators.ts'
import { isResult, namedIndicators, shownSeries } from '../shown-indicators.ts'

export const indicatorNotInResults: Rule = defineRule({
  id: 'indicator-not-in-results',
  severity: 'warning',
  source: ['L-16', 'L-60'],
  title: {
    'zh-CN': '过程章节的指标在结果里没有数据',
    en: 'An indicator of the process is missing from the results',
  },
  why: {
    'zh-CN':
      '过程章节提到的关键指标，结果章节要对得上。前面说得出数，后面却没有逐年的数据和对比，评审员会认为结果不可信。',
    en: 'What the process chapters measure must return in the results, or the reviewer doubts it.',
  },
  messages: {
    absent: wording<{ readonly name: string; readonly clause: Clause }>({
      'zh-CN': ({ name, clause }) => ({
        message: `“${clause.title}”提到的指标“${name}”，在结果条款中没有逐年的数据`,
        advice: `在对应的结果条款的指标表或图表中加上“${name}”`,
      }),
      en: ({ name, clause }) => ({
        message: `“${name}”, named in “${clause.title}”, has no series in the results`,
        advice: `Add “${name}” to a table or chart of the results`,
      }),
    }),
  },
  *check(context, finding) {
    // A report whose results are not written yet has other gaps to tell of.
    if (!context.report.sections.some((section) => isResult(section) && section.blocks.length > 0))
      return
    const shown = new Set(
      shownSeries(context).flatMap(({ indicator, section }) =>
        isResult(section) ? [indicator] : [],
      ),
    )
    const told = new Set<Indicator>()
    for (const { indicator, section, place } of namedIndicators(context)) {
      if (section === undefined || section.clause.kind !== 'process') continue
      if (shown.has(indicator) || told.has(indicator)) continue
      told.add(indicator)
      const { clause } = section
      yield finding.absent(place, { name: indicator.name, clause }, { clause })
    }
  },
  clauses: ['1.1 使命', '7.1 成绩'],
  examples: [
    {
      name: 'shown in the results, in a table or typed',
      report: withIndicators(
        '# 1.1 使命\n\n2019年主营业务收入81260万元，质量损失率0.56%。\n\n# 7.1 成绩\n\n::图表[收入]{指标=revenue}\n\n| 指标 | 2018年 | 2019年 |\n| --- | --- | --- |\n| 质量损失率（%） | 0.71 | 0.56 |',
      ),
      finds: [],
    },
    {
      name: 'figures in the process, none in the results',
      report: withIndicators(
        '# 1.1 使命\n\n2019年主营业务收入81260万元，质量损失率为:指标[loss.2019]。\n\n# 7.1 成绩\n\n::图表[收入]{指标=revenue}',
      ),
      finds: ['3:26 absent'],
    },
    {
      name: 'a word that only contains the name; results not written yet',
      report: withIndicators(
        '# 1.1 使命\n\n公司每月召开质量损失率分析会。\n\n# 7.1 成绩\n\n::图表[收入]{指标=revenue}',
      ),
      finds: [],
    },
    {
      name: 'results not written yet',
      report: withIndicators('# 1.1 使命\n\n2019年质量损失率0.56%。'),
      finds: [],
    },
  ],
})
