import { readSection } from '@ziping/coverage'
import type { Section } from '@ziping/report'
import type { LintSubject } from './subject.ts'

/** What a section prints of its own: without headings, without the 【采用方法】 that lead in. */
export function textOfSection(
  section: Section,
  { award, resolver }: Pick<LintSubject, 'award' | 'resolver'>,
): string {
  return readSection(section, award, resolver).text
}
