import { allClauses } from '@ziping/award'
import { type Finding, nearest, type Place, wording } from '@ziping/diagnostics'
import { type Indicator, type Reference, type TiedValue, type Value, valueIn } from '@ziping/report'
import { resolveValue, type ValueFault } from '@ziping/resolve'
import { numbersNowhere } from '../almost/typed-numbers.ts'
import { about } from '../clause-of-block.ts'
import { defineRule, type Extras, type FindingMakers, type Rule } from '../define-rule.ts'
import { passagesOf } from '../passages.ts'
import type { RuleContext } from '../rule-context.ts'
import { placeIn, placeOfId } from '../source-places.ts'
import { type Standing, textIndex } from '../text-index.ts'

const messages = {
  label: wording<{ readonly target: string; readonly near: string | undefined }>({
    'zh-CN': ({ target, near }) => ({
      message: `引用的“${target}”不存在：没有这个标签、题注、条款或证实性材料`,
      advice:
        near === undefined
          ? `给所指的表或图加上标签 {#${target}}，或改正这里的写法`
          : `是不是“${near}”？`,
    }),
    en: ({ target, near }) => ({
      message: `“${target}” is no label, caption, clause or evidence`,
      advice:
        near === undefined
          ? `Label what is meant with {#${target}}, or correct the reference`
          : `Did you mean “${near}”?`,
    }),
  }),
  clause: wording<{ readonly target: string; readonly near: string | undefined }>({
    'zh-CN': ({ target, near }) => ({
      message: `引用的条款“${target}”在本奖项中不存在`,
      advice: near === undefined ? '照奖项的条款号改正' : `是不是“${near}”？`,
    }),
    en: ({ target, near }) => ({
      message: `The award has no clause “${target}”`,
      advice: near === undefined ? 'Use a clause number of the award' : `Did you mean “${near}”?`,
    }),
  }),
  evidence: wording<{ readonly target: string; readonly near: string | undefined }>({
    'zh-CN': ({ target, near }) => ({
      message: `引用的证实性材料“${target}”不在 evidence/evidence.yaml 中`,
      advice: near === undefined ? '在目录中登记这份材料，或改正这里的写法' : `是不是“${near}”？`,
    }),
    en: ({ target, near }) => ({
      message: `The evidence “${target}” is not in evidence/evidence.yaml`,
      advice: near === undefined ? 'Enter it there, or correct the id' : `Did you mean “${near}”?`,
    }),
  }),
  unnumbered: wording<{ readonly target: string }>({
    'zh-CN': ({ target }) => ({
      message: `标签“${target}”所在之处没有题注，不编号，引用印不出号码`,
      advice: '给表或图写上“表：…”或“图：…”的题注；要引用条款，写条款号，如 [条](#1.2)',
    }),
    en: ({ target }) => ({
      message: `What “${target}” labels has no caption and so no number to print`,
      advice:
        'Give it a caption (表：… or 图：…); refer to a clause by its number, like [条](#1.2)',
    }),
  }),
  indicator: wording<{ readonly target: string; readonly near: string | undefined }>({
    'zh-CN': ({ target, near }) => ({
      message: `指标“${target}”不在 data/indicators.yaml 中`,
      advice: near === undefined ? '在指标数据中补上，或改正这里的写法' : `是不是“${near}”？`,
    }),
    en: ({ target, near }) => ({
      message: `The indicator “${target}” is not in data/indicators.yaml`,
      advice: near === undefined ? 'Add it there, or correct the id' : `Did you mean “${near}”?`,
    }),
  }),
  year: wording<{ readonly name: string; readonly year: number; readonly years: string }>({
    'zh-CN': ({ name, year, years }) => ({
      message: `“${name}”没有 ${year} 年的值`,
      advice: years === '' ? '在指标数据中补上各年的值' : `补上这一年的值；现有：${years}`,
    }),
    en: ({ name, year, years }) => ({
      message: `“${name}” has no value for ${year}`,
      advice: years === '' ? 'Add its values' : `Add the value; there are ${years}`,
    }),
  }),
  comparison: wording<{ readonly name: string; readonly year: number; readonly form: string }>({
    'zh-CN': ({ name, year, form }) => ({
      message: `“${name}”${year} 年的“${form}”算不出来：缺少用来比较的数`,
      advice: '补上所比的那一年（不能为零）、目标值或标杆值',
    }),
    en: ({ name, year, form }) => ({
      message: `“${form}” of “${name}” for ${year} cannot be computed: nothing to compare with`,
      advice: 'Add the year compared with (not zero), the target or the benchmark',
    }),
  }),
  unit: wording<{ readonly name: string; readonly unit: string; readonly asked: string }>({
    'zh-CN': ({ name, unit, asked }) => ({
      message: `“${name}”的单位是${unit === '' ? '空的' : `“${unit}”`}，换算不成“${asked}”`,
      advice: '改用能互相换算的单位，如万元与亿元',
    }),
    en: ({ name, unit, asked }) => ({
      message: `“${name}” is in “${unit}”, which cannot be turned into “${asked}”`,
      advice: 'Use a unit of the same kind, such as 万元 and 亿元',
    }),
  }),
  typed: wording<{ readonly typed: string }>({
    'zh-CN': ({ typed }) => ({
      message: `“${typed}”：文中没有编号为${typed}的表或图，可能指错了`,
      advice: '给要引用的表或图加上标签，这里写“[表](#标签)”；指别的文件的，写出文件名',
    }),
    en: ({ typed }) => ({
      message: `No table or figure here is numbered ${typed}; this may point nowhere`,
      advice:
        'Label the table or figure you mean and refer to it; name the document if it is another',
    }),
  }),
  nothing: wording<{ readonly what: '图表' | '指标表' }>({
    'zh-CN': ({ what }) => ({
      message: `${what}没有写明用哪些指标`,
      advice: `写成 ::${what}[标题]{指标="指标的键"}`,
    }),
    en: ({ what }) => ({
      message: `This ${what === '图表' ? 'chart' : 'table'} names no indicators`,
      advice: `Write ::${what}[title]{指标="key"}`,
    }),
  }),
}

