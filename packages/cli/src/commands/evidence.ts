import type { Command } from '../command.ts'
import { awardOption } from './options.ts'

export const evidence: Command = {
  name: 'evidence',
  usage: {
    'zh-CN': 'ziping evidence · ziping evidence add 文件…',
    en: 'ziping evidence · ziping evidence add FILE…',
  },
  summary: {
    'zh-CN': '证实性材料：列出目录、有效期和引用处；add 登记新的文件',
    en: 'the evidence: index, expiry, who cites it; add registers files',
  },
  arguments: 1000,
  options: [
    {
      name: 'files',
      help: {
        'zh-CN': '逐个打开文件，查有没有加密、损坏、过大、看不清的',
        en: 'open every file: protected, damaged, huge, hardly legible?',
      },
    },
    { name: 'json', help: { 'zh-CN': '以 JSON 输出结果', en: 'print the result as JSON' } },
    awardOption,
  ],
  examples: ['ziping evidence', 'ziping evidence --files', 'ziping evidence add 证书.pdf 奖状.jpg'],
  async run(invocation, context) {
    const { runEvidence } = await import('./run-evidence.ts')
    return runEvidence(invocation, context)
  },
}
