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

/** Words that stand once and are almost the name of an indicator, which stands elsewhere as it should. */
export function* nearIndicators(
  passages: readonly Passage[],
  all: readonly Indicator[],
): Generator<NearIndicator> {
  const plain = [...new Set(all.map(({ name }) => plainName(name)))]
  const names = plain.filter((name) => name.length >= shortest && han.test(name))
  if (names.length === 0) return
  const right = new Map<string, Use[]>()
  const near = new Map<string, Use[]>()
  const sought = groupBy(names.flatMap(soughtFor), ({ words }) => words.charCodeAt(0))
  for (const passage of passages) if (!passage.quoted) collect(passage, sought, right, near)
  for (const name of names) {
    const uses = right.get(name) ?? []
    const [often] = uses
    if (often === undefined) continue
    for (const [spelled, found] of groupBy(near.get(name) ?? [], (use) => use.spelled)) {
      const [rare, second] = found
      const isOther = plain.some((other) => other.includes(spelled) || spelled.includes(other))
      if (rare !== undefined && second === undefined && !isOther)
        yield { rare, often, count: uses.length }
    }
  }
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
function collect(
  passage: Passage,
  sought: ReadonlyMap<number, readonly Sought[]>,
  right: Map<string, Use[]>,
  near: Map<string, Use[]>,
): void {
  const { text } = passage
  const keep = (uses: Map<string, Use[]>, name: string, start: number, spelled: string): void => {
    if (passage.offset(start) === undefined) return
    const kept = uses.get(name) ?? []
    uses.set(name, kept)
    kept.push({ passage, start, spelled })
  }
  for (let at = 0; at + 1 < text.length; at++) {
    const here = sought.get(text.charCodeAt(at))
    if (here === undefined) continue
    for (const { name, words, offset, kind } of here) {
      if (!text.startsWith(words, at)) continue
      if (kind === 'half') {
        const start = at - offset
        const spelled = start < 0 ? '' : text.slice(start, start + name.length)
        if (spelled.length === name.length && han.test(spelled) && isSlip(spelled, name))
          keep(near, name, start, spelled)
      } else keep(kind === 'name' ? right : near, name, at, words)
    }
  }
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