export const referenceUnresolved: Rule = defineRule({
  id: 'reference-unresolved',
  severity: 'error',
  source: ['L-19'],
  title: { 'zh-CN': '引用的内容不存在', en: 'A reference leads nowhere' },
  why: {
    'zh-CN':
      '通知要求互相引用时应当说明出处。引用落空，印出来就是一个空缺，评审员找不到数据和证据，这一条就等于没有说明。',
    en: 'What is referred to has to be found. A reference that leads nowhere prints as a gap, and the reviewer finds neither figure nor proof.',
  },
  messages,
  *check(context, finding) {
    yield* brokenReferences(context, finding)
    yield* brokenValues(context, finding)
    yield* brokenSeries(context, finding)
    yield* brokenNumbers(context, finding)
  },
  examples: [
    {
      name: 'everything is there',
      report: {
        'report/1.md':
          '# 1.1 使命\n\n见[表](#tbl-a)、[](#近三年成绩)、[条](#1.2)和[证](#iso9001)，收入:指标[revenue.2019]，[100万元](#revenue.2019)。\n\n表：近三年成绩 {#tbl-a}\n\n| 年 | 值 |\n|---|---|\n| 2019 | 1 |\n\n::图表[收入]{指标=revenue}',
        'data/indicators.yaml': 'revenue: { name: 收入, unit: 万元, values: { 2019: 100 } }',
        'evidence/evidence.yaml': 'iso9001: { title: 证书, file: iso9001.pdf }',
      },
      finds: [],
    },
    {
      name: 'a heading with a label may be linked to in words of one’s own',
      report: '# 1.1 使命 {#mission}\n\n如[使命一节](#mission)所述。',
      finds: [],
    },
    {
      name: 'a label is misspelt',
      report: '# 1.1 使命\n\n见[表](#tbl-man)。\n\n表：成绩 {#tbl-main}\n\n| 年 |\n|---|\n| 1 |',
      finds: ['3:2 label'],
    },
    { name: 'no such clause', report: '# 1.1 使命\n\n见[条](#9.9)。', finds: ['3:2 clause'] },
    {
      name: 'one of two pieces of evidence is unknown',
      report: {
        'report/1.md': '# 1.1 使命\n\n公司通过认证[证](#iso9001,iso1401)。',
        'evidence/evidence.yaml': 'iso9001: { title: 证书 }\niso14001: { title: 环境证书 }',
      },
      finds: ['3:7 evidence'],
    },
    {
      name: 'a label without a caption has no number',
      report: '# 1.1 使命 {#mission}\n\n见[条](#mission)。',
      finds: ['3:2 unnumbered'],
    },
    {
      name: 'unknown indicators in a value, a tied number, a table and a chart',
      report: {
        'report/1.md':
          '# 7.1 成绩\n\n收入:指标[revenu.2019]，[100万元](#income.2019)。\n\n::指标表[成绩]{指标="revenue profits"}\n\n::图表[成绩]{指标=turnover}',
        'data/indicators.yaml': 'revenue: { name: 收入, unit: 万元, values: { 2019: 100 } }',
      },
      finds: ['3:3 indicator', '3:20 indicator', '5:23 indicator', '7:13 indicator'],
    },
    {
      name: 'a year without a value',
      report: {
        'report/1.md':
          '# 7.1 成绩\n\n收入:指标[revenue.2017]。\n\n::图表[收入]{指标=revenue 年份=2018-2019}',
        'data/indicators.yaml': 'revenue: { name: 收入, unit: 万元, values: { 2019: 100 } }',
      },
      finds: ['3:3 year', '5:13 year'],
    },
    {
      name: 'nothing to compare with, and a unit of another kind',
      report: {
        'report/1.md':
          '# 7.1 成绩\n\n收入:指标[revenue.2019 同比]，即:指标[revenue.2019]{单位=吨}。\n\n收入:指标[revenue.2019]{单位=亿元}。',
        'data/indicators.yaml': 'revenue: { name: 收入, unit: 万元, values: { 2019: 100 } }',
      },
      finds: ['3:3 comparison', '3:25 unit'],
    },
    {
      name: 'a typed number that no table bears',
      report: '# 7.1 成绩\n\n见表7-9，表10由统计局填写，见表10，代表3人，图2019年。',
      finds: ['3:2 typed'],
    },
    {
      name: 'a chart without indicators',
      report: '# 7.1 成绩\n\n::图表[收入]{类型=折线}\n\n::指标表[收入]',
      finds: ['3:1 nothing', '5:1 nothing'],
    },
  ],
})

