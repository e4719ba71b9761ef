import type { CodeLens } from 'vscode-languageserver/node'
import { lengthOfClause, lengthOfDocument, showLength } from './clause-lengths.ts'
import { rangeOfPlace } from './spots.ts'
import { say, type View } from './view.ts'

/** Above each clause how long it is and how much it still owes; above a file, how long the document is. */
export function lensesOf(view: View): CodeLens[] {
  const { linted, file, language } = view
  const whole = lengthOfDocument(linted, file)
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  const lenses: CodeLens[] =
    whole === undefined
      ? []
      : [{ range: top, command: titled(`${whole.title} ${showLength(whole, language)}`) }]
  for (const { clause, heading, holding, file: at } of linted.subject.report.sections) {
    if (at !== file || !clause.scored) continue
    const length = showLength(lengthOfClause(linted, clause, holding), language)
    const open = unanswered(view, clause.id, holding)
    const owes =
      open === 0 ? '' : say(view, ` · 还有 ${open} 项要求`, ` · ${open} requirements open`)
    lenses.push({ range: rangeOfPlace(heading.place), command: titled(length + owes) })
  }
  return lenses
}

function unanswered(view: View, id: string, holding: string | undefined): number {
  const { coverage } = view.linted.subject
  const report =
    holding === undefined ? coverage : coverage.holdings.find((one) => one.holding === holding)
  const found = report?.clauses.find(({ clause }) => clause.id === id)
  if (found === undefined) return 0
  const done = found.requirements.filter(({ answered }) => answered).length
  return Math.max(0, (found.clause.choice?.min ?? found.requirements.length) - done)
}

/** Says something, does nothing. */
function titled(title: string): { title: string; command: string } {
  return { title, command: '' }
}
