import { type Place, wording } from '@ziping/diagnostics'
import { valueIn } from '@ziping/report'
import { factMentions } from '../applicant-mentions.ts'
import { nameMentions } from '../applicant-names.ts'
import { differingFigures } from '../base-figures.ts'
import { conflictExamples } from '../conflict-examples.ts'
import { defineRule, type Extras, type Rule } from '../define-rule.ts'
import { holdingMentions } from '../holding-mentions.ts'
import { fractionWords, scaledWords, suspectedFractions } from '../percent-as-fraction.ts'
import { wrongRanks } from '../rank-mentions.ts'
import type { RuleContext } from '../rule-context.ts'
import { placeOfIndicator } from '../shown-indicators.ts'
import { rowConflicts } from '../table-rows.ts'
import {
  contradicted,
  formValues,
  staleTies,
  unknownValues,
  type WrittenValue,
  writtenValues,
} from '../typed-values-conflicts.ts'
import { agrees, isTimes } from '../typed-values-units.ts'

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
    undated: wording<Differing>({
      'zh-CN': ({ name, year, typed, expected }) => ({
        message: `${name}在这里是${typed}，没有写年份，与各年的数据都不一致，可能有误（数据中${year}年是${expected}）`,
        advice: '核对原始资料后改成一致，并写明年份；说的是其中一部分的，写明是哪一部分',
      }),
      en: ({ name, year, typed, expected }) => ({
        message: `${name} is ${typed} here, of no year, and the data have that for none (${year}: ${expected}); possibly a slip`,
        advice:
          'Check the source, make them agree and say which year, or which part of it, is meant',
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
    fraction: fractionWords,
    scaled: scaledWords,
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
    holding: wording<{ readonly name: string; readonly typed: string; readonly expected: string }>({
      'zh-CN': ({ name, typed, expected }) => ({
        message: `${name}的员工人数在这里是${typed}，data/applicant.yaml 中是${expected}`,
        advice: '核对后改成一致；口径不同的，写明是哪一天、哪一种口径',
      }),
      en: ({ name, typed, expected }) => ({
        message: `The employees of ${name} are ${typed} here and ${expected} in data/applicant.yaml`,
        advice: 'Make them agree, or say which day or definition is meant',
      }),
    }),
    base: wording<Differing & { readonly key: string }>({
      'zh-CN': ({ key, name, year, typed, expected }) => ({
        message: `${key} 在这里是${typed}，指标“${name}”${year}年是${expected}，可能有一处写错`,
        advice: '核对后改成一致；确是两种口径的，给指标换一个键，并在名称里写明口径',
      }),
      en: ({ key, name, year, typed, expected }) => ({
        message: `${key} is ${typed} here, the indicator “${name}” has ${expected} for ${year}; one may be a slip`,
        advice: 'Make them agree; if they are two things, give the indicator another key and name',
      }),
    }),
    rank: wording<{ readonly item: string; readonly typed: string; readonly expected: string }>({
      'zh-CN': ({ item, typed, expected }) => ({
        message: `${item}“${typed}”与 data/applicant.yaml 的 ranks 不一致，那里是${expected}`,
        advice: '照排名证明核对后改成一致',
      }),
      en: ({ item, typed, expected }) => ({
        message: `${item} “${typed}” contradicts ranks in data/applicant.yaml: ${expected}`,
        advice: 'Check the proof of rank and make them agree',
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
    for (const { indicator, ...found } of suspectedFractions(context))
      yield finding.fraction(
        placeOfIndicator(context, indicator, 'values'),
        { ...found, name: indicator.name },
        { severity: found.by === 'look' ? 'info' : 'warning' },
      )
    for (const { edit, isScaled, place, section, renewed, indicator, ...tie } of staleTies(context))
      yield finding[isScaled ? 'scaled' : 'stale'](
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
          yield finding[isOffByUnit(value) ? 'scaled' : 'differs'](
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
    for (const value of unknownValues(context)) {
      const { indicator, year, typed, place, section } = value
      const expected = contradicted(value)
      if (expected !== undefined)
        yield finding.undated(
          place,
          { name: indicator.name, year, typed, expected },
          { ...about(section), ...dataPlace(context, value), severity: 'warning' },
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
    for (const { place, section, expectedPlace, ...words } of holdingMentions(context))
      yield finding.holding(place, words, { ...about(section), ...related(expectedPlace) })
    for (const { indicator, place, ...words } of differingFigures(context))
      yield finding.base(place, { ...words, name: indicator.name }, { severity: 'warning' })
    for (const { place, rowPlace, section, ...words } of rowConflicts(context))
      yield finding.twice(
        place,
        { ...words, where: `${rowPlace.file}:${rowPlace.line}` },
        { ...about(section), ...related(rowPlace) },
      )
    for (const { place, section, ...words } of wrongRanks(context))
      yield finding.rank(place, words, about(section))
    for (const { kind, place, section, typed, name, until = '', year = 0 } of nameMentions(context))
      yield kind === 'former'
        ? finding.formerName(place, { typed, name, until, year }, about(section))
        : finding.nameVariant(place, { typed, name }, { ...about(section), severity: 'warning' })
  },
  clauses: ['1.1 使命', '7.1 成绩'],
  examples: conflictExamples,
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

function isOffByUnit({ indicator, year, number, factor }: WrittenValue): boolean {
  return isTimes(number.times(factor).toNumber(), valueIn(indicator.values, year)?.number)
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
