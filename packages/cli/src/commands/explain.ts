import type { Command } from '../command.ts'
import { awardOption, teamRulesOption } from './options.ts'

export const explain: Command = {
  name: 'explain',
  usage: { 'zh-CN': 'ziping explain 规则', en: 'ziping explain RULE' },
  summary: {
    'zh-CN': '说明一条检查规则：为什么、依据、可调的设置、正反两面的例子',
    en: 'why a rule exists, its source, its settings, good and bad examples',
  },
  arguments: 1,
  options: [awardOption, teamRulesOption],
  examples: ['ziping explain clause-missing'],
  async run(invocation, context) {
    const { runExplain } = await import('./run-explain.ts')
    return runExplain(invocation, context)
  },
}
