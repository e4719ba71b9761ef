import { type Award, loadAward } from '@ziping/award'
import { type RuleSetting, rules, settleRules } from '@ziping/lint'
import { findWorkspace, readWorkspace } from '@ziping/report'
import { type Invocation, textOption } from './command.ts'
import type { Context } from './context.ts'
import { chooseRules } from './lint/choose-rules.ts'
import { rulesOf } from './lint/lint-workspace.ts'
import { chooseAward, workspaceHere } from './open-workspace.ts'

/** The rules as they apply where the command works. */
export interface RulesHere {
  readonly award: Award
  readonly settings: readonly RuleSetting[]
}

/** Outside a workspace, a named award is enough. */
export async function rulesHere(invocation: Invocation, context: Context): Promise<RulesHere> {
  const asked = textOption(invocation, 'award')
  const severities = chooseRules(invocation)
  if (asked !== undefined && findWorkspace(context.cwd) === undefined) {
    const award = await loadAward(asked)
    return { award, settings: settleRules(rules, award, {}, severities) }
  }
  const workspace = readWorkspace(workspaceHere(context))
  const award = await chooseAward(workspace, asked)
  return { award, settings: settleRules(rules, award, rulesOf(workspace), severities) }
}
