import { showPlace } from '@ziping/diagnostics'
import { dataRule, foundFor } from './data-rule.ts'
import type { Rule } from './define-rule.ts'

/** A fact that is wrong is told once, where it stands; the fields that take it over have nothing to add. */
function unlessRefused(rule: Rule): Rule {
  return {
    ...rule,
    run: (context) => {
      const refused = new Set(
        foundFor(context, 'data-invalid').map(({ place }) => showPlace(place)),
      )
      return rule.run(context).filter(({ place }) => !refused.has(showPlace(place)))
    },
  }
}

const formOf = (text: string): Readonly<Record<string, string>> => ({ 'data/form.yaml': text })
const whole =
  'org: { name: 甲公司, uscc: 91320600MA1TEKT00L, employees: 100, trained: 80, kind: 企业 }\n'

export const dataInvalid: Rule = dataRule({
  id: 'data-invalid',
  source: ['L-32'],
  title: { 'zh-CN': '数据文件有误', en: 'A data file is wrong' },
  why: {
    'zh-CN':
      'data/ 和 evidence/ 下的数据供正文、表格、图和申报表共用；写错的项会被略过，印出来就缺一块。',
    en: 'Text, tables, charts and form all use the data files. What is wrong in them is left out, and missing in print.',
  },
  examples: [
    {
      name: 'in order',
      report: {
        'data/indicators.yaml': 'revenue: { name: 收入, unit: 万元, values: { 2019: 100 } }',
        'data/applicant.yaml': 'organization: { name: 甲公司, employees: 100 }',
      },
      finds: [],
    },
    {
      name: 'an unknown key, a wrong value, and no YAML at all',
      report: {
        'data/indicators.yaml': 'revenue: { nane: 收入, values: { 2019: 100 } }',
        'data/applicant.yaml': 'organization:\n  employees: 许多\n',
        'evidence/evidence.yaml': 'iso9001:\n\ttitle: 证书\n',
      },
      finds: [
        'evidence/evidence.yaml:2:1 yaml-syntax',
        'data/indicators.yaml:1:12 unknown-key',
        'data/applicant.yaml:2:14 wrong-value',
      ],
    },
  ],
})

export const fieldUnknown: Rule = dataRule({
  id: 'field-unknown',
  source: ['L-32'],
  title: { 'zh-CN': '申报表没有这一栏', en: 'The form has no such field' },
  why: {
    'zh-CN': '写在申报表没有的栏目里的内容不会印出来，填了也等于没填。',
    en: 'What is written into a field that the form does not have is not printed.',
  },
  examples: [
    { name: 'known fields', report: formOf(whole), finds: [] },
    {
      name: 'a misspelt field',
      report: formOf('org: { nmae: 甲公司 }\n'),
      finds: ['data/form.yaml:1:8 unknown'],
    },
  ],
})

export const fieldType: Rule = dataRule({
  id: 'field-type',
  source: ['L-32'],
  title: { 'zh-CN': '申报表的内容不是这一类', en: 'A field holds the wrong kind of value' },
  why: {
    'zh-CN': '日期、数字、电话等各有写法，写错的不能计算、不能核对，也不会印出来。',
    en: 'Dates, numbers and telephone numbers have their notation; what does not keep to it cannot be used or printed.',
  },
  examples: [
    { name: 'a whole number', report: formOf(whole), finds: [] },
    {
      name: 'words for a number',
      report: formOf('org: { trained: 八十多人 }\n'),
      finds: ['data/form.yaml:1:17 value'],
    },
  ],
})

export const fieldCheckDigit: Rule = unlessRefused(
  dataRule({
    id: 'field-check-digit',
    source: ['L-32'],
    title: { 'zh-CN': '代码的校验位不对', en: 'A check digit is wrong' },
    why: {
      'zh-CN':
        '统一社会信用代码、身份证号有校验位，错一位就能查出来；照证件核对，免得资格审查查无此号。',
      en: 'Credit codes and identity numbers carry a check digit that shows a slip of one character.',
    },
    examples: [
      { name: 'the digit is right', report: formOf(whole), finds: [] },
      {
        name: 'one character off',
        report: formOf('org: { uscc: 91320600MA1TEKT01L }\n'),
        finds: ['data/form.yaml:1:14 uscc'],
      },
      {
        name: 'a fact that is told as wrong itself',
        report: { 'data/applicant.yaml': 'organization: { uscc: 91320600MA1TEKT01L }\n' },
        finds: [],
      },
    ],
  }),
)

