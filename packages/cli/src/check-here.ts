import { type CheckReport, checkWorkspace } from '@ziping/check'
import { checkEvidenceFiles, checkFormImages, checkPhotos } from '@ziping/evidence'
import { checkConfirmations } from '@ziping/forms'
import type { Invocation } from './command.ts'
import { type Context, say } from './context.ts'
import { lintOptions } from './lint/lint-options.ts'
import { type JudgedWorkspace, lintWorkspace } from './lint/lint-workspace.ts'
import { workspaceHere } from './open-workspace.ts'
import { truncate } from './print/width.ts'

export interface CheckedWorkspace {
  readonly linted: JudgedWorkspace
  readonly report: CheckReport
}

/** Lints the workspace around the folder the command works in, opens its files, and checks what handing in asks for. */
export async function checkHere(
  invocation: Invocation,
  context: Context,
): Promise<CheckedWorkspace> {
  const { choices } = lintOptions(invocation)
  const linted = await lintWorkspace(workspaceHere(context), choices, { invocation, context })
  const { workspace, award, subject, findings } = linted
  const { evidence, form } = subject
  const files = [
    ...checkConfirmations(award, workspace, subject.date),
    ...(await checkEvidenceFiles({ workspace, award, evidence, onFile: showFile(context) })),
    ...(await checkPhotos({ workspace, award })),
    ...(await checkFormImages({ workspace, award }, form)),
  ]
  return { linted, report: checkWorkspace(subject, findings, files) }
}

/** Opening hundreds of scans takes a while: one line says where it is, on a terminal only. */
function showFile(context: Context): (file: string, index: number, count: number) => void {
  if (!context.isScreen) return () => undefined
  let before = ''
  return (file, index, count) => {
    const words = say(context, '查看证实性材料', 'opening evidence')
    context.note(`${before}${words} ${index}/${count}：${truncate(file, 50)}`)
    before = '\u001B[1A\u001B[2K'
  }
}
