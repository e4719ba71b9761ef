import type { Command } from '../command.ts'
import { tooManyWords } from '../usage.ts'
import { awardOption, teamRulesOption } from './options.ts'

export const explain: Command = {
  name: 'explain',
  usage: {
    'zh-CN': 'ziping explain 规则 · ziping explain form 栏目',
    en: 'ziping explain RULE · ziping explain form FIELD',
  },
  summary: {
    'zh-CN': '说明一条检查规则（为什么、依据、设置、例子），或申报表一栏的数从哪里来',
    en: 'why a rule exists, with its source and examples; or where a figure of the form comes from',
  },
  arguments: 2,
  options: [
    { name: 'json', help: { 'zh-CN': '申报表的一栏以 JSON 输出', en: 'a field as JSON' } },
    awardOption,
    teamRulesOption,
  ],
  examples: ['ziping explain clause-missing', 'ziping explain form t3.totalAssetContribution'],
  async run(invocation, context) {
    if (invocation.positionals[0] === 'form') {
      const { runExplainForm } = await import('./run-explain-form.ts')
      return runExplainForm(invocation, context)
    }
    const [, extra] = invocation.positionals
    if (extra !== undefined) throw tooManyWords(extra, explain)
    const { runExplain } = await import('./run-explain.ts')
    return runExplain(invocation, context)
  },
}
