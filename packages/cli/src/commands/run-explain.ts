import { failure, wording } from '@ziping/diagnostics'
import {
  laterRule,
  laterRules,
  type RuleSetting,
  rules,
  runExample,
  settleRules,
} from '@ziping/lint'
import { findWorkspace } from '@ziping/report'
import { type Invocation, textOption } from '../command.ts'
import type { Context } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { knownRule } from '../lint/choose-rules.ts'
import { showLaterRule } from '../print/later-rule.ts'
import { type ExplainedRule, showRule } from '../print/rule.ts'
import { type RulesHere, rulesHere } from '../rules-here.ts'

const whichRule = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: '没有写明要说明哪条规则',
    advice: '例如 ziping explain clause-missing；全部规则见 ziping rules',
  }),
  en: () => ({
    message: 'Which rule?',
    advice: 'e.g. ziping explain clause-missing; see ziping rules for all',
  }),
})

export async function runExplain(invocation: Invocation, context: Context): Promise<ExitCode> {
  const [typed] = invocation.positionals
  if (typed === undefined) throw failure('usage', whichRule, {})
  const later = laterRule(typed)
  if (later !== undefined) {
    context.out(showLaterRule(later, context))
    return exitCodes.fine
  }
  const { award, settings } = await applied(invocation, context)
  const id = knownRule(typed, [
    ...settings.map(({ rule }) => rule.id),
    ...laterRules.map((one) => one.id),
  ])
  const setting = settings.find(({ rule }) => rule.id === id)
  if (setting === undefined) throw new Error(`rule ${id} has no setting`)
  const explained: ExplainedRule = {
    setting,
    source: award?.rules[id]?.src,
    examples: await Promise.all(
      setting.rule.examples.map(async (example) => ({
        example,
        findings: await runExample(setting.rule, example),
      })),
    ),
  }
  context.out(showRule(explained, context))
  return exitCodes.fine
}

/** Where there is no workspace and no award was named, the rules speak for themselves. */
async function applied(
  invocation: Invocation,
  context: Context,
): Promise<Partial<RulesHere> & { readonly settings: readonly RuleSetting[] }> {
  const alone = textOption(invocation, 'award') === undefined && !findWorkspace(context.cwd)
  return alone ? { settings: ownSettings() } : rulesHere(invocation, context)
}

function ownSettings(): readonly RuleSetting[] {
  return settleRules(rules, { rules: {} }, {}, {})
}
