import type { Command } from '../command.ts'

export const init: Command = {
  name: 'init',
  usage: { 'zh-CN': 'ziping init [文件夹] --award 奖项', en: 'ziping init [DIR] --award ID' },
  summary: {
    'zh-CN': '新建申报工程：每个条款和要求的提纲、申报表各栏、数据文件',
    en: 'a new workspace: an outline of every clause, the form, the data files',
  },
  arguments: 1,
  options: [
    {
      name: 'award',
      value: 'ID',
      help: { 'zh-CN': '奖项，见 ziping awards', en: 'the award, see ziping awards' },
    },
    {
      name: 'year',
      value: 'YYYY',
      help: {
        'zh-CN': '申报年度（奖项没有写明年度时）',
        en: 'the year, where the award gives none',
      },
    },
  ],
  examples: [
    'ziping init 我的申报 --award nantong-org-2020',
    'ziping init --award wuhan-person-manager --year 2022',
  ],
  async run(invocation, context) {
    const { runInit } = await import('./run-init.ts')
    return runInit(invocation, context)
  },
}
