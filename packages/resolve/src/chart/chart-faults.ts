import { type Language, type Wording, type Words, wording, wordsIn } from '@ziping/diagnostics'

/** Why a chart cannot be drawn as written. */
export type ChartFault =
  | { readonly kind: 'no-indicators' }
  | { readonly kind: 'unknown-indicator'; readonly id: string }
  | { readonly kind: 'unknown-attribute'; readonly name: string }
  | {
      readonly kind: 'unreadable'
      readonly attribute: '类型' | '对比' | '年份' | '小数'
      readonly written: string
    }
  | { readonly kind: 'no-values'; readonly name: string; readonly years: readonly number[] }
  | { readonly kind: 'mixed-units'; readonly type: string; readonly units: readonly string[] }
  | {
      readonly kind: 'unit-differs'
      readonly name: string
      readonly unit: string
      readonly asked: string
    }
  | {
      readonly kind: 'too-few'
      readonly type: string
      readonly least: number
      readonly given: number
    }
  | {
      readonly kind: 'too-many'
      readonly type: string
      readonly most: number
      readonly given: number
    }
  | { readonly kind: 'not-parts'; readonly name: string }
  | { readonly kind: 'no-comparison'; readonly type: string }
  | { readonly kind: 'comparison-without-values'; readonly what: string }

/** What may stand behind each attribute. */
const allowed = {
  类型: {
    'zh-CN': '折线、柱状、分组、堆叠、饼、雷达、组合',
    en: 'line, column, grouped, stacked, pie, radar, combined',
  },
  对比: {
    'zh-CN': '目标、标杆、竞争对手、行业、全部、无',
    en: 'target, benchmark, competitor, industry, all, none',
  },
  年份: { 'zh-CN': '2017-2019 或 2017、2018、2019', en: '2017-2019 or 2017, 2018, 2019' },
  小数: { 'zh-CN': '0 到 6 的整数', en: 'a whole number from 0 to 6' },
} as const

type Of<Kind extends ChartFault['kind']> = Extract<ChartFault, { readonly kind: Kind }>
type AllWordings = { readonly [Kind in ChartFault['kind']]: Wording<Of<Kind>> }

