import type { Clause } from '@ziping/award'
import type { Section } from '@ziping/report'
import type { View } from './view.ts'

/** The section a line stands in: the clause the writer is answering. */
export function sectionAt({ linted, file }: View, line: number): Section | undefined {
  return linted.subject.report.sections.findLast(
    (section) => section.file === file && section.heading.place.line <= line + 1,
  )
}

export function clauseAt(view: View, line: number): Clause | undefined {
  return sectionAt(view, line)?.clause
}
