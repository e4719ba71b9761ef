import type { Indicator } from '@ziping/report'
import type { Other } from './typed-values-claims.ts'

interface OtherName {
  readonly text: string
  readonly other: Other
}

const known = new WeakMap<Indicator, readonly OtherName[]>()

/** Whom a text names at an offset, of those an indicator is compared with; its target among them. */
export function otherAt(
  text: string,
  at: number,
  indicator: Indicator,
): { readonly other: Other; readonly end: number } | undefined {
  const names = known.get(indicator) ?? namesOf(indicator)
  known.set(indicator, names)
  const found = names.find((name) => text.startsWith(name.text, at))
  if (found === undefined) return undefined
  const end = at + found.text.length
  const more = /^(?:企业|水平|值)/.exec(text.slice(end, end + 2))?.[0].length ?? 0
  // 主要竞争对手 + B, 标杆 + 医院: somebody else.
  return /^[A-Za-z甲乙丙丁]/.test(text.slice(end + more, end + more + 1))
    ? undefined
    : { other: found.other, end: end + more }
}

function namesOf(indicator: Indicator): readonly OtherName[] {
  const names = new Map<string, Other | undefined>()
  const add = (text: string, other: Other): void => {
    names.set(text, names.has(text) ? undefined : other)
  }
  const groups = [
    { others: indicator.benchmark, words: ['标杆'] },
    { others: indicator.competitor, words: ['竞争对手', '主要竞争对手', '对手'] },
    { others: indicator.industry, words: ['行业平均', '行业均值', '同行业平均'] },
  ]
  for (const { others } of groups) for (const other of others) add(other.name, other)
  for (const { others, words } of groups) {
    const [only, second] = others
    if (only !== undefined && second === undefined)
      for (const word of words) if (!names.has(word)) add(word, only)
  }
  if (indicator.target.length > 0) add('目标', { name: '目标', values: indicator.target })
  return [...names]
    .flatMap(([text, other]) => (other === undefined ? [] : [{ text, other }]))
    .sort((a, b) => b.text.length - a.text.length)
}
