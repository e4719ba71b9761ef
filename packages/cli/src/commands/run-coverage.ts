import { type Coverage, measureCoverage } from '@ziping/coverage'
import { type Invocation, textOption } from '../command.ts'
import type { Context } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { type OpenWorkspace, openWorkspace } from '../open-workspace.ts'
import { coverageAsJson } from '../print/coverage-json.ts'
import { coverageAsTable, holesAsText } from '../print/coverage-table.ts'
import { showFindings } from '../print/findings.ts'
import { writeOutput } from '../write-output.ts'

/** What a way of showing coverage needs. */
export interface ShownCoverage {
  readonly opened: OpenWorkspace
  readonly coverage: Coverage
}

export async function runCoverage(invocation: Invocation, context: Context): Promise<ExitCode> {
  const opened = await openWorkspace(invocation, context)
  if (opened.findings.length > 0) context.note(`${showFindings(opened.findings, context)}\n`)
  const shown: ShownCoverage = {
    opened,
    coverage: measureCoverage(opened.report, opened.resolver),
  }
  const holesOnly = invocation.options['holes'] === true
  const file = textOption(invocation, 'output')
  switch (textOption(invocation, 'format')) {
    case 'json':
      await writeOutput(
        JSON.stringify(coverageAsJson(shown, { holesOnly }), null, 2),
        file,
        context,
      )
      break
    case 'html':
      await writeOutput(
        (await import('../print/coverage-html.ts')).coverageAsHtml(shown, { holesOnly }, context),
        file,
        context,
      )
      break
    case 'xlsx':
      await (await import('../print/coverage-xlsx.ts')).coverageAsXlsx(shown, file, context)
      break
    default:
      await writeOutput(
        holesOnly ? holesAsText(shown, context) : coverageAsTable(shown, context),
        file,
        context,
      )
  }
  return opened.findings.some((finding) => finding.severity === 'error')
    ? exitCodes.findings
    : exitCodes.fine
}
