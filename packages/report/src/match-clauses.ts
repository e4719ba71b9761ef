import { type Award, allClauses, type Clause, findClause, parentsOf } from '@ziping/award'
import type { Heading } from './block.ts'
import { plainText } from './inline.ts'
import { chineseNumber, normalizeTitle } from './normalize-title.ts'

export type Numbering = 'award' | 'standard'

/** Why a heading was taken for a clause. */
export interface ClauseMatch {
  readonly clause: Clause
  readonly by: 'number' | 'title' | 'both'
  /** The clause whose number is typed, where the title says another (the title decides). */
  readonly numberSays?: Clause
  /** The heading bears the number, but words that are not the clause's title. */
  readonly foreignTitle?: string
}

interface Numbered {
  readonly number?: string
  /** 第一章, 一、: the n-th clause at the top. */
  readonly ordinal?: number
  readonly title: string
}

/** Recognises the headings that open a clause; order and nesting come from the award's tree. */
export class ClauseMatcher {
  readonly #award: Award
  readonly #all: readonly Clause[]
  readonly #byTitle = new Map<string, Clause[]>()
  /** The clause the text stands in, and the level of its heading. */
  #current: { readonly clause: Clause; readonly level: number } | undefined
  /** The level that clauses of the same depth have used so far. */
  readonly #levels = new Map<number, number>()
  readonly #used = new Set<string>()

  constructor(award: Award) {
    this.#award = award
    this.#all = [...allClauses(award.clauses)]
    for (const clause of this.#all)
      for (const title of [clause.title, ...clause.titles]) {
        const key = normalizeTitle(title)
        this.#byTitle.set(key, [...(this.#byTitle.get(key) ?? []), clause])
      }
  }

  match(heading: Heading, numbering: Numbering): ClauseMatch | undefined {
    const read = readNumber(plainText(heading.content))
    const byTitle = this.#titled(read)
    const byNumber = this.#numbered(read, numbering)
    const match = this.#decide(heading, read, byNumber, byTitle)
    if (match !== undefined) this.#enter(match.clause, heading.level)
    return match
  }

  #decide(
    heading: Heading,
    read: Numbered,
    byNumber: Clause | undefined,
    byTitle: Clause | undefined,
  ): ClauseMatch | undefined {
    if (byTitle !== undefined) {
      if (byNumber === undefined) return { clause: byTitle, by: 'title' }
      if (byNumber === byTitle) return { clause: byTitle, by: 'both' }
      return { clause: byTitle, by: 'title', numberSays: byNumber }
    }
    if (byNumber === undefined || !this.#plausible(heading, read, byNumber)) return undefined
    return read.title === ''
      ? { clause: byNumber, by: 'number' }
      : { clause: byNumber, by: 'number', foreignTitle: read.title }
  }

  /** The clause with this title; among several the one whose place in the tree is nearest. */
  #titled(read: Numbered): Clause | undefined {
    const candidates = this.#byTitle.get(normalizeTitle(read.title)) ?? []
    if (candidates.length < 2) return candidates[0]
    const exact = candidates.find(
      (clause) => clause.number === read.number && read.number !== undefined,
    )
    const current = this.#current?.clause.id
    const near = candidates.find((clause) => {
      const parents = parentsOf(this.#award.clauses, clause.id).map((parent) => parent.id)
      return (
        current !== undefined &&
        (parents.includes(current) || parents.some((id) => this.#isInside(current, id)))
      )
    })
    return exact ?? near ?? candidates.find((clause) => !this.#used.has(clause.id)) ?? candidates[0]
  }

  #isInside(id: string, parent: string): boolean {
    const clause = findClause(this.#award.clauses, parent)
    return (
      clause !== undefined && (clause.id === id || findClause(clause.children, id) !== undefined)
    )
  }

  #numbered(read: Numbered, numbering: Numbering): Clause | undefined {
    const { number, ordinal } = read
    if (ordinal !== undefined) {
      const printed = this.#all.find((clause) => chineseNumber(clause.number ?? '') === ordinal)
      if (printed !== undefined) return printed
      const numbered = this.#award.clauses.filter((clause) => clause.scored)
      return numbered[ordinal - 1]
    }
    if (number === undefined) return undefined
    const bySystem = this.#all.find((clause) =>
      numbering === 'standard' && clause.standard !== undefined
        ? clause.standard === number
        : clause.number === number || clause.id === number,
    )
    if (bySystem !== undefined) return bySystem
    const current = this.#current?.clause
    const isSubheading = current?.number !== undefined && number.startsWith(`${current.number}.`)
    if (isSubheading) return undefined
    return this.#all.find((clause) => clause.aliases.includes(number))
  }

  /** `### 1. 组织机构` inside clause 2.1 is a heading of its own, not clause 1. */
  #plausible(heading: Heading, read: Numbered, clause: Clause): boolean {
    const current = this.#current
    if (current === undefined || read.title === '') return true
    if (clause === current.clause) return false
    if (similar(read.title, [clause.title, ...clause.titles])) return true
    const known = this.#levels.get(parentsOf(this.#award.clauses, clause.id).length)
    if (known !== undefined) return heading.level <= known
    return (read.number ?? '').includes('.') || heading.level <= current.level
  }

  #enter(clause: Clause, level: number): void {
    this.#current = { clause, level }
    this.#used.add(clause.id)
    const depth = parentsOf(this.#award.clauses, clause.id).length
    this.#levels.set(depth, Math.max(level, this.#levels.get(depth) ?? 0))
  }
}

/** Splits `1．1 标题`, `1.1高层…`, `第一章 领导`, `一、领导` into number and title. */
function readNumber(text: string): Numbered {
  const plain = text.normalize('NFKC').trim()
  const arabic = /^第?\s*(\d+(?:\s*\.\s*\d+)*)\s*(?:[章节条]|[.、:)]|\s)?\s*(.*)$/su.exec(plain)
  if (arabic !== null) {
    const [, number = '', title = ''] = arabic
    return { number: number.replace(/\s/g, ''), title: title.trim() }
  }
  const chinese =
    /^(?:第\s*([一二三四五六七八九十]+)\s*[章节部分篇]+|[(]?([一二三四五六七八九十]+)[)、.:])\s*(.*)$/su.exec(
      plain,
    )
  const ordinal = chineseNumber(chinese?.[1] ?? chinese?.[2] ?? '')
  if (chinese !== null && ordinal !== undefined)
    return { ordinal, title: (chinese[3] ?? '').trim() }
  return { title: plain }
}

/** Half of the title's pairs of characters stand in the heading as well. */
function similar(text: string, titles: readonly string[]): boolean {
  const words = normalizeTitle(text)
  return titles.some((title) => {
    const wanted = normalizeTitle(title)
    const pairs = [...wanted]
      .slice(1)
      .map((character, index) => ([...wanted][index] ?? '') + character)
    const found = pairs.filter((pair) => words.includes(pair)).length
    return pairs.length > 0 && found * 2 >= pairs.length
  })
}
