import { type Place, wording } from '@ziping/diagnostics'
import { valueIn } from '@ziping/report'
import { factMentions } from '../applicant-mentions.ts'
import { nameMentions } from '../applicant-names.ts'
import { defineRule, type Extras, type Rule } from '../define-rule.ts'
import { exampleIndicators, withIndicators } from '../example-indicators.ts'
import type { RuleContext } from '../rule-context.ts'
import {
  contradicted,
  formValues,
  staleTies,
  type WrittenValue,
  writtenValues,
} from '../typed-values-conflicts.ts'
import { agrees } from '../typed-values-units.ts'

interface Differing {
  readonly name: string
  readonly year: number
  readonly typed: string
  readonly expected: string
}

export const valueConflict: Rule = defineRule({
  id: 'value-conflict',
  severity: 'error',
  source: ['L-14', 'L-32', 'L-58'],
  title: { 'zh-CN': '前后数值或名称不一致', en: 'A value or name contradicts another' },
  why: {
    'zh-CN':
      '同一指标同一年份在两处写成两个数，评审员会怀疑全部数据。指标、员工总数、成立时间和名称全书只能有一个说法。',
    en: 'Where one indicator has two values for one year, a reviewer doubts all of them. Indicators, headcount, the year of foundation and names must be the same everywhere.',
  },
  messages: {
    differs: wording<Differing & { readonly tie: string }>({
      'zh-CN': ({ name, year, typed, expected, tie }) => ({
        message: `${name}${year}年在这里是${typed}，数据中是${expected}`,
        advice: `核对原始资料后改成一致；写成 [${expected}](#${tie}) 就能随数据更新`,
      }),
      en: ({ name, year, typed, expected, tie }) => ({
        message: `${name} of ${year} is ${typed} here and ${expected} in the data`,
        advice: `Check the source and make them agree; [${expected}](#${tie}) follows the data by itself`,
      }),
    }),
    twice: wording<Differing & { readonly where: string }>({
      'zh-CN': ({ name, year, typed, expected, where }) => ({
        message: `${name}${year}年在这里是${typed}，在 ${where} 是${expected}`,
        advice: '核对原始资料后改成一致，并把数值补进 data/indicators.yaml',
      }),
      en: ({ name, year, typed, expected, where }) => ({
        message: `${name} of ${year} is ${typed} here and ${expected} in ${where}`,
        advice: 'Check the source, make them agree and enter the value in data/indicators.yaml',
      }),
    }),
    stale: wording<Differing>({
      'zh-CN': ({ name, year, typed, expected }) => ({
        message: `“${typed}”已不是${name}${year}年的数据，现在是${expected}`,
        advice: `改为“${expected}”；lint --fix 会代为更新`,
      }),
      en: ({ name, year, typed, expected }) => ({
        message: `“${typed}” is no longer what the data have for ${name} in ${year}: ${expected}`,
        advice: `Write “${expected}”; lint --fix does it`,
      }),
    }),
    form: wording<Differing>({
      'zh-CN': ({ name, year, typed, expected }) => ({
        message: `申报表中${name}${year}年是${typed}，指标数据是${expected}`,
        advice: '核对两处的口径与来源，改成一致',
      }),
      en: ({ name, year, typed, expected }) => ({
        message: `The form has ${typed} for ${name} in ${year}, the indicators have ${expected}`,
        advice: 'Check definition and source of both and make them agree',
      }),
    }),
    fact: wording<{
      readonly fact: 'employees' | 'founded'
      readonly typed: string
      readonly expected: string
    }>({
      'zh-CN': ({ fact, typed, expected }) => ({
        message: `${fact === 'employees' ? '员工总数' : '成立时间'}在这里是${typed}，data/applicant.yaml 中是${expected}`,
        advice: '核对后改成一致；口径不同的，写明是哪一天、哪一种口径',
      }),
      en: ({ fact, typed, expected }) => ({
        message: `The ${fact === 'employees' ? 'number of employees' : 'foundation'} is ${typed} here and ${expected} in data/applicant.yaml`,
        advice: 'Make them agree, or say which day or definition is meant',
      }),
    }),
    formerName: wording<{
      readonly typed: string
      readonly name: string
      readonly until: string
      readonly year: number
    }>({
      'zh-CN': ({ typed, name, until, year }) => ({
        message: `“${typed}”只用到${until}，这里说的是${year}年的事`,
        advice: `改用现名“${name}”，或写明“原${typed}”`,
      }),
      en: ({ typed, name, until, year }) => ({
        message: `“${typed}” was used until ${until}; this is about ${year}`,
        advice: `Use the present name “${name}”`,
      }),
    }),
    nameVariant: wording<{ readonly typed: string; readonly name: string }>({
      'zh-CN': ({ typed, name }) => ({
        message: `“${typed}”与申报者的全称“${name}”不一致，可能是笔误`,
        advice: `改为“${name}”；确是另一家的，写进 holdings 或曾用名`,
      }),
      en: ({ typed, name }) => ({
        message: `“${typed}” is not the applicant’s full name “${name}”, possibly a slip`,
        advice: `Write “${name}”; enter other companies under holdings or former names`,
      }),
    }),
  },
  *check(context, finding) {
    for (const { edit, place, section, renewed, indicator, ...tie } of staleTies(context))
      yield finding.stale(
        place,
        { ...tie, name: indicator.name, expected: renewed },
        { ...about(section), ...(edit === undefined ? {} : { fix: [edit] }) },
      )
    const first = new Map<string, WrittenValue>()
    for (const value of writtenValues(context)) {
      const { indicator, year, typed, place, section } = value
      const expected = contradicted(value)
      const words = { name: indicator.name, year, typed }
      const key = `${indicator.id}.${year}`
      if (expected !== undefined) {
        // A sentence that leaves out whose value it tells may well tell another’s.
        if (!isOthers(value))
          yield finding.differs(
            place,
            { ...words, expected, tie: key },
            { ...about(section), ...dataPlace(context, value) },
          )
        continue
      }
      if (indicator.values.some((one) => one.year === year) || year >= (context.year ?? 0)) continue
      const before = first.get(key)
      if (before === undefined) first.set(key, value)
      else if (!sameValue(before, value))
        yield finding.twice(
          place,
          { ...words, expected: before.typed, where: `${before.place.file}:${before.place.line}` },
          { ...about(section), ...related(before.place) },
        )
    }
    for (const value of formValues(context)) {
      const expected = contradicted(value)
      if (expected !== undefined)
        yield finding.form(
          value.place,
          { name: value.indicator.name, year: value.year, typed: value.typed, expected },
          dataPlace(context, value),
        )
    }
    for (const { place, section, expectedPlace, ...words } of factMentions(context))
      yield finding.fact(place, words, { ...about(section), ...related(expectedPlace) })
    for (const { kind, place, section, typed, name, until = '', year = 0 } of nameMentions(context))
      yield kind === 'former'
        ? finding.formerName(place, { typed, name, until, year }, about(section))
        : finding.nameVariant(place, { typed, name }, { ...about(section), severity: 'warning' })
  },
  clauses: ['1.1 使命', '7.1 成绩'],
  examples: [
    {
      name: 'text and table agree with the data, in another unit, too',
      report: withIndicators(
        '# 1.1 使命\n\n2019年主营业务收入81,260万元，质量损失率0.56%。2018年公司主营业务收入为7.3亿元。\n\n# 7.1 成绩\n\n| 指标 | 2018年 | 2019年 | 2019年目标 |\n| --- | --- | --- | --- |\n| 主营业务收入（亿元） | 7.32 | 8.13 | 8.00 |\n| 质量损失率（%） | 0.71 | 0.56 | 0.60 |',
      ),
      finds: [],
    },
    {
      name: 'targets, others, parts, differences and bounds are not its own values',
      report: withIndicators(
        '# 1.1 使命\n\n2019年目标：主营业务收入80000万元。2019年主要竞争对手A主营业务收入68900万元，质量损失率0.94%。力争2019年质量损失率0.50%。2019年一车间质量损失率0.80%。2019年主营业务收入突破8亿元，质量损失率在0.60%以内。2019年6月质量损失率0.66%。2019年人均主营业务收入72.8万元。2018年完成技术改造，主营业务收入90000万元。\n\n| 对象 | 指标 | 2019年 |\n| --- | --- | --- |\n| 国内标杆 | 主营业务收入（万元） | 126500 |',
      ),
      finds: [],
    },
    {
      name: 'another value in the text',
      report: withIndicators('# 1.1 使命\n\n2019年主营业务收入81620万元，质量损失率0.65%。'),
      finds: ['3:12 differs', '3:25 differs'],
    },
    {
      name: 'moves, lists and years in their turn',
      report: withIndicators(
        '# 1.1 使命\n\n质量损失率由2017年的0.95%降到2019年的0.56%。主营业务收入2017—2019年为62480万元、73510万元、81260万元。主营业务收入2018年73150万元，2019年达到8.62亿元。',
      ),
      finds: ['3:13 differs', '3:57 differs', '3:99 differs'],
    },
    {
      name: 'another value in a table, by rows and by columns',
      report: withIndicators(
        '# 7.1 成绩\n\n| 指标 | 2018年 | 2019年 |\n| --- | --- | --- |\n| 主营业务收入（万元） | 73150 | 81206 |\n\n| 年度 | 质量损失率（%） | 备注 |\n| --- | --- | --- |\n| 2018年 | 0.71 | |\n| 2019年 | 0.65 | |',
      ),
      finds: ['5:24 differs', '10:11 differs'],
    },
    {
      name: 'a year the data do not have, in two chapters',
      report: withIndicators(
        '# 1.1 使命\n\n2016年主营业务收入58000万元。\n\n# 7.1 成绩\n\n2016年公司主营业务收入为57000万元。',
      ),
      finds: ['7:15 twice'],
    },
    {
      name: 'a tied number the data have left behind',
      report: withIndicators(
        '# 1.1 使命\n\n收入[80,480万元](#revenue.2019)，即[**8.05**亿元](#revenue.2019)，损失率[0.56%](#loss.2019)。',
      ),
      finds: ['3:4 stale', '3:33 stale'],
      fixed:
        '# 1.1 使命\n\n收入[81,260万元](#revenue.2019)，即[**8.13**亿元](#revenue.2019)，损失率[0.56%](#loss.2019)。',
    },
    {
      name: 'a tied rate or difference is no value',
      report: withIndicators(
        '# 1.1 使命\n\n收入[增长11.1%](#revenue.2019)，[81260](#revenue.2019)万元。',
      ),
      finds: [],
    },
    {
      name: 'a series of the form',
      report: {
        ...withIndicators(
          '# 1 领导\n',
          exampleIndicators
            .replace('name: 主营业务收入', 'name: 资产负债率')
            .replace('unit: 万元', "unit: '%'")
            .replace('62480, 2018: 73150, 2019: 81260', '48.53, 2018: 46.62, 2019: 43.62'),
        ),
        'ziping.yaml': 'award: nantong-org-2020\n',
        'data/form.yaml': 't3.debtRatio: { 2017: 48.53, 2018: 46.26, 2019: 43.62 }\n',
      },
      award: 'nantong-org-2020',
      finds: ['data/form.yaml:1:36 form'],
    },
    {
      name: 'headcount and foundation',
      report: {
        'report/1.md': '# 1.1 使命\n\n公司成立于2004年，现有员工1160人。2019年末在册员工1116人。',
        'data/applicant.yaml':
          'organization:\n  name: 江苏梭澜机械股份有限公司\n  registered: 2003-04-18\n  employees: 1116\n',
      },
      finds: ['3:16 fact', '3:6 fact'],
    },
    {
      name: 'departments have their own headcount and foundation',
      report: {
        'report/1.md':
          '# 1.1 使命\n\n公司成立于2003年4月。技术中心成立于2008年，现有员工204人。一车间在册员工96人。',
        'data/applicant.yaml':
          'organization:\n  name: 江苏梭澜机械股份有限公司\n  registered: 2003-04-18\n  employees: 1116\n',
      },
      finds: [],
    },
    {
      name: 'a former name after its time, and a slip in the name',
      report: {
        'report/1.md':
          '# 1.1 使命\n\n2019年，南通梭澜机械有限公司组织用户走访。江苏梭澜机械有限公司重视质量。',
        'data/applicant.yaml':
          'organization:\n  name: 江苏梭澜机械股份有限公司\n  formerNames:\n    - { name: 南通梭澜机械有限公司, until: 2017-12-20 }\n',
      },
      finds: ['3:7 formerName', '3:24 nameVariant'],
    },
    {
      name: 'a former name of its own time',
      report: {
        'report/1.md':
          '# 1.1 使命\n\n江苏梭澜机械股份有限公司由南通梭澜机械有限公司于2017年12月变更设立。2016年，南通梭澜机械有限公司获奖。2019年，原南通梭澜机械有限公司厂区改造。江苏梭澜机械销售有限公司是子公司。',
        'data/applicant.yaml':
          'organization:\n  name: 江苏梭澜机械股份有限公司\n  formerNames:\n    - { name: 南通梭澜机械有限公司, until: 2017-12-20 }\n',
      },
      finds: [],
    },
  ],
})

function about(section: WrittenValue['section']): Extras {
  return section === undefined ? {} : { clause: section.clause }
}

function related(place: Place): Extras {
  return { related: [{ place, words: { 'zh-CN': '另一处在这里', en: 'The other one' } }] }
}

function dataPlace({ indicators }: RuleContext, { indicator, year }: WrittenValue): Extras {
  const place = indicators.file?.placeOf([...indicator.path, 'values', String(year)])
  return place === undefined ? {} : related(place)
}

function isOthers({ indicator, year, number, factor }: WrittenValue): boolean {
  const others = [...indicator.benchmark, ...indicator.competitor, ...indicator.industry]
  return others.some(({ values }) => {
    const value = valueIn(values, year)
    return value !== undefined && number.times(factor).eq(value.number)
  })
}

/** Rounding aside, which of two has fewer decimals decides. */
function sameValue(a: WrittenValue, b: WrittenValue): boolean {
  const agree = (rounded: WrittenValue, exact: WrittenValue): boolean =>
    agrees(
      { typed: rounded.number, decimals: rounded.decimals, factor: rounded.factor },
      exact.number.times(exact.factor),
    )
  return agree(a, b) || agree(b, a)
}
