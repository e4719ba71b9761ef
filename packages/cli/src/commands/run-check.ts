import path from 'node:path'
import { type CheckedWorkspace, checkHere } from '../check-here.ts'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { checkAsHtml } from '../print/check-html.ts'
import { checkAsJson, dutiesAsJson } from '../print/check-json.ts'
import { checkAsText, dutiesAsText } from '../print/check-text.ts'
import { writeOutput, writeWhole } from '../write-output.ts'

/** Says of everything that is to be handed in how far it is. */
export async function runCheck(invocation: Invocation, context: Context): Promise<ExitCode> {
  const checked = await checkHere(invocation, context)
  const { report } = checked
  const { json, after, pdf } = invocation.options
  if (after === true) {
    context.out(
      json === true ? JSON.stringify(dutiesAsJson(report), null, 2) : dutiesAsText(report, context),
    )
    return exitCodes.fine
  }
  const file = textOption(invocation, 'html')
  if (file !== undefined) await writeOutput(checkAsHtml(report, context), file, context)
  if (pdf === true) await printCheck(checked, invocation, context)
  if (json === true) context.out(JSON.stringify(checkAsJson(report, context), null, 2))
  else if (file === undefined && pdf !== true)
    context.out(checkAsText(report, today(context), context))
  return report.hasErrors ? exitCodes.findings : exitCodes.fine
}

/** Only a person at a terminal is told what day it is: all else is the same whenever it is asked. */
function today({ isScreen }: Context): string | undefined {
  if (!isScreen) return undefined
  const now = new Date()
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

async function printCheck(
  { linted, report }: CheckedWorkspace,
  invocation: Invocation,
  context: Context,
): Promise<void> {
  const { printSheet } = await import('../print-sheet.ts')
  const html = checkAsHtml(report, context)
  const title = say(context, '报送前检查', 'Check before handing in')
  const bytes = await printSheet(html, title, linted, { invocation, context })
  const file = path.posix.join(linted.workspace.config.paths.dist, '报送前检查.pdf')
  writeWhole(path.join(linted.root, file), bytes)
  context.note(`${say(context, '已写入', 'Written: ')} ${file}`)
}
