import { type Bilingual, type Wording, wording } from '@ziping/diagnostics'
import { type Indicator, valueIn } from '@ziping/report'
import { usedIndicators } from './shown-indicators.ts'
import type { LintSubject } from './subject.ts'
import { writtenValues } from './typed-values-conflicts.ts'
import { isTimes } from './typed-values-units.ts'

/** An indicator in % whose values look like fractions of one, and what makes them look so. */
export interface SuspectedFraction {
  readonly indicator: Indicator
  readonly year: number
  readonly typed: string
  /** What is a hundred times as much: the text, the target, a comparison; nothing but the look of it otherwise. */
  readonly by: 'text' | 'target' | 'comparison' | 'look'
}

/** Rates that are near the whole; 0.8% of them would be no rate to tell of. */
const nearWhole =
  /合格率|完成率|达成率|满意率|满意度|及时率|准时|准点|覆盖率|普及率|知晓率|到位率|整改率|履约率|良品率|直通率/

/** Values typed as fractions where the unit is %: 0.992 for 99.2. A scrap rate of 0.3 % is one. */
export function suspectedFractions(subject: LintSubject): readonly SuspectedFraction[] {
  const written = writtenValues(subject)
  return usedIndicators(subject).flatMap((indicator): readonly SuspectedFraction[] => {
    const { unit, values, target } = indicator
    const [first] = values
    if (unit?.trim() !== '%' || first === undefined) return []
    if (!values.every(({ number }) => number >= 0 && number <= 1.2)) return []
    const others = [...indicator.benchmark, ...indicator.competitor, ...indicator.industry]
    const isHundredfold = (number: number, year: number): boolean => {
      const own = valueIn(values, year)?.number
      return own !== undefined && own > 0 && number / own > 50 && number / own < 200
    }
    const ofText = written.some(
      (value) =>
        value.indicator === indicator &&
        isTimes(value.number.times(value.factor).toNumber(), valueIn(values, value.year)?.number),
    )
    const by = ofText
      ? 'text'
      : target.some(({ number, year }) => isHundredfold(number, year))
        ? 'target'
        : others.some((other) => other.values.some((one) => isHundredfold(one.number, one.year)))
          ? 'comparison'
          : indicator.better === 'higher' && nearWhole.test(indicator.name) && isNearOne(indicator)
            ? 'look'
            : undefined
    return by === undefined ? [] : [{ indicator, year: first.year, typed: first.text, by }]
  })
}

function isNearOne({ values }: Indicator): boolean {
  return values.every(({ number }) => number >= 0.5 && number <= 1)
}

const hundredfold: Readonly<Record<SuspectedFraction['by'], Bilingual>> = {
  text: { 'zh-CN': '，正文里是它的百倍', en: ', a hundredth of what the text says' },
  target: { 'zh-CN': '，目标值是它的百倍', en: ', a hundredth of its target' },
  comparison: { 'zh-CN': '，标杆或对手的值是它的百倍', en: ', a hundredth of what others have' },
  look: { 'zh-CN': '', en: '' },
}

type Suspected = Omit<SuspectedFraction, 'indicator'> & { readonly name: string }

/** What is said of such an indicator. */
export const fractionWords: Wording<Suspected> = wording<Suspected>({
  'zh-CN': ({ name, year, typed, by }) => ({
    message: `指标“${name}”的单位是%，${year}年的值却是 ${typed}${hundredfold[by]['zh-CN']}，可能把百分数写成了小数`,
    advice: '99.2% 在 unit 为 % 时写 99.2，不写 0.992；确是这么小的，不必改',
  }),
  en: ({ name, year, typed, by }) => ({
    message: `“${name}” is in %, and ${typed} for ${year}${hundredfold[by].en}: possibly a fraction of one`,
    advice: 'With the unit % write 99.2 for 99.2%, not 0.992; leave it if it is that small',
  }),
})

interface Scaled {
  readonly name: string
  readonly year: number
  readonly typed: string
  readonly expected: string
}

/** What is said of a tied number that is off by a unit. */
export const scaledWords: Wording<Scaled> = wording<Scaled>({
  'zh-CN': ({ name, year, typed, expected }) => ({
    message: `“${typed}”与${name}${year}年的数据“${expected}”正好差百倍或万倍，多半有一处单位写错`,
    advice: '核对这里和数据的单位，把写错的一处改正；不会自动改',
  }),
  en: ({ name, year, typed, expected }) => ({
    message: `“${typed}” is a hundred or ten thousand times off “${expected}”, the data for ${name} in ${year}: a slip in a unit`,
    advice: 'Check the units here and in the data and mend the wrong one; it is not mended for you',
  }),
})
