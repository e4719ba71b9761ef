import type { Indicator } from '@ziping/report'
import { groupBy } from './group-by.ts'
import { distinguishing } from './near-names.ts'
import type { Passage } from './passage.ts'
import type { Use } from './term-uses.ts'
import { plainName } from './typed-values-names.ts'

/** Words of one meaning that a report has to choose between. */
const synonyms: readonly (readonly [string, string])[] = [
  ['顾客', '客户'],
  ['员工', '职工'],
  ['供方', '供应商'],
]

/** Shorter names are too easily like other words. */
const shortest = 5
const han = /^[一-龥]+$/

export interface NearIndicator {
  readonly rare: Use
  readonly often: Use
  readonly count: number
}

/** A stretch to look for, and where in the name it stands. */
interface Sought {
  readonly name: string
  readonly words: string
  readonly offset: number
  readonly kind: 'name' | 'synonym' | 'half'
}

/** What all the names of indicators ask for. */
interface Search {
  readonly plain: readonly string[]
  readonly names: readonly string[]
  /** By their first unit. */
  readonly sought: ReadonlyMap<number, readonly Sought[]>
}

/** A name, or what is almost one. */
interface Likeness {
  readonly name: string
  readonly use: Use
  readonly isRight: boolean
}

/** Words that stand once and are almost the name of an indicator, which stands elsewhere as it should. */
export function* nearIndicators(
  passages: readonly Passage[],
  all: readonly Indicator[],
): Generator<NearIndicator> {
  const search = searchFor(all)
  const { plain, names } = search
  if (names.length === 0) return
  const right = new Map<string, Use[]>()
  const near = new Map<string, Use[]>()
  for (const passage of passages)
    for (const { name, use, isRight } of likenesses(passage, search)) {
      const uses = isRight ? right : near
      const kept = uses.get(name) ?? []
      uses.set(name, kept)
      kept.push(use)
    }
  for (const name of names) {
    const uses = right.get(name) ?? []
    const [often] = uses
    if (often === undefined) continue
    for (const [spelled, [rare, second]] of groupBy(near.get(name) ?? [], (use) => use.spelled)) {
      const isOther = plain.some((other) => other.includes(spelled) || spelled.includes(other))
      if (rare !== undefined && second === undefined && !isOther)
        yield { rare, often, count: uses.length }
    }
  }
}

const searches = new WeakMap<readonly Indicator[], Search>()

function searchFor(all: readonly Indicator[]): Search {
  const known = searches.get(all)
  if (known !== undefined) return known
  const plain = [...new Set(all.map(({ name }) => plainName(name)))]
  const names = plain.filter((name) => name.length >= shortest && han.test(name))
  const sought = groupBy(names.flatMap(soughtFor), ({ words }) => words.charCodeAt(0))
  const search = { plain, names, sought }
  searches.set(all, search)
  return search
}

const found = new WeakMap<
  Passage,
  { readonly search: Search; readonly likenesses: readonly Likeness[] }
>()

/** Searched again only when the passage or the names change. */
function likenesses(passage: Passage, search: Search): readonly Likeness[] {
  if (passage.quoted) return []
  const known = found.get(passage)
  if (known?.search === search) return known.likenesses
  const made = [...findLikenesses(passage, search)]
  found.set(passage, { search, likenesses: made })
  return made
}

/** One character inside a name may be another; then one half of it at least is as it should be. */
function soughtFor(name: string): readonly Sought[] {
  const middle = Math.floor(name.length / 2)
  const swapped = synonyms.flatMap(([a, b]) =>
    [name.replace(a, b), name.replace(b, a)].filter((other) => other !== name),
  )
  return [
    { name, words: name, offset: 0, kind: 'name' },
    ...swapped.map((words): Sought => ({ name, words, offset: 0, kind: 'synonym' })),
    { name, words: name.slice(0, middle), offset: 0, kind: 'half' },
    { name, words: name.slice(middle), offset: middle, kind: 'half' },
  ]
}

/** Goes through a text once, whatever the number of names. */
function* findLikenesses(passage: Passage, { sought }: Search): Generator<Likeness> {
  const { text } = passage
  for (let at = 0; at + 1 < text.length; at++)
    for (const { name, words, offset, kind } of sought.get(text.charCodeAt(at)) ?? []) {
      if (!text.startsWith(words, at)) continue
      const start = kind === 'half' ? at - offset : at
      const spelled = kind === 'half' ? text.slice(Math.max(0, start), start + name.length) : words
      if (start < 0 || passage.offset(start) === undefined) continue
      if (kind === 'half' && !isLike(spelled, name)) continue
      yield { name, use: { passage, start, spelled }, isRight: kind === 'name' }
    }
}

function isLike(spelled: string, name: string): boolean {
  return spelled.length === name.length && han.test(spelled) && isSlip(spelled, name)
}

function isSlip(spelled: string, name: string): boolean {
  const differing = [...name].flatMap((character, index) =>
    spelled[index] === character ? [] : [index],
  )
  const [only, second] = differing
  if (only === undefined || second !== undefined || only === 0 || only === name.length - 1)
    return false
  return !distinguishing.test(`${name[only]}${spelled[only]}`)
}