const words: AllWordings = {
  'no-indicators': wording({
    'zh-CN': () => ({ message: '图表没有写明指标', advice: '加上 指标=…，多个指标用空格隔开' }),
    en: () => ({ message: 'The chart names no indicators', advice: 'Add ids=…' }),
  }),
  'unknown-indicator': wording({
    'zh-CN': ({ id }) => ({
      message: `图表引用的指标“${id}”不存在`,
      advice: '改正指标名，或在 data/indicators.yaml 中补充该指标',
    }),
    en: ({ id }) => ({
      message: `The chart shows an indicator “${id}” that does not exist`,
      advice: 'Correct the id, or add the indicator to data/indicators.yaml',
    }),
  }),
  'unknown-attribute': wording({
    'zh-CN': ({ name }) => ({
      message: `图表没有“${name}”这一属性`,
      advice: '可用的属性：指标、类型、对比、年份、单位、小数、宽、高、来源、说明',
    }),
    en: ({ name }) => ({
      message: `A chart has no attribute “${name}”`,
      advice: 'There are: ids, type, compare, years, unit, decimals, width, height, source, note',
    }),
  }),
  unreadable: wording({
    'zh-CN': ({ attribute, written }) => ({
      message: `图表的${attribute}“${written}”无法识别`,
      advice: `${attribute}可以写：${allowed[attribute]['zh-CN']}`,
    }),
    en: ({ attribute, written }) => ({
      message: `The chart's ${attribute} “${written}” cannot be read`,
      advice: `Write one of: ${allowed[attribute].en}`,
    }),
  }),
  'no-values': wording({
    'zh-CN': ({ name, years }) => ({
      message: `指标“${name}”${yearsOf(years)}没有数值，图表画不出来`,
      advice: '在 data/indicators.yaml 中补上数值，或改正图表的年份',
    }),
    en: ({ name, years }) => ({
      message: `The indicator “${name}” has no values to draw (${years.join(', ')})`,
      advice: 'Add the values to data/indicators.yaml, or correct the years of the chart',
    }),
  }),
  'mixed-units': wording({
    'zh-CN': ({ type, units }) => ({
      message: `${type}图不能同时用这些单位：${units.map(named).join('、')}`,
      advice: '分成几张图；两种单位可以用 类型=组合 画成左右两轴',
    }),
    en: ({ units }) => ({
      message: `This type of chart cannot show these units together: ${units.join(', ')}`,
      advice: 'Draw several charts; two units fit on two axes with type=combined',
    }),
  }),
  'unit-differs': wording({
    'zh-CN': ({ name, unit, asked }) => ({
      message: `指标“${name}”的单位是${named(unit)}，不能换算成${asked}`,
      advice: '改正图表的单位，或去掉该属性',
    }),
    en: ({ name, unit, asked }) => ({
      message: `“${name}” is measured in ${unit}, which cannot become ${asked}`,
      advice: 'Correct the unit of the chart, or leave it out',
    }),
  }),
  'too-few': wording({
    'zh-CN': ({ type, least, given }) => ({
      message: `${type}图至少要有${least}个指标，这里只有${given}个`,
      advice: '增加指标，或换一种类型',
    }),
    en: ({ least, given }) => ({
      message: `This type of chart needs at least ${least} indicators; there are ${given}`,
      advice: 'Add indicators, or choose another type',
    }),
  }),
  'too-many': wording({
    'zh-CN': ({ type, most, given }) => ({
      message: `${type}图最多画${most}项，这里有${given}项，黑白印刷时分辨不清`,
      advice: '分成几张图，或用 对比=无 减少项目',
    }),
    en: ({ most, given }) => ({
      message: `This type of chart shows at most ${most} items; ${given} cannot be told apart in print`,
      advice: 'Draw several charts, or leave comparisons out with compare=none',
    }),
  }),
  'not-parts': wording({
    'zh-CN': ({ name }) => ({
      message: `“${name}”的数值为负，或各项合计为零，饼图画不出份额`,
      advice: '改用 类型=柱状',
    }),
    en: ({ name }) => ({
      message: `“${name}” is negative, or all parts are zero: a pie cannot show it`,
      advice: 'Use type=column',
    }),
  }),
  'no-comparison': wording({
    'zh-CN': ({ type }) => ({
      message: `${type}图不能画对比`,
      advice: '去掉 对比，或换成折线、柱状、分组、雷达',
    }),
    en: () => ({
      message: 'This type of chart has no place for comparisons',
      advice: 'Leave compare out, or choose line, column, grouped or radar',
    }),
  }),
  'comparison-without-values': wording({
    'zh-CN': ({ what }) => ({
      message: `图表要求画出${what}，数据中却没有`,
      advice: `在 data/indicators.yaml 中补上${what}的数值，或从 对比 中去掉`,
    }),
    en: ({ what }) => ({
      message: `The chart asks for ${what}, of which the data have nothing`,
      advice: 'Add the values to data/indicators.yaml, or drop it from compare',
    }),
  }),
}

/** Says in both languages why a chart cannot be drawn, and what to change. */
export function chartFaultWords(fault: ChartFault): Readonly<Record<Language, Words>> {
  return wordsOf(fault.kind, fault)
}

// Ties the words of a kind to a fault of that kind, which a plain lookup would lose.
function wordsOf<Kind extends ChartFault['kind']>(
  kind: Kind,
  fault: Of<Kind>,
): Readonly<Record<Language, Words>> {
  return wordsIn(words[kind], fault)
}

function yearsOf(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? `在${first}年` : `在${first}—${last}年`
}

function named(unit: string): string {
  return unit === '' ? '（无单位）' : unit
}
