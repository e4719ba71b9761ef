import type { Decimal } from 'decimal.js'
import { Chain } from './typed-values-chain.ts'
import type { Statements } from './typed-values-claims.ts'
import * as grammar from './typed-values-grammar.ts'
import type { NameFound } from './typed-values-names.ts'
import type { Passage } from './typed-values-passages.ts'
import { readPredicate } from './typed-values-predicates.ts'
import { readTime, type Time, yearOf } from './typed-values-times.ts'

/** Reads what directly follows an indicator's name, as far as every word of it is understood. */
export function readStatements(
  passage: Passage,
  name: NameFound,
  time: Time | undefined,
  end: number,
  years: readonly number[],
): Statements & { readonly end: number } {
  const chain = new Chain(passage, name, time, end, years)
  if (!readValue(chain)) readTimeBehind(chain)
  const behind = chain.at
  while (readPredicate(chain));
  const { values, undated, claims, at } = chain
  // Without anything said of it, a number without a year may be any part of the whole.
  const isAlone = at === behind && !chain.isMove
  return {
    values,
    undated: isAlone ? undated.map((value) => ({ ...value, unknown: false })) : undated,
    claims,
    end: at,
  }
}

function readValue(chain: Chain): boolean {
  return readMove(chain) || readThreeYears(chain) || readPlain(chain)
}

/** 由91.2%升至96.7% */
function readMove(chain: Chain): boolean {
  const start = chain.match(grammar.moveStart)
  if (start === undefined) return false
  const firstUnit = chain.unit(start.end)
  const move = chain.match(grammar.moveEnd, firstUnit?.end ?? start.end)
  if (move === undefined) return false
  const unit = chain.unit(move.end)
  if (unit === undefined || chain.follows(grammar.notPlain, unit.end)) return false
  if (chain.match(grammar.nextInMove, unit.end) !== undefined)
    return readMoves(chain, start, firstUnit)
  if (start.groups['time'] !== undefined) chain.time = readTime(start.groups['time'])
  const [first, last] = [start.groups['number'] ?? '', move.groups['number'] ?? '']
  const firstFactor = firstUnit?.factor ?? unit.factor
  const { time } = chain
  const span = time?.kind === 'years' ? [time.years[0], time.years.at(-1)] : []
  const versus = time?.kind === 'versus' ? time : undefined
  const from = yearOf(start.groups['year']) ?? span[0] ?? versus?.from
  const to =
    yearOf(move.groups['year']) ??
    span[1] ??
    versus?.to ??
    (time?.kind === 'year' ? time.year : undefined)
  const isWhole = from === undefined || to === undefined || from < to
  const numberEnd = (end: number, number: string): number => end - number.length
  if (isWhole && from !== undefined)
    chain.keep(first, firstFactor, from, numberEnd(start.end, first), firstUnit?.end ?? start.end)
  if (isWhole && to !== undefined && move.groups['rough'] === undefined)
    chain.keep(last, unit.factor, to, numberEnd(move.end, last), unit.end)
  const [was, is] = [
    from ?? chain.yearOfValue(first, firstFactor),
    to ?? chain.yearOfValue(last, unit.factor),
  ]
  chain.year = is
  if (was !== undefined && is !== undefined && was < is) {
    chain.moved = { from: was, to: is }
    readWay(chain, move, unit.end)
  }
  chain.isMove = true
  if (from === undefined && to === undefined && time === undefined) {
    // One end that the data have vouches for the other.
    const isExact = move.groups['rough'] === undefined
    const ends = [numberEnd(start.end, first), firstUnit?.end ?? start.end] as const
    chain.keepUndated(first, firstFactor, ...ends, is !== undefined)
    if (isExact)
      chain.keepUndated(last, unit.factor, numberEnd(move.end, last), unit.end, was !== undefined)
  }
  chain.at = unit.end
  readNextYears(chain)
  return true
}

/** 升 and 降 say which way; the numbers may say otherwise. */
function readWay(chain: Chain, move: Found, end: number): void {
  const { moved, indicator, passage } = chain
  const word = /[升增提降减缩回]/.exec(move.groups['move'] ?? '')?.[0]
  if (moved === undefined || word === undefined || word === '回') return
  chain.claims.push({
    kind: 'change',
    indicator,
    passage,
    from: chain.at,
    to: end,
    direction: /[升增提]/.test(word) ? 1 : -1,
    spans: [moved],
    yearly: false,
    certain: true,
  })
}

