import type { Clause } from '@ziping/award'
import type { Block, ParsedDocument, Report, ReportDocument, Workspace } from '@ziping/report'
import type { Printing, Resolver } from '@ziping/resolve'
import { clausesOf } from './clause-of-block.ts'
import { FileView } from './file-view.ts'

/** The last view of each parsed file. */
const last = new WeakMap<ParsedDocument, FileView>()

/** A view of every file of a report, in its order; of what did not change it is the same as before. */
export function fileViews(
  report: Report,
  resolver: Resolver,
  workspace: Pick<Workspace, 'documents'>,
): readonly FileView[] {
  const { award } = report
  const all = clausesOf(report)
  const texts = new Map(workspace.documents.map(({ path, text }) => [String(path), text]))
  return report.documents.map((document) => {
    const { parsed } = document
    const printing = resolver.printing(parsed.file) ?? { blocks: new Set(), decided: new Map() }
    const key = keyOf(document, printing, all)
    const before = last.get(parsed)
    if (before?.key === key && before.award === award && before.printing === printing) return before
    const text = texts.get(parsed.file) ?? ''
    const view = new FileView(document, text, { award, key, printing, clauses: own(printing, all) })
    last.set(parsed, view)
    return view
  })
}

function own({ blocks }: Printing, all: ReadonlyMap<Block, Clause>): ReadonlyMap<Block, Clause> {
  const clauses = new Map<Block, Clause>()
  for (const block of blocks) {
    const clause = all.get(block)
    if (clause !== undefined) clauses.set(block, clause)
  }
  return clauses
}

/** All a view shows besides text and award: what the file is for, which block answers what, what is printed. */
function keyOf(
  { kind, id, holding = '' }: ReportDocument,
  { blocks, decided }: Printing,
  all: ReadonlyMap<Block, Clause>,
): string {
  const runs: (string | number)[] = []
  let clause: string | undefined
  let index = 0
  for (const block of blocks) {
    const here = all.get(block)?.id
    if (here !== clause) runs.push(index, here ?? '')
    clause = here
    index++
  }
  return JSON.stringify([kind, id, holding, runs, [...decided.values()]])
}
