import type { Chain, Groups } from './typed-values-chain.ts'
import type { Amount } from './typed-values-claims.ts'
import { readComparison, readTarget } from './typed-values-comparisons.ts'
import * as grammar from './typed-values-grammar.ts'
import { yearOf } from './typed-values-times.ts'
import { readRatio, readTrend } from './typed-values-trends.ts'
import { readQuantity } from './typed-values-units.ts'

/** Reads one more thing said of the indicator, behind a comma or without. */
export function readPredicate(chain: Chain): boolean {
  const back = chain.at
  const gap = chain.match(grammar.between)
  chain.at = gap?.end ?? chain.at
  const readers = [
    readOnYear,
    readDatedValue,
    readEachOnYear,
    readSinceYear,
    readMoved,
    readOverSpan,
    readOverYears,
    readRatio,
    readTrend,
    readComparison,
    readTarget,
  ]
  if (chain.at < chain.end && readers.some((read) => read(chain))) return true
  chain.at = back
  return false
}

type Spans = readonly { readonly from: number; readonly to: number }[]

/** A direction with or without an amount. */
function readChange(
  chain: Chain,
  found: { readonly groups: Groups; readonly end: number } | undefined,
  spans: Spans,
  more: { readonly yearly?: boolean; readonly certain?: boolean } = {},
): boolean {
  if (found === undefined) return false
  const { groups } = found
  const typed = groups['number']
  const read = typed === undefined ? undefined : chain.amount(typed, found.end)
  if (typed !== undefined && read === undefined) return false
  const end = read?.end ?? found.end
  const word = groups['direction'] ?? ''
  // 两年多, 比2017年高…: one character alone is too little to be sure of.
  if (read === undefined && (word.length < 2 || chain.follows(/^[至到为]/, end))) return false
  const isExact = groups['rough'] === undefined && !chain.follows(grammar.moreFollows, end)
  const from = chain.at
  chain.at = end
  if (spans.length === 0 || (read !== undefined && !isExact && chain.follows(/^[、和及与]\d/, end)))
    return true
  const amount: Amount | undefined = isExact ? read?.amount : undefined
  chain.claims.push({
    kind: 'change',
    indicator: chain.indicator,
    passage: chain.passage,
    from,
    to: end,
    direction: grammar.directionOf(word),
    ...(amount === undefined ? {} : { amount }),
    spans,
    yearly: more.yearly ?? false,
    certain: more.certain ?? true,
  })
  return true
}

/** 三年逐年提高，2019年97.6% */
function readDatedValue(chain: Chain): boolean {
  const found = chain.match(grammar.datedValue)
  const year = yearOf(found?.groups['year'])
  const unit = found && chain.unit(found.end)
  if (found === undefined || year === undefined || unit === undefined) return false
  if (chain.follows(grammar.notPlain, unit.end)) return false
  const number = found.groups['number'] ?? ''
  chain.keep(number, unit.factor, year, found.end - number.length, unit.end)
  chain.year = year
  chain.at = unit.end
  return true
}

function readOnYear(chain: Chain): boolean {
  const { year } = chain
  const spans = year === undefined ? [] : [{ from: year - 1, to: year }]
  return readChange(chain, chain.match(grammar.onYear), spans)
}

/** 2018年、2019年分别增长18.4%和15.8% */
function readEachOnYear(chain: Chain): boolean {
  const { time } = chain
  const found = chain.match(grammar.eachOnYear)
  if (found === undefined || time?.kind !== 'years') return false
  const typed = [found.groups['number'] ?? '']
  let end = found.end
  const [from, text] = [chain.at, chain.passage.text]
  for (;;) {
    if (text[end] !== '%') return false
    end++
    const next = chain.match(grammar.nextInList, end)
    if (next === undefined) break
    typed.push(next.groups['number'] ?? '')
    end = next.end
  }
  if (typed.length !== time.years.length) return false
  for (const [index, number] of typed.entries()) {
    const year = time.years[index] ?? 0
    const { typed: value, decimals } = readQuantity(number)
    chain.claims.push({
      kind: 'change',
      indicator: chain.indicator,
      passage: chain.passage,
      from,
      to: end,
      direction: grammar.directionOf(found.groups['direction'] ?? ''),
      amount: { number: value, decimals, in: 'percent' },
      spans: [{ from: year - 1, to: year }],
      yearly: false,
      certain: true,
    })
  }
  chain.at = end
  chain.year = time.years.at(-1)
  return true
}

function readSinceYear(chain: Chain): boolean {
  const found = chain.match(grammar.sinceYear)
  const from = yearOf(found?.groups['year'] ?? found?.groups['year2'])
  const { year: to } = chain
  const spans = from === undefined || to === undefined || from >= to ? [] : [{ from, to }]
  return readChange(chain, found, spans)
}

/** Behind 由…升到… or under 2019年较2017年 the years are known. */
function readMoved(chain: Chain): boolean {
  const { time } = chain
  const span = chain.moved ?? (time?.kind === 'versus' ? time : undefined)
  if (span === undefined) return false
  const found = chain.match(grammar.moved)
  if (found?.groups['number'] === undefined) return false
  const yearly = found?.groups['yearly'] !== undefined
  return readChange(chain, found, [{ from: span.from, to: span.to }], { yearly })
}

/** 2017—2019年年均增长14.0%: whether from 2017 or from the year before, the words leave open. */
function readOverSpan(chain: Chain): boolean {
  const { time } = chain
  if (time?.kind !== 'years') return false
  const found = chain.match(grammar.moved)
  const [from, to] = [time.years[0], time.years.at(-1)]
  if (found?.groups['yearly'] === undefined || from === undefined || to === undefined) return false
  const spans = [
    { from: from - 1, to },
    { from, to },
  ]
  const known = spans.filter((span) => chain.has(span.from) && chain.has(span.to))
  return readChange(chain, found, known, { yearly: true, certain: known.length === 2 })
}

/** 两年提高4.4个百分点: over which years, the sentence may leave open. */
function readOverYears(chain: Chain): boolean {
  const found = chain.match(grammar.overYears)
  if (found === undefined) return false
  const count = /[三3]/.test(found.groups['count'] ?? '') ? 3 : 2
  const { indicator, time } = chain
  // Without a year, any of those the data have may be the last.
  const lasts = chain.year === undefined ? indicator.values.map(({ year }) => year) : [chain.year]
  const spans =
    chain.year === undefined && time !== undefined
      ? []
      : lasts.flatMap((to) => [count - 1, count].map((years) => ({ from: to - years, to })))
  const known = spans.filter((span) => chain.has(span.from) && chain.has(span.to))
  const yearly = found.groups['yearly'] !== undefined
  const certain = known.length === spans.length && chain.year !== undefined
  return readChange(chain, found, known, { yearly, certain })
}
