import type { Clause } from '@ziping/award'
import { allBlocks, type Block, type Report } from '@ziping/report'

const known = new WeakMap<Report, ReadonlyMap<Block, Clause>>()

/** The clause a block was written for. */
export function clauseOfBlock(report: Report, block: Block): Clause | undefined {
  return clausesOf(report).get(block)
}

/** Every block that was written for a clause, with it. */
export function clausesOf(report: Report): ReadonlyMap<Block, Clause> {
  let clauses = known.get(report)
  if (clauses === undefined) {
    clauses = readClauses(report)
    known.set(report, clauses)
  }
  return clauses
}

function readClauses(report: Report): ReadonlyMap<Block, Clause> {
  const clauses = new Map<Block, Clause>()
  for (const { clause, heading, blocks } of report.sections) {
    clauses.set(heading, clause)
    for (const block of allBlocks(blocks)) clauses.set(block, clause)
  }
  return clauses
}

/** What a finding carries of the clause its block was written for. */
export function about(report: Report, block: Block | undefined): { readonly clause?: Clause } {
  const clause = block === undefined ? undefined : clauseOfBlock(report, block)
  return clause === undefined ? {} : { clause }
}
