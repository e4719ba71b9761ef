import type { Chain } from './typed-values-chain.ts'
import type { Amount, Claim, Other } from './typed-values-claims.ts'
import * as grammar from './typed-values-grammar.ts'
import { otherAt } from './typed-values-others.ts'
import { yearOf } from './typed-values-times.ts'
import { readQuantity } from './typed-values-units.ts'

type Relation = Extract<Claim, { readonly kind: 'comparison' }>['relation']

/** 高于主要竞争对手A, 比国内标杆低0.3分, 与标杆只差0.2个百分点, 为主要竞争对手A的1.6倍 */
export function readComparison(chain: Chain): boolean {
  return readGapMove(chain) || readBy(chain) || readVerb(chain) || readTimes(chain)
}

/** 与国内标杆的差距由2.8分缩小到0.3分: of some earlier year, and of the one spoken of. */
function readGapMove(chain: Chain): boolean {
  const start = chain.match(grammar.comparedWith)
  const found = start && otherAt(chain.passage.text, start.end, chain.indicator)
  const gap = found && chain.match(grammar.gapMove, found.end)
  const first = gap && chain.amount(gap.groups['first'] ?? '', gap.end)
  const last = gap && chain.match(grammar.gapMoveEnd, first?.end ?? gap.end)
  const read = last && chain.amount(last.groups['number'] ?? '', last.end)
  if (found === undefined || gap === undefined || last === undefined || read === undefined)
    return false
  const { other } = found
  const ends = [
    [yearOf(gap.groups['year']), first?.amount],
    [yearOf(last.groups['year']) ?? chain.year, read.amount],
  ] as const
  const from = chain.at
  for (const [year, amount] of ends)
    if (amount !== undefined)
      chain.claims.push({
        kind: 'comparison',
        indicator: chain.indicator,
        passage: chain.passage,
        from,
        to: read.end,
        relation: 'apart',
        other,
        year,
        amount,
      })
  chain.at = read.end
  return true
}

function readBy(chain: Chain): boolean {
  const start = chain.match(grammar.comparedWith)
  const found = start && otherAt(chain.passage.text, start.end, chain.indicator)
  const by = found && chain.match(grammar.comparedBy, found.end)
  if (found === undefined || by === undefined) return false
  const read = chain.amount(by.groups['number'] ?? '', by.end)
  if (read === undefined) return false
  const word = by.groups['direction'] ?? ''
  const isApart = /差/.test(word)
  const relation = isApart ? 'apart' : grammar.directionOf(word) > 0 ? 'above' : 'below'
  const isExact = by.groups['rough'] === undefined && !chain.follows(grammar.moreFollows, read.end)
  add(chain, relation, found.other, read.end, isExact ? read.amount : undefined)
  return true
}

const relations: Readonly<Record<string, Relation>> = {
  高于: 'above',
  超过: 'above',
  超出: 'above',
  高出: 'above',
  大于: 'above',
  多于: 'above',
  低于: 'below',
  少于: 'below',
  小于: 'below',
  短于: 'below',
  优于: 'better',
  好于: 'better',
  领先于: 'better',
  领先: 'better',
  胜过: 'better',
  落后于: 'worse',
  落后: 'worse',
  不及: 'worse',
  劣于: 'worse',
  差于: 'worse',
}

/** 超过主要竞争对手A, 优于区内标杆的1.20‰, 高出行业标杆0.03个百分点 */
function readVerb(chain: Chain): boolean {
  const verb = chain.match(grammar.comparedVerb)
  const found = verb && otherAt(chain.passage.text, verb.end, chain.indicator)
  if (verb === undefined || found === undefined) return false
  // To go beyond a target is to meet it, whether more or less is better.
  if (found.other.name === '目标' && /^超/.test(verb.groups['verb'] ?? '')) return false
  const relation = relations[verb.groups['verb'] ?? ''] ?? 'above'
  const others = [found.other]
  let { end } = found
  // 优于省内标杆项目和同类项目B
  for (;;) {
    const next = /^[、和与及]/.test(chain.passage.text.slice(end, end + 1))
      ? otherAt(chain.passage.text, end + 1, chain.indicator)
      : undefined
    if (next === undefined) break
    others.push(next.other)
    end = next.end
  }
  const said = chain.match(grammar.statedBy, end)
  const unit = said && chain.unit(said.end)
  if (said !== undefined && unit !== undefined && others.length === 1) {
    const { typed: number, decimals } = readQuantity(said.groups['number'] ?? '')
    const stated = { number, decimals, factor: unit.factor }
    add(chain, relation, found.other, unit.end, undefined, stated)
    return true
  }
  if (chain.follows(/^(?:的|[一-龥A-Za-z])/, end) && !chain.follows(/^达/, end)) return false
  const by = chain.match(grammar.amountBy, end)
  const read = by && chain.amount(by.groups['number'] ?? '', by.end)
  if (by !== undefined && read === undefined) return false
  const isExact =
    by?.groups['rough'] === undefined && !chain.follows(grammar.moreFollows, read?.end ?? end)
  for (const other of others)
    add(chain, relation, other, read?.end ?? end, isExact ? read?.amount : undefined)
  return true
}

