import { clauseHeading } from '@ziping/award'
import type { Tally } from '@ziping/coverage'
import type { Position } from 'vscode-languageserver/node'
import { sectionAt } from './clause-here.ts'
import { type Length, lengthOfClause, lengthOfDocument } from './clause-lengths.ts'
import type { View } from './view.ts'

/** What the status bar of an editor tells; the answer to the request `ziping/status`. */
export interface Status {
  readonly award: string
  readonly clauses: Tally
  readonly requirements: Tally
  readonly errors: number
  readonly warnings: number
  /** Where the cursor stands. */
  readonly clause?: Length & { readonly id: string }
  readonly document?: Length
}

export function statusAt(view: View, position: Position): Status {
  const { linted, file } = view
  const { summary } = linted.subject.coverage
  const section = sectionAt(view, position.line)
  const document = lengthOfDocument(linted, file)
  const counted = (severity: string): number =>
    linted.findings.filter((finding) => finding.severity === severity).length
  return {
    award: linted.award.name,
    clauses: summary.clauses,
    requirements: summary.requirements,
    errors: counted('error'),
    warnings: counted('warning'),
    ...(section === undefined
      ? {}
      : {
          clause: {
            id: section.clause.id,
            ...lengthOfClause(linted, section.clause, section.holding),
            title: clauseHeading(section.clause),
          },
        }),
    ...(document === undefined ? {} : { document }),
  }
}
