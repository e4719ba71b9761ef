import { type Invocation, textOption } from '../command.ts'
import type { Context } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { rulesAsJson, rulesAsTable } from '../print/rules.ts'
import { rulesHere } from '../rules-here.ts'

export async function runRules(invocation: Invocation, context: Context): Promise<ExitCode> {
  const { settings, config } = await rulesHere(invocation, context)
  context.out(
    textOption(invocation, 'format') === 'json'
      ? JSON.stringify(rulesAsJson(settings), null, 2)
      : rulesAsTable(settings, config, context),
  )
  return exitCodes.fine
}
