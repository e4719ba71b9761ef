import type { Command } from '../command.ts'
import { awardOption } from './options.ts'

export const form: Command = {
  name: 'form',
  usage: {
    'zh-CN': 'ziping form map [文件.docx] · ziping form fill [文件.docx]',
    en: 'ziping form map [FILE.docx] · ziping form fill [FILE.docx]',
  },
  summary: {
    'zh-CN': '把数据填进受理机构发布的 Word 申报表；map 只列出每项填到哪一格',
    en: "fill the office's own Word form; map only shows which value goes where",
  },
  arguments: 2,
  options: [
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      help: { 'zh-CN': '填好的文件（缺省在 dist 里）', en: 'the filled file (in dist by default)' },
    },
    { name: 'json', help: { 'zh-CN': '以 JSON 输出结果', en: 'print the result as JSON' } },
    awardOption,
  ],
  examples: ['ziping form map 申报表.docx', 'ziping form fill'],
  async run(invocation, context) {
    const { runForm } = await import('./run-form.ts')
    return runForm(invocation, context)
  },
}
