import type { Command } from '../command.ts'

export const awards: Command = {
  name: 'awards',
  usage: {
    'zh-CN': 'ziping awards · ziping awards show 奖项 · ziping awards check 文件',
    en: 'ziping awards · ziping awards show ID · ziping awards check FILE',
  },
  summary: {
    'zh-CN': '列出、查看奖项方案，检查自己编写的奖项文件',
    en: 'list and read awards, check an award file',
  },
  arguments: 2,
  options: [
    {
      name: 'format',
      value: 'text|json',
      choices: ['text', 'json'],
      help: { 'zh-CN': '输出格式', en: 'output format' },
    },
  ],
  examples: [
    'ziping awards',
    'ziping awards show wuhan-person-manager',
    'ziping awards check 我市/award.yaml',
  ],
  async run(invocation, context) {
    const { runAwards } = await import('./run-awards.ts')
    return runAwards(invocation, context)
  },
}
