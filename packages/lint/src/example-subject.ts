import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Award, type Clause, loadAward } from '@ziping/award'
import { loadCodeLists } from '@ziping/forms'
import { openReport, readWorkspace } from '@ziping/report'
import type { Example, Rule } from './define-rule.ts'
import { createSubject, type LintSubject } from './subject.ts'

/** The chapter an example is, where it is one text. */
export const exampleChapter = 'report/1.md'

/** The workspace of an example: the demonstration award with the files the example gives. */
export async function exampleSubject(rule: Rule, example: Example): Promise<LintSubject> {
  const demo = await loadAward(example.award ?? 'demo')
  const award = rule.clauses === undefined ? demo : withClauses(demo, rule.clauses)
  const files =
    typeof example.report === 'string' ? { [exampleChapter]: example.report } : example.report
  const root = mkdtempSync(path.join(tmpdir(), 'ziping-example-'))
  try {
    const overlay = new Map(
      Object.entries({ 'ziping.yaml': `award: ${demo.id}\nyear: 2020\n`, ...files }),
    )
    const workspace = readWorkspace(root, { overlay })
    return createSubject(workspace, openReport(workspace, award), await loadCodeLists(award))
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** The demonstration award with other clauses: `1.1 使命`; those that begin with 7 are results. */
function withClauses(award: Award, headings: readonly string[]): Award {
  const clauses = headings.map((heading): Clause => {
    const [number = '', title = ''] = heading.split(' ')
    return {
      id: number,
      number,
      title,
      titles: [],
      aliases: [],
      kind: number.startsWith('7') ? 'result' : 'process',
      scored: true,
      points: 'not-specified',
      requirements: [],
      hints: [],
      guidance: [],
      topics: [],
      children: [],
    }
  })
  return { ...award, clauses }
}
