import type { Command } from '../command.ts'
import { awardOption, teamRulesOption } from './options.ts'

export const lsp: Command = {
  name: 'lsp',
  usage: { 'zh-CN': 'ziping lsp --stdio', en: 'ziping lsp --stdio' },
  summary: {
    'zh-CN': '语言服务器：编辑器由此边写边查、补全、跳转、改名',
    en: 'language server: findings while typing, completion, navigation, rename in an editor',
  },
  arguments: 0,
  options: [
    {
      name: 'stdio',
      help: {
        'zh-CN': '经标准输入输出与编辑器通信',
        en: 'speak with the editor over standard input and output',
      },
    },
    teamRulesOption,
    awardOption,
  ],
  examples: ['ziping lsp --stdio'],
  async run(invocation, context) {
    const { runLsp } = await import('./run-lsp.ts')
    return runLsp(invocation, context)
  },
}
