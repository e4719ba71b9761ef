import type { Place } from '@ziping/diagnostics'
import type { Section } from '@ziping/report'
import type { LintSubject } from './subject.ts'
import { typedValues } from './typed-values.ts'
import type { Passage } from './typed-values-passages.ts'

/** A name of the applicant that is not its name now. */
export interface NameMention {
  readonly kind: 'former' | 'variant'
  readonly typed: string
  readonly name: string
  readonly until: string | undefined
  readonly year: number | undefined
  readonly place: Place
  readonly section: Section | undefined
}

const looksBack =
  /原|前身|曾用|更名|变更|改制|改组|整体|设立|成立|旧称|时称|当时|以前|此前|后|改称|称为|吸收|合并|《/

/** Former names used of a time when they were no longer used, and spellings that are no name at all. */
export function* nameMentions(subject: LintSubject): Generator<NameMention> {
  const { applicant } = subject
  const { name } = applicant
  if (name === undefined) return
  const known = [
    name,
    ...applicant.formerNames.map((former) => former.name),
    ...applicant.holdings.map((holding) => holding.name),
  ]
  const plain = plainForm(name)
  for (const passage of typedValues(subject).passages) {
    const { text, section } = passage
    if (isHistory(passage)) continue
    for (const former of applicant.formerNames)
      for (const { start, end, sentence } of occurrences(text, former.name)) {
        const year = usedAfter(sentence, former.until)
        if (year === undefined || looksBack.test(sentence.replaceAll(former.name, ''))) continue
        const place = passage.placeOf(start, end)
        yield {
          kind: 'former',
          typed: former.name,
          name,
          until: former.until,
          year,
          place,
          section,
        }
      }
    for (const match of text.matchAll(/(?:有限责任公司|有限公司)/g)) {
      const end = match.index + match[0].length
      const before = text.slice(Math.max(0, end - name.length - 8), end)
      if (known.some((one) => before.endsWith(one))) continue
      const start = startOfVariant(before, plain) ?? startOfShortened(before, name)
      if (start === undefined) continue
      const from = end - before.length + start
      const typed = text.slice(from, end)
      const place = passage.placeOf(from, end)
      yield { kind: 'variant', typed, name, until: undefined, year: undefined, place, section }
    }
  }
}

function isHistory({ section, block }: Passage): boolean {
  return section?.histories.some(({ units }) => units.some((unit) => unit.block === block)) ?? false
}

function* occurrences(
  text: string,
  word: string,
): Generator<{ readonly start: number; readonly end: number; readonly sentence: string }> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const from = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at)) + 1
    const stop = text.slice(at).search(/[。；]/)
    yield {
      start: at,
      end: at + word.length,
      sentence: text.slice(from, stop < 0 ? text.length : at + stop),
    }
  }
}

/** The year a sentence speaks of, if it is one in which the name was used no more. */
function usedAfter(sentence: string, until: string | undefined): number | undefined {
  const last = Number(/^\d{4}/.exec(until ?? '')?.[0] ?? Number.NaN)
  const years = [...sentence.matchAll(/(?:19|20)\d\d(?=年)/g)].map((match) => Number(match[0]))
  const [first] = years
  return first !== undefined && years.every((year) => year > last) ? first : undefined
}

/** Where the name begins with a word left out of its middle: 科技, 纺织. */
function startOfShortened(text: string, name: string): number | undefined {
  for (let cut = 1; cut <= 3; cut++)
    for (let at = 4; at + cut <= name.length - 4; at++) {
      const shortened = name.slice(0, at) + name.slice(at + cut)
      if (text.endsWith(shortened)) return text.length - shortened.length
    }
  return undefined
}

/** Without what is easily left out or put in: 省, 市, 股份, 责任. */
function plainForm(name: string): string {
  return name.replace(/[省市（）()\s]|股份|责任/g, '')
}

/** Where in a text a spelling of the name begins that ends with the text. */
function startOfVariant(text: string, plain: string): number | undefined {
  for (let start = text.length - 4; start >= 0; start--) {
    const spelled = plainForm(text.slice(start))
    if (spelled.length > plain.length) return undefined
    if (spelled === plain && !/^[省市（）()\s]/.test(text.slice(start))) return start
  }
  return undefined
}
