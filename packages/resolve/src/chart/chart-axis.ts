import { Decimal } from 'decimal.js'
import type { ChartAxis } from '../chart-data.ts'
import { showNumber } from './chart-number.ts'

export interface AxisNeeds {
  readonly unit: string
  readonly values: readonly number[]
  /** Columns are read by their length: their axis starts at zero. */
  readonly fromZero: boolean
}

const niceSteps = [1, 2, 2.5, 5, 10].map((step) => new Decimal(step))

/** Nothing smaller is told from zero, nothing larger drawn. */
const extreme = new Decimal('1e290')

/** Axes that are read off easily; two of them get as many steps, so that they share their grid lines. */
export function chartAxes(needs: readonly AxisNeeds[]): readonly ChartAxis[] {
  const single = needs.length === 1
  return needs.map((need) => {
    const options = (single ? [5, 4, 6] : [5]).map((count) => scale(need, count, single))
    const [first, ...others] = options
    if (first === undefined) return { unit: need.unit, ticks: [] }
    const best = others.reduce((a, b) => (cost(b).lt(cost(a)) ? b : a), first)
    return { unit: need.unit, ticks: ticksOf(best) }
  })
}

interface Scale {
  readonly low: Decimal
  readonly step: Decimal
  readonly count: number
}

function span({ step, count }: Scale): Decimal {
  return step.times(count)
}

/** Little unused room, and numbers that are read at a glance. */
function cost(one: Scale): Decimal {
  return span(one).times(one.step.precision(false) > 1 ? 1.2 : 1)
}

function scale({ unit, values, fromZero }: AxisNeeds, count: number, single: boolean): Scale {
  const [least, most] = ends(unit, values, fromZero)
  let power = new Decimal(`1e${most.minus(least).div(count).e}`)
  for (;;) {
    for (const nice of niceSteps) {
      const step = nice.times(power)
      const low = least.div(step).floor().times(step)
      const high = low.plus(step.times(count))
      if (high.lt(most)) continue
      const found = { low, step, count }
      return unit === '%' && most.lte(100) ? withinHundred(found, least, single) : found
    }
    power = power.times(10)
  }
}

/** A share does not run beyond 100 %, unless its values do. */
function withinHundred(scale: Scale, least: Decimal, mayShorten: boolean): Scale {
  const { low, step, count } = scale
  if (low.lt(0) || low.plus(span(scale)).lte(100)) return scale
  const lower = new Decimal(100).minus(span(scale))
  if (lower.gte(0) && lower.lte(least)) return { low: lower, step, count }
  const steps = new Decimal(100).minus(low).div(step)
  return mayShorten && steps.isInteger() && steps.gte(2)
    ? { low, step, count: steps.toNumber() }
    : scale
}

function ends(
  unit: string,
  values: readonly number[],
  fromZero: boolean,
): readonly [Decimal, Decimal] {
  const all = values.map(bounded)
  const [least, most] =
    all.length === 0 ? [new Decimal(0), new Decimal(0)] : [Decimal.min(...all), Decimal.max(...all)]
  // A line that comes near zero shows it; only one far from zero is looked at closely.
  const zero = fromZero || (least.gte(0) && least.lt(most.times(0.6))) || least.times(most).lt(0)
  if (zero) return apart(Decimal.min(least, 0), Decimal.max(most, 0))
  const room = most.minus(least).times(0.1)
  const above = unit === '%' && most.lte(100) ? Decimal.min(100, most.plus(room)) : most.plus(room)
  return apart(least.minus(room), above)
}

function apart(least: Decimal, most: Decimal): readonly [Decimal, Decimal] {
  if (most.gt(least)) return [least, most]
  if (most.isZero()) return [most, new Decimal(1)]
  const room = most.abs().times(0.1)
  return [most.minus(room), most.plus(room)]
}

function bounded(value: number): Decimal {
  const exact = new Decimal(value)
  if (exact.abs().lt(new Decimal(1).div(extreme))) return new Decimal(0)
  return Decimal.max(extreme.neg(), Decimal.min(extreme, exact))
}

function ticksOf({ low, step, count }: Scale): ChartAxis['ticks'] {
  const decimals = Math.min(Math.max(step.decimalPlaces(), 0), 6)
  return Array.from({ length: count + 1 }, (_, index) => {
    const value = low.plus(step.times(index))
    // Beside 2×10⁻¹⁰ a zero with decimals would look like a measured value.
    const text = step.lt('1e-6') && value.isZero() ? '0' : showNumber(value, decimals)
    return { value: value.toNumber(), text }
  })
}