type Makers = FindingMakers<typeof messages>

/** Typed references: which table a number means is the writer's to say, so it is no more than a warning. */
function* brokenNumbers(context: RuleContext, finding: Makers): Generator<Finding> {
  const { report, resolver } = context
  for (const { passage, start, typed } of numbersNowhere(passagesOf(context), report, resolver))
    yield finding.typed(
      passage.place(start, start + typed.length),
      { typed },
      { ...about(report, passage.block), severity: 'warning' },
    )
}

/** References to labels, captions, clauses and evidence. */
function* brokenReferences(context: RuleContext, finding: Makers): Generator<Finding> {
  const { workspace, report, resolver } = context
  const { references, labels } = textIndex(report)
  const named = new Set(labels.map(({ label }) => label))
  for (const { reference, ...standing } of references)
    for (const target of reference.targets) {
      if (resolver.target(target) !== undefined) continue
      const place = placeIn(workspace, standing.file, reference.span)
      const extras = clauseOf(standing)
      if (!named.has(target)) {
        const kind = kindOf(reference, target)
        const near = nearest(target, candidates(context, named, kind))
        yield finding[kind](place, { target, near }, extras)
      } else if (reference.word !== undefined) yield finding.unnumbered(place, { target }, extras)
    }
}

/** Values printed from the data, and typed numbers tied to them. */
function* brokenValues(context: RuleContext, finding: Makers): Generator<Finding> {
  const { workspace, report, indicators } = context
  for (const { value, ...standing } of textIndex(report).values) {
    const indicator = indicators.byId.get(value.indicator)
    const fault = faultOf(value, indicator, context)
    if (fault === undefined) continue
    const place = placeIn(workspace, standing.file, value.span)
    const extras = clauseOf(standing)
    const { year } = value
    if (indicator === undefined)
      yield unknownIndicator(value.indicator, place, context, finding, extras)
    else if (fault === 'no-value')
      yield finding.year(place, { name: indicator.name, year, years: yearsOf(indicator) }, extras)
    else if (fault === 'no-comparison')
      yield finding.comparison(place, { name: indicator.name, year, form: formOf(value) }, extras)
    else {
      const { name, unit = '' } = indicator
      yield finding.unit(place, { name, unit, asked: unitOf(value) }, extras)
    }
  }
}

