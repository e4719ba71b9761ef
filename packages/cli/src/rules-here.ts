import { type Award, loadAward } from '@ziping/award'
import { type RuleSetting, ruleSettings, rules, settleRules } from '@ziping/lint'
import { type DataFile, findWorkspace, readWorkspace } from '@ziping/report'
import { type Invocation, textOption } from './command.ts'
import type { Context } from './context.ts'
import { checkChosen, chooseRules } from './lint/choose-rules.ts'
import { allowsTeamRules } from './lint/lint-options.ts'
import { noteNotRun, teamRulesHere } from './lint/team-rules.ts'
import { chooseAward, workspaceHere } from './open-workspace.ts'

/** The rules as they apply where the command works. */
export interface RulesHere {
  readonly award: Award
  readonly settings: readonly RuleSetting[]
  /** Where ziping.yaml sets a rule or one of its options, if it does. */
  readonly config?: DataFile
}

/** Outside a workspace, a named award is enough. */
export async function rulesHere(invocation: Invocation, context: Context): Promise<RulesHere> {
  const asked = textOption(invocation, 'award')
  const severities = chooseRules(invocation)
  if (asked !== undefined && findWorkspace(context.cwd) === undefined) {
    const award = await loadAward(asked)
    const settings = settleRules(rules, award, {}, severities)
    checkChosen(severities, [{ settings, notRun: [] }])
    return { award, settings }
  }
  const workspace = readWorkspace(workspaceHere(context))
  const award = await chooseAward(workspace, asked)
  const team = await teamRulesHere(workspace, allowsTeamRules(invocation))
  noteNotRun(team.notRun, context)
  const { configFile: config } = workspace
  const all = [...rules, ...team.rules]
  const settings = settleRules(all, award, ruleSettings(config), severities)
  checkChosen(severities, [{ settings, notRun: team.notRun }])
  return { award, settings, config }
}
