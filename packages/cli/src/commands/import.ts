import type { Command } from '../command.ts'
import { awardOption } from './options.ts'

export const importReport: Command = {
  name: 'import',
  usage: { 'zh-CN': 'ziping import 文件.docx [选项]', en: 'ziping import FILE.docx [options]' },
  summary: {
    'zh-CN': '把 Word、WPS 写的报告按条款分成章节，并说明哪些内容没有带入',
    en: 'a report from Word or WPS as chapters by clause; says what could not be carried over',
  },
  arguments: 1,
  options: [
    {
      name: 'into',
      value: 'DIR',
      help: { 'zh-CN': '写入另一个文件夹，不动申报工程里的文件', en: 'write into another folder' },
    },
    {
      name: 'force',
      help: { 'zh-CN': '覆盖已有的章节', en: 'replace chapters that are there already' },
    },
    { name: 'json', help: { 'zh-CN': '以 JSON 输出结果', en: 'print the result as JSON' } },
    awardOption,
  ],
  examples: ['ziping import 去年的自评报告.docx', 'ziping import 自评报告.docx --into 草稿'],
  async run(invocation, context) {
    const { runImport } = await import('./run-import.ts')
    return runImport(invocation, context)
  },
}
