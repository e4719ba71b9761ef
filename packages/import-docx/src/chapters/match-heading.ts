import { type Award, allClauses, type Clause, parentsOf } from '@ziping/award'
import { normalizeTitle } from '@ziping/report'

export interface MatchedHeading {
  readonly clause: Clause
  /** The clause of the top level it belongs to. */
  readonly top: Clause
  readonly depth: number
  readonly by: 'title' | 'number' | 'similarity'
  readonly number?: string
  readonly title: string
}

/** Finds the clause a heading of last year's report speaks of: its title decides, then its number, then likeness. */
export class HeadingMatcher {
  readonly #award: Award
  readonly #all: readonly Clause[]
  readonly #used = new Set<string>()

  constructor(award: Award) {
    this.#award = award
    this.#all = [...allClauses(award.clauses)]
  }

  match(text: string): MatchedHeading | undefined {
    const { number, title } = splitNumber(text)
    const titled = this.#titled(number, title)
    if (titled !== undefined) return this.#found(titled, 'title', number, title)
    const numbered = this.#all.find((clause) => number !== undefined && clause.number === number)
    if (numbered !== undefined && (title === '' || likeness(title, numbered) >= 0.5))
      return this.#found(numbered, 'number', number, title)
    const similar = this.#similar(title)
    return similar === undefined ? undefined : this.#found(similar, 'similarity', number, title)
  }

  /** The level of a line without heading's style that is a clause's heading beyond doubt. */
  guess(text: string, isBold: boolean): number | undefined {
    const { number, title } = splitNumber(text)
    const clause = this.#all.find((one) => titlesOf(one).includes(normalizeTitle(title)))
    if (clause === undefined || title === '' || (number === undefined && !isBold)) return undefined
    return parentsOf(this.#award.clauses, clause.id).length + 1
  }

  #titled(number: string | undefined, title: string): Clause | undefined {
    const wanted = normalizeTitle(title)
    if (wanted === '') return undefined
    const all = this.#all.filter((clause) => titlesOf(clause).includes(wanted))
    return (
      all.find((clause) => clause.number === number) ??
      all.find((clause) => !this.#used.has(clause.id)) ??
      all[0]
    )
  }

  #similar(title: string): Clause | undefined {
    const ranked = this.#all
      .filter((clause) => !this.#used.has(clause.id))
      .map((clause) => ({ clause, likeness: likeness(title, clause) }))
      .toSorted((a, b) => b.likeness - a.likeness)
    const [best, second] = ranked
    const isClear =
      best !== undefined && best.likeness >= 0.7 && best.likeness > (second?.likeness ?? 0)
    return isClear ? best.clause : undefined
  }

  #found(
    clause: Clause,
    by: MatchedHeading['by'],
    number: string | undefined,
    title: string,
  ): MatchedHeading {
    this.#used.add(clause.id)
    const parents = parentsOf(this.#award.clauses, clause.id)
    const top = this.#award.clauses.find(
      ({ id }) => id === clause.id || parents.some((one) => one.id === id),
    )
    return {
      clause,
      top: top ?? clause,
      depth: parents.length,
      by,
      title,
      ...(number === undefined ? {} : { number }),
    }
  }
}

function titlesOf(clause: Clause): readonly string[] {
  return [clause.title, ...clause.titles].map(normalizeTitle)
}

/** `1．1 标题`, `第一章 领导`, `一、领导` without what counts them. */
function splitNumber(text: string): { readonly number?: string; readonly title: string } {
  const plain = text.normalize('NFKC').trim()
  const arabic = /^第?\s*(\d+(?:\s*\.\s*\d+)*)\s*(?:[章节条]|[.、:)])?\s*(.*)$/su.exec(plain)
  if (arabic !== null)
    return { number: (arabic[1] ?? '').replaceAll(/\s/g, ''), title: (arabic[2] ?? '').trim() }
  const chinese =
    /^(?:第\s*[一二三四五六七八九十]+\s*[章节部分篇]+|[(]?[一二三四五六七八九十]+[)、.:])\s*(.*)$/su.exec(
      plain,
    )
  return { title: chinese === null ? plain : (chinese[1] ?? '').trim() }
}

/** How many pairs of neighbouring characters two titles share (Dice). */
function likeness(title: string, clause: Clause): number {
  const words = pairs(normalizeTitle(title))
  return Math.max(
    ...titlesOf(clause).map((wanted) => {
      const others = pairs(wanted)
      if (words.size + others.size === 0) return 0
      const shared = [...words].filter((pair) => others.has(pair)).length
      return (2 * shared) / (words.size + others.size)
    }),
  )
}

function pairs(text: string): ReadonlySet<string> {
  const characters = [...text]
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}
