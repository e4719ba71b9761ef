import type { Command } from '../command.ts'
import { awardOption, ruleOption, teamRulesOption } from './options.ts'

export const rules: Command = {
  name: 'rules',
  usage: { 'zh-CN': 'ziping rules [选项]', en: 'ziping rules [options]' },
  summary: {
    'zh-CN': '这个申报工程适用哪些检查规则、轻重如何、由谁规定',
    en: 'the rules that apply to this workspace, how severe they are, and who says so',
  },
  arguments: 0,
  options: [
    {
      name: 'format',
      value: 'table|json',
      choices: ['table', 'json'],
      help: { 'zh-CN': '输出格式，缺省为 table', en: 'output format, table by default' },
    },
    ruleOption,
    teamRulesOption,
    awardOption,
  ],
  examples: ['ziping rules', 'ziping rules --award nantong-org-2020', 'ziping rules --format json'],
  async run(invocation, context) {
    const { runRules } = await import('./run-rules.ts')
    return runRules(invocation, context)
  },
}
