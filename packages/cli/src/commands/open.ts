import type { Command } from '../command.ts'
import { awardOption } from './options.ts'

export const open: Command = {
  name: 'open',
  usage: { 'zh-CN': 'ziping open [选项]', en: 'ziping open [options]' },
  summary: {
    'zh-CN': '数据中还“待查”的内容：谁、何时、查什么',
    en: 'what is still open (待查) in the data: who finds out what until when',
  },
  arguments: 0,
  options: [
    {
      name: 'xlsx',
      value: 'FILE',
      help: {
        'zh-CN': '写成工作簿，供分发填写',
        en: 'write a workbook to send round',
      },
    },
    { name: 'json', help: { 'zh-CN': '以 JSON 输出结果', en: 'print the result as JSON' } },
    awardOption,
  ],
  examples: ['ziping open', 'ziping open --xlsx 待查.xlsx'],
  async run(invocation, context) {
    const { runOpen } = await import('./run-open.ts')
    return runOpen(invocation, context)
  },
}