/** 2017—2019年由42万元增加到51万元、68万元: the first number, and one for each year behind it. */
function readMoves(chain: Chain, start: Found, firstUnit: Unit | undefined): boolean {
  if (start.groups['time'] !== undefined) chain.time = readTime(start.groups['time'])
  const first = start.groups['number'] ?? ''
  const read = [{ number: first, unit: firstUnit, at: start.end - first.length, end: start.end }]
  let end = firstUnit?.end ?? start.end
  for (
    let next = chain.match(grammar.moveEnd, end);
    next;
    next = chain.match(grammar.nextInMove, end)
  ) {
    const number = next.groups['number'] ?? ''
    const unit = chain.unit(next.end)
    read.push({ number, unit, at: next.end - number.length, end: next.end })
    end = unit?.end ?? next.end
  }
  chain.at = end
  chain.year = undefined
  const years = chain.time?.kind === 'years' ? chain.time.years : chain.years
  const last = read.at(-1)?.unit
  if (last === undefined || years.length !== read.length) return true
  if (chain.time !== undefined && chain.time.kind !== 'years') return true
  if (chain.indicator.values.at(-1)?.year !== years.at(-1)) return true
  for (const [index, { number, unit, at, end: behind }] of read.entries())
    chain.keep(number, (unit ?? last).factor, years[index] ?? 0, at, unit?.end ?? behind)
  chain.year = years.at(-1)
  return true
}

type Found = NonNullable<ReturnType<Chain['match']>>
type Unit = NonNullable<ReturnType<Chain['unit']>>

/** 2019年达到90.3分; 2017—2019年为2810万元、3660万元、4390万元 */
function readPlain(chain: Chain): boolean {
  const start = chain.match(grammar.valueStart)
  if (start === undefined) return false
  const number = start.groups['number'] ?? ''
  const behind = start.groups['time']
  if (behind !== undefined) chain.time = readTime(behind)
  const { time } = chain
  if (time?.kind === 'years') return readList(chain, time.years, start.end, number)
  const unit = chain.unit(start.end)
  if (unit === undefined) return false
  const isPlain = start.groups['rough'] === undefined && !chain.follows(grammar.notPlain, unit.end)
  const year = time?.kind === 'year' ? time.year : time?.kind === 'versus' ? time.to : undefined
  if (isPlain && year !== undefined)
    chain.keep(number, unit.factor, year, start.end - number.length, unit.end)
  if (isPlain && time === undefined)
    chain.keepUndated(number, unit.factor, start.end - number.length, unit.end, true)
  chain.year =
    year ?? (time === undefined && isPlain ? chain.yearOfValue(number, unit.factor) : undefined)
  chain.at = unit.end
  if (behind !== undefined) readNextYears(chain)
  return true
}

/** 三年为91.2%、94.3%、96.7%: the three years of the result tables. */
function readThreeYears(chain: Chain): boolean {
  const start = chain.match(grammar.threeYears)
  if (start === undefined || chain.years.length !== 3) return false
  if (chain.indicator.values.at(-1)?.year !== chain.years.at(-1)) return false
  return readList(chain, chain.years, start.end, start.groups['number'] ?? '')
}

/** As many numbers as years, each in its turn. */
function readList(chain: Chain, years: readonly number[], end: number, first: string): boolean {
  const read: { number: string; factor: Decimal | undefined; at: number; end: number }[] = []
  const add = (number: string, behind: number): number => {
    const unit = chain.unit(behind)
    const stop = unit?.end ?? behind
    read.push({ number, factor: unit?.factor, at: behind - number.length, end: stop })
    return stop
  }
  let at = add(first, end)
  for (
    let next = chain.match(grammar.nextInList, at);
    next;
    next = chain.match(grammar.nextInList, at)
  )
    at = add(next.groups['number'] ?? '', next.end)
  const last = read.at(-1)?.factor
  if (last === undefined || read.length !== years.length) return false
  if (chain.follows(grammar.notPlain, at)) return false
  for (const [index, { number, factor, at: from, end: to }] of read.entries())
    chain.keep(number, factor ?? last, years[index] ?? 0, from, to)
  chain.year = years.at(-1)
  chain.at = at
  return true
}

/** 2017年156万元、2018年187万元: the same indicator, year after year. */
function readNextYears(chain: Chain): void {
  for (;;) {
    const next = chain.match(grammar.nextYear)
    const year = yearOf(next?.groups['year'])
    if (next === undefined || year === undefined) return
    const unit = chain.unit(next.end)
    if (unit === undefined || chain.follows(grammar.notPlain, unit.end)) return
    const number = next.groups['number'] ?? ''
    chain.keep(number, unit.factor, year, next.end - number.length, unit.end)
    chain.year = year
    chain.at = unit.end
  }
}

/** 主营业务收入2019年同比增长11.1%: a time, but no value. */
function readTimeBehind(chain: Chain): void {
  const found = chain.match(grammar.timeStart)
  if (found === undefined) return
  chain.time = readTime(found.groups['time'] ?? '')
  chain.year =
    chain.time.kind === 'year'
      ? chain.time.year
      : chain.time.kind === 'versus'
        ? chain.time.to
        : undefined
  chain.at = found.end
}
