import path from 'node:path'
import { scoreReport } from '@ziping/coverage'
import { defineFinding, type FindingMaker, wording } from '@ziping/diagnostics'
import { type Invocation, textOption } from '../command.ts'
import type { Context } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { parseWorkspace, workspaceHere } from '../open-workspace.ts'
import { showFindings } from '../print/findings.ts'
import { scoreAsJson, scoreAsTable } from '../print/score.ts'
import { writeOutput } from '../write-output.ts'

const unknownClause: FindingMaker<{ readonly key: string; readonly near: string | undefined }> =
  defineFinding({
    rule: 'data-invalid',
    messageId: 'unknown-clause',
    severity: 'error',
    words: wording<{ readonly key: string; readonly near: string | undefined }>({
      'zh-CN': ({ key, near }) => ({
        message: `“${key}”不是评分的条款，或已经打过分，没有计入`,
        advice: near === undefined ? '条款号见 ziping coverage' : `是不是 "${near}"？`,
      }),
      en: ({ key, near }) => ({
        message: `“${key}” is no scored clause, or scored already; it was not counted`,
        advice:
          near === undefined ? 'See ziping coverage for the clauses' : `Did you mean "${near}"?`,
      }),
    }),
  })

/** Shows the self-scores with the award's points. */
export async function runScore(invocation: Invocation, context: Context): Promise<ExitCode> {
  const { workspace, award, findings } = await parseWorkspace(
    workspaceHere(context),
    invocation,
    context,
  )
  const score = scoreReport(award, workspace.scores)
  const own = findings.filter(({ place }) => place.file === workspace.config.paths.scores)
  const told = [
    ...own,
    ...score.unknown.map(({ key, near, place }) => unknownClause(place, { key, near })),
  ]
  if (told.length > 0) context.note(`${showFindings(told, context)}\n`)
  const shown = { score, award, scores: workspace.config.paths.scores }
  const file = textOption(invocation, 'output')
  switch (textOption(invocation, 'format')) {
    case 'json':
      await writeOutput(JSON.stringify(scoreAsJson(shown), null, 2), file, context)
      break
    case 'html':
      await writeOutput(
        (await import('../print/score-html.ts')).scoreAsHtml(shown, context),
        file,
        context,
      )
      break
    case 'xlsx': {
      const usual = path.join(workspace.root, workspace.config.paths.dist, '自评打分.xlsx')
      await (await import('../print/score-xlsx.ts')).scoreAsXlsx(shown, file ?? usual, context)
      break
    }
    default:
      await writeOutput(scoreAsTable(shown, context), file, context)
  }
  return told.some(({ severity }) => severity === 'error') ? exitCodes.findings : exitCodes.fine
}