/** 为主要竞争对手A的1.6倍, 相当于国内标杆的85.4% */
function readTimes(chain: Chain): boolean {
  const start = chain.match(grammar.isOf)
  const found = start && otherAt(chain.passage.text, start.end, chain.indicator)
  const times = found && chain.match(grammar.timesOther, found.end)
  if (found === undefined || times === undefined) return false
  const { typed, decimals } = readQuantity(times.groups['number'] ?? '')
  const isShare = times.groups['in'] === '%'
  const [from, { year }] = [chain.at, chain]
  chain.at = times.end
  if (year === undefined || times.groups['rough'] !== undefined) return true
  chain.claims.push({
    kind: 'ratio',
    indicator: chain.indicator,
    passage: chain.passage,
    from,
    to: times.end,
    times: isShare ? typed.div(100) : typed,
    decimals: isShare ? decimals + 2 : decimals,
    atLeast: false,
    year,
    versus: { other: found.other },
  })
  return true
}

function add(
  chain: Chain,
  relation: Relation,
  other: Other,
  end: number,
  amount?: Amount,
  stated?: Extract<Claim, { readonly kind: 'comparison' }>['stated'],
): void {
  const from = chain.at
  const { year, time } = chain
  if (year !== undefined || time === undefined)
    chain.claims.push({
      kind: 'comparison',
      indicator: chain.indicator,
      passage: chain.passage,
      from: Math.min(from, end),
      to: end,
      relation,
      other,
      year,
      ...(amount === undefined ? {} : { amount }),
      ...(stated === undefined ? {} : { stated }),
    })
  chain.at = end
}

/** 超过90分的目标, 未达到5300万元的目标 */
export function readTarget(chain: Chain): boolean {
  const found = chain.match(grammar.target)
  if (found === undefined) return false
  const { groups } = found
  const typed = groups['number']
  const unit = typed === undefined ? undefined : chain.unit(found.end)
  if (typed !== undefined && unit === undefined) return false
  const end = chain.match(grammar.targetEnd, unit?.end ?? found.end)
  if (end === undefined) return false
  const from = chain.at
  chain.at = end.end
  const year = yearOf(groups['year']) ?? chain.year
  const said = saidOf(groups['verb'] ?? '', groups['not'] !== undefined, unit !== undefined)
  if (year === undefined || said === undefined) return true
  // “低于目标1.1个百分点” says how far; that is checked as a comparison with the target.
  chain.claims.push({
    kind: 'target',
    indicator: chain.indicator,
    passage: chain.passage,
    from,
    to: end.end,
    said,
    year,
    ...(typed === undefined || unit === undefined
      ? {}
      : { stated: { ...readStated(typed), factor: unit.factor } }),
  })
  return true
}

function readStated(text: string): {
  readonly number: Amount['number']
  readonly decimals: number
} {
  const { typed: number, decimals } = readQuantity(text)
  return { number, decimals }
}

/** 超过 a target is to meet it where less is better, too, save where its number is named. */
function saidOf(
  verb: string,
  isDenied: boolean,
  isNumber: boolean,
): 'met' | 'missed' | 'above' | 'below' | undefined {
  switch (verb) {
    case '达到':
    case '达成':
    case '完成':
    case '实现':
    case '优于':
    case '超额完成':
      return isDenied ? 'missed' : 'met'
    case '超过':
      return isDenied ? undefined : isNumber ? 'above' : undefined
    case '超出':
    case '高于':
      return isDenied ? undefined : 'above'
    case '低于':
      return isDenied ? undefined : 'below'
    default:
      return undefined
  }
}