/** Charts and result tables. */
function* brokenSeries(context: RuleContext, finding: Makers): Generator<Finding> {
  const { workspace, report, indicators } = context
  for (const standing of textIndex(report).blocks) {
    const { block } = standing
    if (block.kind !== 'chart' && block.kind !== 'indicator-table') continue
    const extras = clauseOf(standing)
    const what = block.kind === 'chart' ? '图表' : '指标表'
    if (block.indicators.length === 0) yield finding.nothing(block.place, { what }, extras)
    const asked = yearsAsked(block.attributes['years'])
    for (const id of block.indicators) {
      const indicator = indicators.byId.get(id)
      const missing = asked.filter((year) => valueIn(indicator?.values ?? [], year) === undefined)
      if (indicator !== undefined && missing.length === 0) continue
      const place = placeOfId(workspace, standing, id)
      if (indicator === undefined) yield unknownIndicator(id, place, context, finding, extras)
      else
        for (const year of missing)
          yield finding.year(
            place,
            { name: indicator.name, year, years: yearsOf(indicator) },
            extras,
          )
    }
  }
}

function unknownIndicator(
  target: string,
  place: Place,
  { indicators }: RuleContext,
  finding: Makers,
  extras: Extras,
): Finding {
  return finding.indicator(place, { target, near: nearest(target, indicators.byId.keys()) }, extras)
}

function clauseOf({ clause }: Standing): Pick<Standing, 'clause'> {
  return clause === undefined ? {} : { clause }
}

type Kind = 'label' | 'clause' | 'evidence'

/** What the writer meant to point at, as far as the word in the brackets or the number tells. */
function kindOf({ word }: Reference, target: string): Kind {
  if (word === '证') return 'evidence'
  return word === '条' || /^\d+(?:\.\d+)+$/.test(target) ? 'clause' : 'label'
}

function candidates(
  { award, report, evidence }: RuleContext,
  labels: ReadonlySet<string>,
  kind: Kind,
): readonly string[] {
  if (kind === 'evidence') return [...evidence.byId.keys()]
  // The nearest number is a neighbour, not what was meant; a title may be mistyped.
  const clauses = [...allClauses(award.clauses)].map(({ title }) => title)
  if (kind === 'clause') return clauses
  const captions = textIndex(report).blocks.flatMap(({ block }) =>
    'caption' in block && block.caption !== undefined ? [block.caption.text.trim()] : [],
  )
  return [...labels, ...captions, ...evidence.byId.keys()]
}

function faultOf(
  value: Value | TiedValue,
  indicator: Indicator | undefined,
  { indicators }: RuleContext,
): ValueFault | undefined {
  if (indicator === undefined) return 'unknown-indicator'
  if (value.kind === 'tied-value')
    return valueIn(indicator.values, value.year) === undefined ? 'no-value' : undefined
  const resolved = resolveValue(value, indicators)
  return resolved.kind === 'fault' ? resolved.fault : undefined
}

function formOf(value: Value | TiedValue): string {
  return value.kind === 'value' ? (value.form ?? '') : ''
}

function unitOf(value: Value | TiedValue): string {
  return value.kind === 'value' ? (value.attributes['unit'] ?? '') : ''
}

function yearsOf({ values }: Indicator): string {
  return values.map(({ year }) => year).join('、')
}

/** `2017-2019`, `2017 2019`: the years a chart or table asks for by name. */
function yearsAsked(attribute = ''): readonly number[] {
  const years = [...attribute.matchAll(/[12]\d{3}/g)].map(([year]) => Number(year))
  const [first, last, ...more] = years
  if (first === undefined || last === undefined || more.length > 0) return years
  if (!/\d\s*[-~～—–至到]+\s*\d/u.test(attribute) || last - first > 20) return years
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index)
}
