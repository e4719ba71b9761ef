import {
  type Attributes,
  type Indicator,
  type Indicators,
  valueForms,
  valueIn,
  type YearValue,
} from '@ziping/report'
import { Decimal } from 'decimal.js'
import { conversionFactor, decimalsOf, showDecimal } from './quantity.ts'

export type ValueFault = 'unknown-indicator' | 'no-value' | 'no-comparison' | 'unit-differs'

export type ResolvedValue =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'fault'; readonly fault: ValueFault; readonly text: string }

/** What `:指标[revenue.2019 同比]{单位=亿元}` prints. */
export function resolveValue(
  use: {
    readonly indicator: string
    readonly year: number
    readonly form?: string
    readonly attributes: Attributes
  },
  indicators: Indicators,
): ResolvedValue {
  const indicator = indicators.byId.get(use.indicator)
  if (indicator === undefined) return missing(use, 'unknown-indicator')
  const value = valueIn(indicator.values, use.year)
  if (value === undefined) return missing(use, 'no-value')
  const form = use.form === undefined ? 'plain' : valueForms[use.form]
  switch (form) {
    case 'growth':
      return growth(use, indicator, value)
    case 'cagr':
      return annualGrowth(use, indicator, value)
    case 'increase':
      return difference(use, indicator, value, valueIn(indicator.values, use.year - 1))
    case 'versus-target':
      return difference(use, indicator, value, valueIn(indicator.target, use.year))
    case 'versus-benchmark':
      return difference(
        use,
        indicator,
        value,
        valueIn(indicator.benchmark[0]?.values ?? [], use.year),
      )
    default:
      return quantity(use, indicator, new Decimal(value.number), decimalsOf(value.text))
  }
}

type Use = Parameters<typeof resolveValue>[0]

function missing(use: Use, fault: ValueFault): ResolvedValue {
  return {
    kind: 'fault',
    fault,
    text: `〔${use.indicator}.${use.year}${use.form === undefined ? '' : ` ${use.form}`}〕`,
  }
}

function quantity(use: Use, indicator: Indicator, value: Decimal, decimals: number): ResolvedValue {
  const from = indicator.unit ?? ''
  const to = use.attributes['unit'] ?? from
  const factor = conversionFactor(from, to)
  if (factor === undefined) return missing(use, 'unit-differs')
  const asked = use.attributes['decimals']
  const converted = value.times(factor)
  const places =
    asked !== undefined && /^\d$/.test(asked)
      ? Number(asked)
      : factor.eq(1)
        ? decimals
        : Math.min(converted.decimalPlaces(), 4)
  return { kind: 'value', text: showDecimal(converted, places) + to }
}

function growth(use: Use, indicator: Indicator, value: YearValue): ResolvedValue {
  const before = valueIn(indicator.values, use.year - 1)
  if (before === undefined || before.number === 0) return missing(use, 'no-comparison')
  return percent(use, new Decimal(value.number).div(before.number).minus(1))
}

/** From the first year with a value. */
function annualGrowth(use: Use, indicator: Indicator, value: YearValue): ResolvedValue {
  const first = indicator.values[0]
  if (first === undefined || first.year >= value.year || first.number <= 0 || value.number < 0)
    return missing(use, 'no-comparison')
  const ratio = new Decimal(value.number).div(first.number)
  return percent(use, ratio.pow(new Decimal(1).div(value.year - first.year)).minus(1))
}

function percent(use: Use, ratio: Decimal): ResolvedValue {
  const asked = use.attributes['decimals']
  return {
    kind: 'value',
    text: `${showDecimal(ratio.times(100), asked !== undefined && /^\d$/.test(asked) ? Number(asked) : 1)}%`,
  }
}

function difference(
  use: Use,
  indicator: Indicator,
  value: YearValue,
  other: YearValue | undefined,
): ResolvedValue {
  if (other === undefined) return missing(use, 'no-comparison')
  const decimals = Math.max(decimalsOf(value.text), decimalsOf(other.text))
  const shown = quantity(use, indicator, new Decimal(value.number).minus(other.number), decimals)
  if (shown.kind === 'value' && indicator.unit === '%')
    return { kind: 'value', text: shown.text.replace(/%$/, '个百分点') }
  return shown
}
