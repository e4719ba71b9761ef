import { Decimal } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import type { Section } from '@ziping/report'
import type { LintSubject } from './subject.ts'
import { typedValues } from './typed-values.ts'
import type { Passage } from './typed-values-passages.ts'
import { yearPattern } from './typed-values-times.ts'

/** A fact of the applicant as the text tells it, and as data/applicant.yaml has it. */
export interface FactMention {
  readonly fact: 'employees' | 'founded'
  readonly typed: string
  readonly expected: string
  readonly place: Place
  readonly expectedPlace: Place
  readonly section: Section | undefined
}

const clauseStart = '(?<=^|[，,。；;：:！？!?（）()】\\n])'
const time = `(?:(?<year>${yearPattern})[，,]?)?`
const headcount = `(?:员工总数|职工总数|现有在[册职][员职]工|拥有[员职]工|现有从业人员|员工总人数|职工总人数|在册员工(?:总数)?|在册职工(?:总数)?|现有员工|现有职工|在职员工|在职职工|共有员工|从业人员(?:总数)?|有员工)(?:为|达到?|共计|共|合计)?(?<number>\\d[\\d,]*)(?:人|名)(?![次均]|以[上下]|左右)`

/** The number of employees and the year of foundation, where the text tells them of the applicant itself. */
export function* factMentions(subject: LintSubject): Generator<FactMention> {
  const { applicant, award } = subject
  const own = `(?:${ownNames(subject).map(escaped).join('|')})`
  const introduced = `${own}(?:（以下简称[^（）]{1,20}）)?`
  const employees = new RegExp(
    `${clauseStart}${time}(?<own>${introduced})?(?:目前|现|末|底)?(?:共)?${headcount}`,
    'g',
  )
  const opens = new RegExp(`^(?:${time}${introduced})`)
  const founded = new RegExp(
    `${clauseStart}(?:${introduced}(?:正式|依法)?(?:成立|创立|创建|注册成立|登记成立|组建)于(?<year>\\d{4})年(?:(?<month>\\d{1,2})月)?|${introduced}于?(?<year2>\\d{4})年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:正式|依法|注册)?(?:成立|创立|创建)(?=[，。；]))`,
    'g',
  )
  if (award.applicant.kind === 'person' && applicant.name === undefined) return
  for (const passage of typedValues(subject).passages) {
    if (passage.document.holding !== undefined) continue
    const { text } = passage
    for (const match of /[员职]工|从业人员/.test(text) ? text.matchAll(employees) : []) {
      if (match.groups?.['own'] === undefined && !isOfApplicant(text, match.index, opens)) continue
      const found = employeesAt(subject, yearIn(match.groups?.['year']))
      const typed = match.groups?.['number'] ?? ''
      if (found === undefined || found.number.eq(typed.replaceAll(',', ''))) continue
      const at = match.index + match[0].lastIndexOf(typed)
      yield mention(
        'employees',
        passage,
        at,
        `${typed}人`,
        `${found.number.toFixed()}人`,
        found.place,
      )
    }
    for (const match of /[成创组][立建]/.test(text) ? text.matchAll(founded) : []) {
      const typed = match.groups?.['year'] ?? match.groups?.['year2'] ?? ''
      const found = foundedIn(subject, Number(typed), Number(match.groups?.['month'] ?? 0))
      if (found === undefined) continue
      const at = match.index + match[0].indexOf(typed)
      yield mention('founded', passage, at, found.typed, found.expected, found.place)
    }
  }
}

/** A clause that does not say whose: at the start of a paragraph, or behind clauses of the applicant. */
function isOfApplicant(text: string, at: number, opens: RegExp): boolean {
  const start = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('\n', at - 1)) + 1
  return text.slice(0, at).replace(/^【[^】]*】/, '') === '' || opens.test(text.slice(start, at))
}

function mention(
  fact: FactMention['fact'],
  passage: Passage,
  at: number,
  typed: string,
  expected: string,
  expectedPlace: Place,
): FactMention {
  const place = passage.placeOf(at, at + typed.length)
  return { fact, typed, expected, place, expectedPlace, section: passage.section }
}

function ownNames({ applicant, award }: LintSubject): readonly string[] {
  const usual = ['公司', '本公司', '我公司', '企业', '本企业', '组织', '集团', '本集团']
  const projects = award.applicant.kind === 'project' ? ['中心', '本中心'] : []
  const names = [applicant.name, ...applicant.shortNames].filter((name) => name !== undefined)
  return [...names, ...usual, ...projects]
}

function yearIn(text: string | undefined): number | undefined {
  const digits = /\d{4}/.exec(text ?? '')?.[0]
  return digits === undefined ? undefined : Number(digits)
}

/** At the end of a year where the data have it; without a year, or for the last one, the number at filing. */
function employeesAt(
  { applicant, year: awardYear }: LintSubject,
  year: number | undefined,
): { readonly number: Decimal; readonly place: Place } | undefined {
  const byYear = `organization.employeesYearEnd.${year}`
  const isLast = year === undefined || year === (awardYear ?? 0) - 1
  for (const path of [
    ...(year === undefined ? [] : [byYear]),
    ...(isLast ? ['organization.employees'] : []),
  ]) {
    const number = applicant.fact(path)
    if (Decimal.isDecimal(number))
      return { number: new Decimal(number), place: applicant.placeOf(path) }
  }
  return undefined
}

/** What the applicant's facts say otherwise; a predecessor may well be older than the registration. */
function foundedIn(
  { applicant }: LintSubject,
  year: number,
  month: number,
): { readonly typed: string; readonly expected: string; readonly place: Place } | undefined {
  const registered = /^(\d{4})-(\d{2})/.exec(
    String(applicant.fact('organization.registered') ?? ''),
  )
  const founded = /^\d{4}/.exec(String(applicant.fact('organization.founded') ?? ''))?.[0]
  const years = [registered?.[1], founded].filter((one) => one !== undefined).map(Number)
  const [first] = years
  if (first === undefined) return undefined
  if (!years.includes(year)) {
    if (founded === undefined && applicant.formerNames.length > 0 && year < first) return undefined
    const path = founded === undefined ? 'organization.registered' : 'organization.founded'
    return { typed: `${year}年`, expected: `${founded ?? first}年`, place: applicant.placeOf(path) }
  }
  const isSameYear = Number(registered?.[1]) === year
  if (month === 0 || !isSameYear || Number(registered?.[2]) === month) return undefined
  return {
    typed: `${year}年${month}月`,
    expected: `${year}年${Number(registered?.[2])}月`,
    place: applicant.placeOf('organization.registered'),
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
