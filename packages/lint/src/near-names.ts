import type { Spellings, Use } from './term-uses.ts'

/** How often a name must stand in the report before another one that is almost the same looks like a slip. */
const oftenEnough = 4
const shortest = 4

/** What tells names apart on purpose: numbers, degrees, directions, times, letters. */
export const distinguishing: RegExp =
  /[^\p{Script=Han}]|[零一二两三四五六七八九十百千甲乙丙丁上中下左右东西南北前后内外大小新老高低多少年季月周日时长短进出优良男女正副主次首末总分新旧初终金银铜红黄蓝绿黑白]/u

interface NearName {
  readonly rare: Use
  readonly often: Use
  readonly values: {
    readonly rare: string
    readonly often: string
    readonly rareCount: number
    readonly oftenCount: number
  }
}

/** Quoted names that stand once and differ in one character from one that stands often. */
export function* nearNames(terms: ReadonlyMap<string, Spellings>): Generator<NearName> {
  const names = [...terms].flatMap(([key, spellings]) => {
    const uses = [...spellings.values()].flat()
    const [first] = uses
    return key.startsWith('name ') && first !== undefined ? [{ first, count: uses.length }] : []
  })
  const often = new Map<string, { readonly first: Use; readonly count: number }>()
  for (const name of names) {
    const { spelled } = name.first
    if (name.count >= oftenEnough && spelled.length >= shortest)
      for (const pattern of patternsOf(spelled)) if (!often.has(pattern)) often.set(pattern, name)
  }
  if (often.size === 0) return
  for (const { first, count } of names) {
    if (count > 1 || first.spelled.length < shortest) continue
    for (const [index, pattern] of patternsOf(first.spelled).entries()) {
      const other = often.get(pattern)
      const differing = `${first.spelled[index]}${other?.first.spelled[index]}`
      if (other === undefined || distinguishing.test(differing)) continue
      yield {
        rare: first,
        often: other.first,
        values: {
          rare: first.spelled,
          often: other.first.spelled,
          rareCount: count,
          oftenCount: other.count,
        },
      }
      break
    }
  }
}

/** The name with each of its characters left open in turn. */
function patternsOf(name: string): readonly string[] {
  return Array.from(name, (_, at) => `${name.slice(0, at)}\0${name.slice(at + 1)}`)
}
