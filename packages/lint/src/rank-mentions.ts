import type { Place } from '@ziping/diagnostics'
import type { Section } from '@ziping/report'
import { evidenceIn } from './claim-sentences.ts'
import type { LintSubject } from './subject.ts'
import { typedValues } from './typed-values.ts'

/** A rank among the facts: 销售额 in 市 is 2nd. */
export interface KnownRank {
  readonly item: string
  readonly scope: string
  readonly rank: number
}

/** A rank that a text gives: 居全市同行业第2位. */
export interface RankMention {
  readonly typed: string
  readonly scope: string
  readonly rank: number
  /** The sentence up to there, in which it says what is ranked. */
  readonly before: string
  readonly place: Place
  readonly section: Section | undefined
  /** Its own sentence refers to evidence. */
  readonly isProven: boolean
}

/** Ranks in a whole region; 行业第1位 does not say in which. */
const pattern =
  /(?:居|列|排|排名|位居|位列|名列)(?:于|在)?(?:全|本)?(?<scope>国|省|市)(?:内|区)?(?:同行业?|行业|同类企业|纺机行业)?(?:第(?<rank>\d{1,3}|[一二三四五六七八九十])(?:位|名)?)/g
const digits = '零一二三四五六七八九十'

/** Where chapters and overview give ranks, in reading order. */
export function* rankMentions(subject: LintSubject): Generator<RankMention> {
  for (const passage of typedValues(subject).passages) {
    const { text, block, section } = passage
    if (passage.document.holding !== undefined || !text.includes('第')) continue
    for (const match of text.matchAll(pattern)) {
      const [typed] = match
      const scope = match.groups?.['scope'] === '国' ? '国家' : (match.groups?.['scope'] ?? '')
      const place = passage.placeOf(match.index, match.index + typed.length)
      const end = text.slice(match.index).search(/[，。；]/)
      const from = passage.spanOf(match.index, match.index + 1).start
      const last = end < 0 ? text.length : match.index + end
      const until = passage.spanOf(last - 1, last).end
      // A reference is left out of the text, so it stands between the last word and the mark behind it.
      const stop = last < text.length ? passage.spanOf(last, last + 1).start : until + 40
      yield {
        typed,
        scope,
        rank: numberOf(match.groups?.['rank'] ?? ''),
        before: text.slice(sentenceStart(text, match.index), match.index),
        place,
        section,
        isProven: evidenceIn(block).some(({ at }) => at >= from && at <= stop),
      }
    }
  }
}

function numberOf(text: string): number {
  const number = Number(text)
  return Number.isNaN(number) ? digits.indexOf(text) : number
}

function sentenceStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('；', at - 1)) + 1
}

export function ranksKnown(value: unknown): readonly KnownRank[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return []
    const { item, scope, rank }: { item?: unknown; scope?: unknown; rank?: unknown } = entry
    const number = Number(rank)
    if (typeof item !== 'string' || typeof scope !== 'string' || Number.isNaN(number)) return []
    return [{ item, scope, rank: number }]
  })
}

/** `省 第3位` of a form. */
export function isKnownRank(text: string, known: readonly KnownRank[]): boolean {
  const match = /^(\S+) \D*(\d+)/.exec(text)
  return (
    match === null ||
    known.some(({ scope, rank }) => scope === match[1] && rank === Number(match[2]))
  )
}

/** Ranks of the text of something that the facts rank otherwise in the same region. */
export function* wrongRanks(subject: LintSubject): Generator<{
  readonly item: string
  readonly typed: string
  readonly expected: string
  readonly place: Place
  readonly section: Section | undefined
}> {
  const known = ranksKnown(subject.applicant.fact('organization.ranks'))
  if (known.length === 0) return
  for (const { typed, scope, rank, before, place, section } of rankMentions(subject)) {
    const named = known.filter((one) => one.scope === scope && before.includes(one.item))
    const [first] = named
    if (first === undefined || named.some((one) => one.rank === rank)) continue
    yield { item: first.item, typed, expected: `第${first.rank}位`, place, section }
  }
}
