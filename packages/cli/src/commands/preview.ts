import type { Command } from '../command.ts'
import { awardOption, dateOption, teamRulesOption } from './options.ts'

export const preview: Command = {
  name: 'preview',
  usage: { 'zh-CN': 'ziping preview [选项]', en: 'ziping preview [options]' },
  summary: {
    'zh-CN': '在浏览器里边写边看：页面、进度板、问题、指标、证据、申报表',
    en: 'watch the pages, the board and the findings in a browser while you write',
  },
  arguments: 0,
  options: [
    {
      name: 'port',
      value: 'N',
      help: {
        'zh-CN': '用哪个端口，缺省用上次的，已被占用就另挑一个',
        en: 'the port; without it the last one, or any free one',
      },
    },
    {
      name: 'open',
      help: {
        'zh-CN': '在系统的浏览器里打开',
        en: 'open it in the system’s browser',
      },
    },
    dateOption,
    {
      name: 'browser',
      value: 'FILE',
      help: {
        'zh-CN': '用哪个浏览器排版，缺省自动寻找',
        en: 'the browser that lays out the pages; found by itself without it',
      },
    },
    {
      name: 'json',
      help: {
        'zh-CN': '以 JSON 输出网址，供编辑器读取',
        en: 'print the address as JSON, for editors',
      },
    },
    teamRulesOption,
    awardOption,
  ],
  examples: ['ziping preview', 'ziping preview --open', 'ziping preview --port 4173'],
  async run(invocation, context) {
    const { runPreview } = await import('./run-preview.ts')
    return runPreview(invocation, context)
  },
}
