import type { Place } from '@ziping/diagnostics'
import { wording } from '@ziping/diagnostics'
import { about } from '../clause-of-block.ts'
import { defineRule, type Extras, type Rule } from '../define-rule.ts'
import type { FileView } from '../file-view.ts'
import { nearIndicators } from '../near-indicators.ts'
import { nearNames } from '../near-names.ts'
import type { Passage } from '../passage.ts'
import { passagesOf } from '../passages.ts'
import type { RuleContext } from '../rule-context.ts'
import { type Spelling, spellings } from '../term-spellings.ts'
import { collectTerms, isSameWord, type Spellings, type Use } from '../term-uses.ts'

interface Values {
  readonly rare: string
  readonly often: string
  readonly rareCount: number
  readonly oftenCount: number
}

export const termVariants: Rule = defineRule({
  id: 'term-variants',
  severity: 'info',
  source: ['L-14'],
  title: { 'zh-CN': '同一个词有两种写法', en: 'One term is spelled in two ways' },
  why: {
    'zh-CN':
      '十几个人分头写，同一个词、同一个标准、同一个品牌写法不一，评审员会以为是两回事，也显得没有统稿。',
    en: 'Where many write, one term gets several spellings; reviewers take them for different things, or for want of an editor.',
  },
  messages: {
    variant: wording<Values>({
      'zh-CN': ({ rare, often, rareCount, oftenCount }) => ({
        message: `“${rare}”和“${often}”是同一个词的两种写法，全文各有${rareCount}处和${oftenCount}处`,
        advice: `统一为一种写法，例如都写“${often}”`,
      }),
      en: ({ rare, often, rareCount, oftenCount }) => ({
        message: `“${rare}” (${rareCount} times) and “${often}” (${oftenCount} times) spell one term`,
        advice: `Keep one spelling, such as “${often}”`,
      }),
    }),
    wrong: wording<Values>({
      'zh-CN': ({ rare, often, rareCount, oftenCount }) => ({
        message: `“${rare}”（${rareCount}处）应写作“${often}”，文中另有${oftenCount}处是这样写的`,
        advice: `都改为“${often}”`,
      }),
      en: ({ rare, often, rareCount, oftenCount }) => ({
        message: `“${rare}” (${rareCount} times) should be “${often}”, as it is in ${oftenCount} places`,
        advice: `Write “${often}” everywhere`,
      }),
    }),
    similar: wording<Values>({
      'zh-CN': ({ rare, often, rareCount, oftenCount }) => ({
        message: `“${rare}”只出现${rareCount}次，与出现${oftenCount}次的“${often}”几乎一样，可能是笔误或另一种叫法`,
        advice: `如果说的是同一件事，改为“${often}”`,
      }),
      en: ({ rare, often, rareCount, oftenCount }) => ({
        message: `“${rare}” (${rareCount} time) is almost “${often}” (${oftenCount} times); it may be a slip or another name for it`,
        advice: `If both mean the same, write “${often}”`,
      }),
    }),
  },
  *check(context, finding) {
    const passages = passagesOf(context)
    const inUse = new Set(context.views.flatMap(namedIn))
    for (const spelling of spellings) {
      if (!inUse.has(spelling)) continue
      const found = variantsOf(spelling, passages)
      if (found === undefined) continue
      const { rare, often, values } = found
      const extras = extrasFor(context, rare, often)
      if (spelling.wrong === true)
        yield finding.wrong(placeOf(rare), values, { ...extras, severity: 'warning' })
      else yield finding.variant(placeOf(rare), values, extras)
    }
    const terms = collectTerms(passages)
    for (const [key, term] of terms)
      for (const { rare, often, values } of mixedIn(key, term))
        yield finding.variant(placeOf(rare), values, extrasFor(context, rare, often))
    for (const { rare, often, values } of nearNames(terms))
      yield finding.similar(placeOf(rare), values, extrasFor(context, rare, often))
    for (const { rare, often, count } of nearIndicators(passages, context.indicators.all))
      yield finding.similar(
        placeOf(rare),
        { rare: rare.spelled, often: often.spelled, rareCount: 1, oftenCount: count },
        extrasFor(context, rare, often),
      )
  },
  examples: [
    {
      name: 'a matter of taste, at the rarer spelling',
      report: '# 1.1 使命\n\n其他部门和其他车间配合，其它部门支持。',
      finds: ['3:13 variant'],
    },
    {
      name: 'a wrong spelling beside the right one',
      report: '# 1.1 使命\n\n员工登录系统，供方登陆平台；台帐与账户一致，客户帐号保密。',
      finds: ['3:10 wrong', '3:15 wrong'],
    },
    {
      name: 'one spelling throughout',
      report: '# 1.1 使命\n\n其它部门和其它车间配合，员工登录系统，核对台账。',
      finds: [],
    },
    {
      name: 'words that only look alike',
      report:
        '# 1.1 使命\n\n产品登陆欧洲市场，员工登录系统；订单由指定单位确认，部分产品占全部份额的三成，一座落成的厂房坐落园区。',
      finds: [],
    },
    {
      name: 'one standard with and without a space',
      report: '# 1.1 使命\n\n通过ISO 9001认证，ISO 9001证书有效，ISO9001文件齐全，ISO14001同样。',
      finds: ['3:27 variant'],
    },
    {
      name: 'a name in other capitals',
      report: '# 1.1 使命\n\nMES上线，MES覆盖车间，Mes数据上传。Lean和lean，kW与abc.KW。',
      finds: ['3:15 variant'],
    },
    {
      name: 'a company’s own name with and without a dot',
      report: '# 1.1 使命\n\n“三同织造”模式，“三同织造”推广，“三同·织造”获奖。',
      finds: ['3:20 variant'],
    },
    {
      name: 'a company’s own name with another character',
      report:
        '# 1.1 使命\n\n“三同织造”模式，“三同织造”推广，“三同织造”获奖，“三同织造”入选，“三同制造”宣贯。',
      finds: ['3:38 similar'],
    },
    {
      name: 'an indicator by another name, and others that only resemble it',
      report: {
        'report/1.md':
          '# 1.1 使命\n\n顾客满意度逐年提高，客户满意度由第三方测评。一次交验合格率上升，一次交检合格率达标，二次交验合格率不计，一次交验合格数另计。',
        'data/indicators.yaml':
          'csi: { name: 顾客满意度, unit: 分, values: { 2019: 90 } }\nfirst: { name: 一次交验合格率, unit: "%", values: { 2019: 98 } }\n',
      },
      finds: ['3:11 similar', '3:33 similar'],
    },
    {
      name: 'names that differ on purpose',
      report:
        '# 1.1 使命\n\n“质量月报”一，“质量月报”二，“质量月报”三，“质量月报”四，“质量周报”五，“质量日报”六。',
      finds: [],
    },
  ],
})

