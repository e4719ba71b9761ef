import { Decimal } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import type { Section } from '@ziping/report'
import type { LintSubject } from './subject.ts'
import { typedValues } from './typed-values.ts'

/** The headcount of a controlled company as the text tells it, and as data/applicant.yaml has it. */
export interface HoldingMention {
  readonly name: string
  readonly typed: string
  readonly expected: string
  readonly place: Place
  readonly expectedPlace: Place
  readonly section: Section | undefined
}

/** 秀澜紧固648人, …有限公司（以下简称秀澜紧固）位于海盐县，员工648人; the number belongs to the name before it. */
const counted =
  '(?:（以下简称[^（）]{1,20}）)?(?:[^，。；、\\d]{0,14}，)?(?:20\\d\\d年末)?(?:现有|共有|有|在册)?(?:员工|职工|从业人员)?(?:总数)?(?:为|共)?(?<number>\\d[\\d,]*)(?:人|名)(?![次均]|以[上下]|左右)'

/** Where the text gives another headcount of a controlled company than the facts. */
export function* holdingMentions(subject: LintSubject): Generator<HoldingMention> {
  const { applicant } = subject
  const known = applicant.holdings.flatMap(({ name, shortNames }, index) => {
    const path = `organization.holdings.${index}.employees`
    const number = applicant.fact(path)
    return Decimal.isDecimal(number)
      ? [{ name, number: new Decimal(number), path, pattern: patternOf([name, ...shortNames]) }]
      : []
  })
  for (const passage of typedValues(subject).passages) {
    const { text, section } = passage
    if (!/员工|职工|从业人员/.test(text)) continue
    for (const { name, number, path, pattern } of known)
      for (const match of text.matchAll(pattern)) {
        const typed = match.groups?.['number'] ?? ''
        if (number.eq(typed.replaceAll(',', ''))) continue
        const at = match.index + match[0].lastIndexOf(typed)
        yield {
          name,
          typed: `${typed}人`,
          expected: `${number.toFixed()}人`,
          place: passage.placeOf(at, at + typed.length),
          expectedPlace: applicant.placeOf(path),
          section,
        }
      }
  }
}

function patternOf(names: readonly string[]): RegExp {
  const written = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')
  return new RegExp(`(?<=^|[，。；：、】\\n])(?:其中)?(?:${written})${counted}`, 'g')
}
