import type { Command } from '../command.ts'
import { awardOption, browserOption, dateOption, jsonOption, teamRulesOption } from './options.ts'

export const build: Command = {
  name: 'build',
  usage: {
    'zh-CN': 'ziping build [材料…] [选项]',
    en: 'ziping build [documents…] [options]',
  },
  summary: {
    'zh-CN': '把材料印成 PDF 和 Word，放进 dist/',
    en: 'print the documents as PDF and Word into dist/',
  },
  arguments: Number.POSITIVE_INFINITY,
  options: [
    {
      name: 'format',
      value: 'docx,pdf',
      help: {
        'zh-CN': '要哪几种文件，缺省为 docx,pdf',
        en: 'which files to make; docx,pdf by default',
      },
    },
    {
      name: 'draft',
      help: {
        'zh-CN': '有错误也照印：每页印“草稿”，留出批改的宽边',
        en: 'print in spite of errors, marked as a draft, with a wide margin',
      },
    },
    {
      name: 'label',
      value: '第2稿',
      help: { 'zh-CN': '草稿的稿次', en: 'what to call the draft' },
    },
    dateOption,
    browserOption,
    {
      name: 'watch',
      help: {
        'zh-CN': '材料一有修改就重印改了的那几份，按 Ctrl-C 结束',
        en: 'print anew what changed whenever a file changes, until Ctrl-C',
      },
    },
    jsonOption,
    teamRulesOption,
    awardOption,
  ],
  examples: [
    'ziping build',
    'ziping build report --format docx',
    'ziping build --draft --label 第2稿',
  ],
  async run(invocation, context) {
    const { runBuild } = await import('./run-build.ts')
    return runBuild(invocation, context)
  },
}
