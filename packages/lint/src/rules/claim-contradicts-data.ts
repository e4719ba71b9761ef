import { wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { withIndicators } from '../example-indicators.ts'
import { suspectedFractions } from '../percent-as-fraction.ts'
import { typedValues } from '../typed-values.ts'
import { type Verdict, verdictOn } from '../typed-values-verdicts.ts'

interface Contradicted extends Verdict {
  readonly name: string
  readonly typed: string
}

export const claimContradictsData: Rule = defineRule({
  id: 'claim-contradicts-data',
  severity: 'error',
  source: ['L-14', 'L-58'],
  title: { 'zh-CN': '文字与数据不符', en: 'A sentence the data do not bear out' },
  why: {
    'zh-CN':
      '“同比增长13.4%”“连续三年上升”“高于标杆”，评审员会对着表格核算。数据改过而句子没有改，是最常见的自相矛盾。',
    en: 'Reviewers check “up 13.4 %”, “three years running” or “above the benchmark” against the tables. Most contradictions come from data that changed while the sentence did not.',
  },
  messages: {
    wrong: wording<Contradicted>({
      'zh-CN': ({ name, typed, data, truth }) => ({
        message: `${name}“${typed}”与数据不符：${data}`,
        advice:
          truth === ''
            ? '照数据改写这一句；数据有误的，改 data/indicators.yaml'
            : `按数据应为“${truth}”；数据有误的，改 data/indicators.yaml`,
      }),
      en: ({ name, typed, data, truth }) => ({
        message: `${name} “${typed}” contradicts the data: ${data}`,
        advice:
          truth === ''
            ? 'Rewrite the sentence, or correct data/indicators.yaml'
            : `The data say “${truth}”; correct the sentence or data/indicators.yaml`,
      }),
    }),
    doubtful: wording<Contradicted>({
      'zh-CN': ({ name, typed, data, truth }) => ({
        message: `${name}“${typed}”可能与数据不符：${data}`,
        advice: `写明从哪一年到哪一年；按这两年的数据是“${truth}”`,
      }),
      en: ({ name, typed, data, truth }) => ({
        message: `${name} “${typed}” may contradict the data: ${data}`,
        advice: `Say from which year to which; between these two the data say “${truth}”`,
      }),
    }),
    undated: wording<Contradicted>({
      'zh-CN': ({ name, typed, data, truth }) => ({
        message: `${name}“${typed}”可能与数据不符，哪一年都对不上；最近一年：${data}`,
        advice: `写明是哪一年；按最近一年的数据是“${truth}”`,
      }),
      en: ({ name, typed, data, truth }) => ({
        message: `${name} “${typed}” may contradict the data, which bear it out in no year; the last: ${data}`,
        advice: `Say which year; of the last the data say “${truth}”`,
      }),
    }),
  },
  *check(context, finding) {
    // Two years of one sentence are told once.
    const told = new Set<string>()
    // What disagrees by its unit alone is told by value-conflict, once for the indicator.
    const mistyped = new Set(suspectedFractions(context).map(({ indicator }) => indicator))
    for (const claim of typedValues(context).claims) {
      const verdict = verdictOn(claim)
      if (verdict === undefined || mistyped.has(claim.indicator)) continue
      const { indicator, passage, from, to } = claim
      const typed = passage.text.slice(from, to)
      const values = { ...verdict, name: indicator.name, typed }
      const clause = passage.section === undefined ? {} : { clause: passage.section.clause }
      const place = passage.placeOf(from, to)
      const key = `${place.file}:${place.line}:${place.column}:${indicator.id}`
      if (told.has(key)) continue
      told.add(key)
      if (claim.kind === 'comparison' && claim.year === undefined)
        yield finding.undated(place, values, { ...clause, severity: 'warning' })
      else if (claim.kind === 'change' && !claim.certain)
        yield finding.doubtful(place, values, { ...clause, severity: 'warning' })
      else yield finding.wrong(place, values, clause)
    }
  },
  clauses: ['1.1 使命', '7.1 成绩'],
  examples: [
    {
      name: 'sentences the data bear out',
      report: withIndicators(
        '# 7.1 成绩\n\n2019年主营业务收入81260万元，同比增长11.1%，比2017年增加18780万元，超过80000万元的目标，比主要竞争对手A高12360万元，仍低于国内标杆。质量损失率由2017年的0.85%降到2019年的0.56%，下降0.29个百分点。主营业务收入连续三年增长。质量损失率三年逐年下降，2019年优于主要竞争对手A的0.94%。2019年主营业务收入是2017年的1.3倍，相当于国内标杆的64.2%。',
      ),
      finds: [],
    },
    {
      name: 'rates, differences and directions',
      report: withIndicators(
        '# 7.1 成绩\n\n2019年主营业务收入81260万元，同比增长13.4%，比2017年增加17880万元。2019年质量损失率同比上升0.15个百分点。主营业务收入2018年、2019年分别增长17.1%和12.1%。',
      ),
      finds: ['3:20 wrong', '3:30 wrong', '3:56 wrong', '3:86 wrong'],
    },
    {
      name: 'between two years',
      report: withIndicators(
        '# 7.1 成绩\n\n2019年较2017年，质量损失率下降0.39个百分点，主营业务收入增长30.1%。2017—2019年主营业务收入由62480万元增至81260万元，年均增长15.0%。',
      ),
      finds: ['3:18 wrong', '3:77 wrong'],
    },
    {
      name: 'over years the sentence leaves open',
      report: withIndicators(
        '# 7.1 成绩\n\n质量损失率0.56%，三年下降0.35个百分点，两年年均下降9.0%。',
      ),
      finds: ['3:12 doubtful', '3:25 wrong'],
    },
    {
      name: 'against others and targets',
      report: withIndicators(
        '# 7.1 成绩\n\n2019年主营业务收入81260万元，高于国内标杆。2019年质量损失率0.56%，优于国内标杆，比主要竞争对手A低0.28个百分点，未达到0.60%的目标。2018年质量损失率0.71%，达到0.70%的目标。',
      ),
      finds: ['3:20 wrong', '3:43 wrong', '3:50 wrong', '3:68 wrong', '3:96 wrong'],
    },
    {
      name: 'a trend the data break',
      report: withIndicators(
        '# 7.1 成绩\n\n主营业务收入连续三年增长。质量损失率连续三年上升。',
        'revenue:\n  name: 主营业务收入\n  unit: 万元\n  values: { 2017: 62480, 2018: 73150, 2019: 72260 }\nloss:\n  name: 质量损失率\n  unit: "%"\n  values: { 2017: 0.5, 2018: 0.6, 2019: 0.7 }\n',
      ),
      finds: ['3:7 wrong'],
    },
    {
      name: 'multiples',
      report: withIndicators(
        '# 7.1 成绩\n\n2019年主营业务收入81260万元，比2017年翻了一番。2019年主营业务收入是主要竞争对手A的1.8倍。',
      ),
      finds: ['3:20 wrong', '3:42 wrong'],
    },
    {
      name: 'upwards in words and downwards in figures; doubled or not',
      report: withIndicators(
        '# 7.1 成绩\n\n质量损失率由0.85%升到0.56%。主营业务收入由62480万元增至81260万元，翻了一番。质量损失率由0.85%降到0.56%。',
      ),
      finds: ['3:6 wrong', '3:44 wrong'],
    },
    {
      name: 'without a year, and true of none',
      report: withIndicators(
        '# 7.1 成绩\n\n质量损失率比主要竞争对手A高0.38个百分点。主营业务收入低于国内标杆。',
      ),
      finds: ['3:6 undated'],
    },
    {
      name: 'a gap that closes, by as much or not',
      report: withIndicators(
        '# 7.1 成绩\n\n2019年质量损失率0.56%，与国内标杆的差距由0.33个百分点缩小到0.08个百分点。\n\n质量损失率三年逐年下降，2019年0.56%，与国内标杆的差距由0.33个百分点缩小到0.18个百分点。',
      ),
      finds: ['5:24 wrong'],
    },
    {
      name: 'whose or when is not certain',
      report: withIndicators(
        '# 7.1 成绩\n\n2019年主要竞争对手A主营业务收入下降3.4%，同比下降3.4%。一车间质量损失率同比上升0.1个百分点。2019年上半年主营业务收入同比增长30%。2020年主营业务收入预计同比增长30%。主营业务收入增长13%以上。2017—2019年主营业务收入增长7.1%、8.3%、8.9%。质量损失率两年多来下降。',
      ),
      finds: [],
    },
  ],
})
