import type { Command } from '../command.ts'
import { awardOption, jsonOption } from './options.ts'

export const verify: Command = {
  name: 'verify',
  usage: {
    'zh-CN': 'ziping verify [文件…] [选项]',
    en: 'ziping verify [files…] [options]',
  },
  summary: {
    'zh-CN': '打开印好的 PDF 和 Word，逐项核对通知规定的版式',
    en: 'open finished PDF and Word files and check them against the notice',
  },
  arguments: Number.POSITIVE_INFINITY,
  options: [
    {
      name: 'as',
      value: 'report',
      help: {
        'zh-CN': '这些文件是什么材料：report、overview、form、book……，缺省按文件名认',
        en: 'what the files are: report, overview, form, book …; told by their names without it',
      },
    },
    jsonOption,
    awardOption,
  ],
  examples: [
    'ziping verify',
    'ziping verify dist/申报书.pdf',
    'ziping verify 送来的报告.docx --as report --award nantong-org-2020',
  ],
  async run(invocation, context) {
    const { runVerify } = await import('./run-verify.ts')
    return runVerify(invocation, context)
  },
}