export const fieldOption: Rule = dataRule({
  id: 'field-option',
  source: ['L-32'],
  title: { 'zh-CN': '没有这一选项', en: 'There is no such option' },
  why: {
    'zh-CN': '申报表印着固定的选项，别的说法无处可勾。',
    en: 'The form prints its options; nothing else can be ticked.',
  },
  examples: [
    { name: 'one of the options', report: formOf(whole), finds: [] },
    {
      name: 'another word',
      report: formOf('org: { kind: 公司 }\n'),
      finds: ['data/form.yaml:1:14 option'],
    },
  ],
})

export const fieldRange: Rule = dataRule({
  id: 'field-range',
  source: ['L-32'],
  title: { 'zh-CN': '数值超出范围', en: 'A figure is out of range' },
  why: {
    'zh-CN': '负的人数、超过 100% 的比例，多半是单位或位数写错了。',
    en: 'A negative headcount or a share above 100% is a slip in unit or digits.',
  },
  examples: [
    { name: 'within', report: formOf(whole), finds: [] },
    {
      name: 'below the least',
      report: formOf('org: { trained: -3 }\n'),
      finds: ['data/form.yaml:1:17 range'],
    },
  ],
})

export const fieldRequired: Rule = unlessRefused(
  dataRule({
    id: 'field-required',
    source: ['L-32', 'L-59'],
    title: { 'zh-CN': '必填的栏目没有填', en: 'A required field is empty' },
    why: {
      'zh-CN': '通知要求如实、完整填写申报表；缺项的材料在形式审查时就会退回。',
      en: 'The notice wants the form complete; a form with gaps is returned at the first look.',
    },
    examples: [
      { name: 'complete', report: formOf(whole), finds: [] },
      {
        name: 'a gap',
        report: formOf(whole.replace(', kind: 企业', '')),
        finds: ['data/form.yaml:1:6 missing'],
      },
    ],
  }),
)

export const fieldOpen: Rule = dataRule({
  id: 'field-open',
  source: ['L-32', 'L-59'],
  title: { 'zh-CN': '栏目还待查', en: 'A field is still open' },
  why: {
    'zh-CN': '写了“待查”的栏目到装订前都要有着落，报告里列着由谁、何时查清。',
    en: 'What is still to be found out has to be settled before binding.',
  },
  examples: [
    { name: 'settled', report: formOf(whole), finds: [] },
    {
      name: 'waiting for somebody',
      report: formOf(whole.replace('trained: 80', 'trained: 待查： 人事部 7月20日')),
      finds: ['data/form.yaml:1:70 required'],
    },
  ],
})

export const fieldDiffers: Rule = dataRule({
  id: 'field-differs',
  source: ['L-32', 'L-58'],
  title: { 'zh-CN': '同一内容两处不一致', en: 'A field differs from what it repeats' },
  why: {
    'zh-CN': '同一事实在申报表和基本情况里不一样，评审员会怀疑数据是否真实。',
    en: 'One fact with two values makes reviewers doubt the rest.',
  },
  examples: [
    { name: 'the same', report: formOf(whole), finds: [] },
    {
      name: 'another name than among the facts',
      report: {
        'data/form.yaml': whole,
        'data/applicant.yaml': 'organization: { name: 乙公司 }\n',
      },
      finds: ['data/form.yaml:1:14 fact'],
    },
  ],
})

export const fieldRule: Rule = dataRule({
  id: 'field-rule',
  source: ['L-32'],
  title: { 'zh-CN': '栏目之间不合要求', en: 'Fields do not go together' },
  why: {
    'zh-CN': '通知的填写要求规定了各栏之间的关系，例如其中数不大于总数。',
    en: 'The notice says how fields go together: a part is not more than its whole.',
  },
  examples: [
    { name: 'a part of the whole', report: formOf(whole), finds: [] },
    {
      name: 'more than the whole',
      report: formOf(whole.replace('trained: 80', 'trained: 800')),
      finds: ['data/form.yaml:1:70 rule'],
    },
  ],
})

export const fieldComputed: Rule = dataRule({
  id: 'field-computed',
  source: ['L-32'],
  title: { 'zh-CN': '计算的数不合理', en: 'A computed figure cannot be right' },
  why: {
    'zh-CN': '按通知的公式算出的数超出可能的范围，说明有一个输入填错了。',
    en: 'A result outside what is possible shows that one of its inputs is wrong.',
  },
  examples: [
    { name: 'in order', report: formOf(whole), finds: [] },
    {
      name: 'divided by nothing',
      report: formOf(whole.replace('employees: 100', 'employees: 0')),
      finds: ['data/form.yaml:1:6 error'],
    },
  ],
})

/** The rules that reading and loading have already checked. */
export const dataRules: readonly Rule[] = [
  dataInvalid,
  fieldUnknown,
  fieldType,
  fieldCheckDigit,
  fieldOption,
  fieldRange,
  fieldRequired,
  fieldOpen,
  fieldDiffers,
  fieldRule,
  fieldComputed,
]
