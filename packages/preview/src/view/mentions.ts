import { clauseHeading } from '@ziping/award'
import type { LintSubject } from '@ziping/lint'
import { allBlocks, allInlines, inlinesIn, type Section } from '@ziping/report'

/** In which clauses, by their headings, each indicator is shown and each piece of evidence cited. */
export interface Mentions {
  readonly indicators: ReadonlyMap<string, readonly string[]>
  /** Of these clauses, those that judge results. */
  readonly results: ReadonlyMap<string, readonly string[]>
  readonly evidence: ReadonlyMap<string, readonly string[]>
}

export function findMentions({ report, resolver }: LintSubject): Mentions {
  const indicators = new Map<string, string[]>()
  const results = new Map<string, string[]>()
  const evidence = new Map<string, string[]>()
  for (const section of report.sections) {
    const heading = clauseHeading(section.clause)
    for (const id of indicatorsIn(section)) {
      add(indicators, id, heading)
      if (section.clause.kind === 'result') add(results, id, heading)
    }
    for (const id of targetsIn(section)) {
      const target = resolver.target(id)
      if (target?.kind === 'evidence') add(evidence, target.evidence.id, heading)
    }
  }
  return { indicators, results, evidence }
}

function indicatorsIn(section: Section): ReadonlySet<string> {
  const found = new Set<string>()
  for (const block of allBlocks(section.blocks)) {
    if (block.kind === 'chart' || block.kind === 'indicator-table')
      for (const id of block.indicators) found.add(id)
    for (const inlines of inlinesIn(block))
      for (const inline of allInlines(inlines))
        if (inline.kind === 'value' || inline.kind === 'tied-value') found.add(inline.indicator)
  }
  return found
}

function targetsIn(section: Section): ReadonlySet<string> {
  const found = new Set<string>()
  for (const block of allBlocks(section.blocks))
    for (const inlines of inlinesIn(block))
      for (const inline of allInlines(inlines))
        if (inline.kind === 'reference') for (const id of inline.targets) found.add(id)
  return found
}

function add(map: Map<string, string[]>, id: string, heading: string): void {
  const known = map.get(id) ?? []
  if (!known.includes(heading)) known.push(heading)
  map.set(id, known)
}