const named = new WeakMap<FileView, readonly Spelling[]>()

/** Whose other spelling a file may hold: every pattern of one holds its name, and looking for that is much quicker. */
function namedIn(view: FileView): readonly Spelling[] {
  const known = named.get(view)
  if (known !== undefined) return known
  const words = view.passages.map(({ text }) => text).join('\n')
  const found = spellings.filter(({ names }) => words.includes(names[1]))
  named.set(view, found)
  return found
}

interface Mixed {
  readonly rare: Use
  readonly often: Use
  readonly values: Values
}

function placeOf({ passage, start, spelled }: Use): Place {
  return passage.place(start, start + spelled.length)
}

function extrasFor({ report }: RuleContext, { passage }: Use, often: Use): Extras {
  const words = { 'zh-CN': `这里写作“${often.spelled}”`, en: `“${often.spelled}” here` }
  return { ...about(report, passage.block), related: [{ place: placeOf(often), words }] }
}

function variantsOf(
  { good, other, names, wrong }: Spelling,
  passages: readonly Passage[],
): Mixed | undefined {
  const candidates = passages.filter(({ text }) => text.includes(names[1]))
  const others = usesOf(other, candidates)
  if (others.length === 0) return undefined
  const goods = usesOf(good, passages)
  // What is wrong is named even where it is more frequent.
  const [rare, often] =
    wrong === true || others.length <= goods.length ? [others, goods] : [goods, others]
  const [rareName, oftenName] = rare === others ? [names[1], names[0]] : names
  return mixed(rare, often, rareName, oftenName)
}

function usesOf(spelling: RegExp, passages: readonly Passage[]): readonly Use[] {
  return passages.flatMap((passage) =>
    passage.quoted
      ? []
      : [...passage.text.matchAll(spelling)].flatMap(({ 0: spelled, index }) =>
          passage.offset(index) === undefined ? [] : [{ passage, start: index, spelled }],
        ),
  )
}

function mixed(
  rare: readonly Use[],
  often: readonly Use[],
  rareName: string,
  oftenName: string,
): Mixed | undefined {
  const [first] = rare
  const [other] = often
  if (first === undefined || other === undefined) return undefined
  const values = {
    rare: rareName,
    often: oftenName,
    rareCount: rare.length,
    oftenCount: often.length,
  }
  return { rare: first, often: other, values }
}

/** The rarer spellings of a term beside its most frequent one. */
function* mixedIn(key: string, term: Spellings): Generator<Mixed> {
  const byCount = [...term].sort(([, a], [, b]) => b.length - a.length)
  const [most, ...others] = byCount
  if (most === undefined) return
  for (const [spelled, uses] of others) {
    // Capitals vary for good reasons; only a clear minority is a slip.
    const latin = key.startsWith('latin ')
    if (latin && (uses.length * 2 > most[1].length || isSameWord(spelled, most[0]))) continue
    const found = mixed(uses, most[1], spelled, most[0])
    if (found !== undefined) yield found
  }
}
