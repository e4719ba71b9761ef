import { loadCodeLists } from '@ziping/forms'
import { createSubject, type LintSubject } from '@ziping/lint'
import type { Invocation } from './command.ts'
import type { Context } from './context.ts'
import { parseWorkspace, workspaceHere } from './open-workspace.ts'

/** The workspace around the caller with its award, report and data, as the rules would see them. */
export async function subjectHere(invocation: Invocation, context: Context): Promise<LintSubject> {
  const parsed = await parseWorkspace(workspaceHere(context), invocation, context)
  const codes = await loadCodeLists(parsed.award)
  return createSubject(parsed.workspace, parsed.report, codes, { found: parsed.findings })
}
