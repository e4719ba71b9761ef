import type { Indicator, Report } from '@ziping/report'
import type { LintSubject } from './subject.ts'
import { typedValues } from './typed-values.ts'
import { plainName } from './typed-values-names.ts'

const cause =
  /原因|由于|因为|因此|所致|导致|影响|受[^，。]{1,20}(?:拖累|冲击|制约)|主要是|主要系|系[^，。]{2,}|缘于|是因|因[^此而，。]{2,}|说明如下|主因/

const sentences = new WeakMap<Report, readonly (readonly string[])[]>()

/** Whether the data or the report say why an indicator did badly in a year. */
export function isExplained(subject: LintSubject, indicator: Indicator, year: number): boolean {
  const { note = '' } = indicator
  if (note.trim() !== '' && speaksOf(note, year)) return true
  const name = plainName(indicator.name)
  for (const paragraph of paragraphsOf(subject))
    for (const [index, sentence] of paragraph.entries()) {
      if (!sentence.includes(name)) continue
      // The reason may follow: “……低于目标。主要由于……”
      const passage = paragraph.slice(index, index + 3).join('。')
      if (cause.test(passage) && speaksOf(passage, year)) return true
    }
  return false
}

/** Of this year, or of no year in particular. */
function speaksOf(text: string, year: number): boolean {
  const years = [...text.matchAll(/20\d\d(?=年)/g)].map((match) => Number(match[0]))
  return years.length === 0 || years.includes(year)
}

function paragraphsOf(subject: LintSubject): readonly (readonly string[])[] {
  const known = sentences.get(subject.report)
  if (known !== undefined) return known
  const made = typedValues(subject).passages.flatMap(({ text }) =>
    cause.test(text) ? [text.split(/[。！？\n]/)] : [],
  )
  sentences.set(subject.report, made)
  return made
}
