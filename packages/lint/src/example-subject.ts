import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Award, type Clause, type LengthLimit, loadAward } from '@ziping/award'
import { loadCodeLists } from '@ziping/forms'
import { checkData, type Overlay, openReport, readWorkspace } from '@ziping/report'
import type { Example, Rule } from './define-rule.ts'
import { createSubject, type LintSubject } from './subject.ts'
import { type HeldFiles, WorkspaceFiles } from './workspace-files.ts'

/** The chapter an example is, where it is one text. */
export const exampleChapter = 'report/1.md'

const exampleSource: LengthLimit['src'] = { certainty: 'external', doc: 'example' }

/** The workspace of an example: the demonstration award with the files the example gives. */
export async function exampleSubject(rule: Rule, example: Example): Promise<LintSubject> {
  const demo = await loadAward(example.award ?? 'demo')
  const limits = example.limits?.map(
    (limit): LengthLimit => ({
      ...limit,
      src: exampleSource,
    }),
  )
  const award: Award = {
    ...(rule.clauses === undefined ? demo : withClauses(demo, rule.clauses)),
    ...(limits === undefined ? {} : { limits }),
  }
  const files =
    typeof example.report === 'string' ? { [exampleChapter]: example.report } : example.report
  const root = mkdtempSync(path.join(tmpdir(), 'ziping-example-'))
  try {
    const overlay = new Map(
      Object.entries({ 'ziping.yaml': `award: ${demo.id}\nyear: 2020\n`, ...files }),
    )
    const workspace = readWorkspace(root, { overlay })
    return createSubject(workspace, openReport(workspace, award), await loadCodeLists(award), {
      found: [...workspace.findings, ...(await checkData(workspace))],
      files: new WorkspaceFiles(root, heldFiles(overlay, example.pictures)),
    })
  } finally {
    rmSync(root, { recursive: true })
  }
}

function heldFiles(texts: Overlay, pictures: Example['pictures'] = {}): HeldFiles {
  const encoder = new TextEncoder()
  return new Map([
    ...[...texts].map(([file, text]) => [file, encoder.encode(text)] as const),
    ...Object.entries(pictures).map(([file, size]) => [file, pngHeader(...size)] as const),
  ])
}

/** As much of a PNG as tells its size. */
function pngHeader(width: number, height: number): Uint8Array {
  const header = new DataView(new ArrayBuffer(24))
  for (const [index, word] of [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, width, height].entries())
    header.setUint32(index * 4, word)
  return new Uint8Array(header.buffer)
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
