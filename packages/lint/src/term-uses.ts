import type { Passage } from './passage.ts'

/** One use of a term, as spelled there. */
export interface Use {
  readonly passage: Passage
  readonly start: number
  readonly spelled: string
}

/** Uses of one term by spelling, in the order in which the spellings first appear. */
export type Spellings = ReadonlyMap<string, readonly Use[]>

const designation =
  /(?<![A-Za-z0-9/])(ISO\/IEC|ISO\/TS|ISO|IATF|OHSAS|IEC|GB\/T|GB\/Z|GB)([ \u00A0-]?)(\d{4,5})(?!\d)/g
const latin = /(?<![A-Za-z0-9_./@#\\-])[A-Za-z]{3,20}(?![A-Za-z0-9_./@\\-])/g
const quotedName = /“([^“”\n]{2,20})”/g
const squeezed = /[\s·•・—–\-“”‘’]/g

/** Terms of the report by what stays the same in all their spellings. */
export function collectTerms(passages: readonly Passage[]): ReadonlyMap<string, Spellings> {
  const terms = new Map<string, Map<string, Use[]>>()
  const add = (key: string, spelled: string, passage: Passage, start: number): void => {
    if (passage.offset(start) === undefined) return
    const spellings = terms.get(key) ?? new Map<string, Use[]>()
    terms.set(key, spellings)
    const uses = spellings.get(spelled) ?? []
    spellings.set(spelled, uses)
    uses.push({ passage, start, spelled })
  }
  for (const passage of passages)
    for (const { key, spelled, start } of termsIn(passage)) add(key, spelled, passage, start)
  return terms
}

interface Term {
  readonly key: string
  readonly spelled: string
  readonly start: number
}

const known = new WeakMap<Passage, readonly Term[]>()

function termsIn(passage: Passage): readonly Term[] {
  const terms = known.get(passage) ?? (passage.quoted ? [] : [...findTerms(passage.text)])
  known.set(passage, terms)
  return terms
}

function* findTerms(text: string): Generator<Term> {
  for (const { 0: spelled, 1: family = '', 3: number = '', index } of text.matchAll(designation))
    yield { key: `standard ${family}${number}`, spelled, start: index }
  for (const { 0: spelled, index } of text.matchAll(latin))
    yield { key: `latin ${spelled.toLowerCase()}`, spelled, start: index }
  for (const { 1: spelled = '', index } of text.matchAll(quotedName)) {
    const same = spelled.normalize('NFKC').replace(squeezed, '').toLowerCase()
    if (same.length >= 3) yield { key: `name ${same}`, spelled, start: index + 1 }
  }
}

/** A word at the start of an English sentence or title is no other spelling. */
export function isSameWord(a: string, b: string): boolean {
  const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
  return capital(a) === capital(b)
}
