import { Decimal } from 'decimal.js'
import type { Chain } from './typed-values-chain.ts'
import type { Claim } from './typed-values-claims.ts'
import * as grammar from './typed-values-grammar.ts'
import { yearOf } from './typed-values-times.ts'
import { readQuantity } from './typed-values-units.ts'

/** 是2017年的2.1倍, 比2017年翻了一番 */
export function readRatio(chain: Chain): boolean {
  if (readDoubledMove(chain)) return true
  const twice = chain.match(grammar.doubled)
  const times = twice === undefined ? chain.match(grammar.timesYear) : undefined
  const found = twice ?? times
  if (found === undefined) return false
  const versus = yearOf(found.groups['year'])
  const folds = found.groups['folds'] === '两' || found.groups['folds'] === '二' ? '4' : '2'
  const { typed, decimals } = readQuantity(times?.groups['number'] ?? folds)
  const [from, { year }] = [chain.at, chain]
  chain.at = found.end
  if (year === undefined || versus === undefined || found.groups['rough'] !== undefined) return true
  const claim: Claim = {
    kind: 'ratio',
    indicator: chain.indicator,
    passage: chain.passage,
    from,
    to: found.end,
    times: typed,
    decimals,
    atLeast: twice !== undefined,
    year,
    versus: { year: versus },
  }
  chain.claims.push(claim)
  return true
}

/** 由5570万元增至8120万元，实现翻番: the years are those of the move. */
function readDoubledMove(chain: Chain): boolean {
  const { moved, at: from } = chain
  const found = moved && chain.match(grammar.doubledMove)
  if (found === undefined || moved === undefined) return false
  chain.at = found.end
  chain.claims.push({
    kind: 'ratio',
    indicator: chain.indicator,
    passage: chain.passage,
    from,
    to: found.end,
    times: new Decimal(/[两二]/.test(found.groups['folds'] ?? '') ? 4 : 2),
    decimals: 0,
    atLeast: true,
    year: moved.to,
    versus: { year: moved.from },
  })
  return true
}

const counts: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 }

/** 连续三年增长, 三年逐年下降, 呈上升趋势 */
export function readTrend(chain: Chain): boolean {
  const inARow = chain.match(grammar.inARow)
  const yearByYear = chain.match(grammar.yearByYear)
  const found = inARow ?? yearByYear ?? chain.match(grammar.tending)
  if (found === undefined || chain.follows(/^[至到为]/, found.end)) return false
  const count = inARow?.groups['count'] ?? ''
  const { time, indicator } = chain
  const latest = indicator.values.at(-1)?.year
  const last = chain.year ?? latest ?? 0
  const length = inARow === undefined ? chain.years.length : (counts[count] ?? Number(count))
  const years =
    time?.kind === 'years' && inARow === undefined
      ? time.years
      : Array.from({ length }, (_, index) => last - length + 1 + index)
  const word = found.groups['direction'] ?? ''
  const from = chain.at
  chain.at = found.end
  // Which years are meant is certain where the data end with the last one asked for.
  if (time?.kind === 'unclear' || (time === undefined && latest !== chain.years.at(-1))) return true
  chain.claims.push({
    kind: 'trend',
    indicator,
    passage: chain.passage,
    from,
    to: found.end,
    direction: /改善|向好|好转/.test(word) ? 'better' : grammar.directionOf(word),
    years,
    each: inARow !== undefined || yearByYear !== undefined,
  })
  return true
}
