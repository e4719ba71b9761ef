import type { Command } from '../command.ts'
import { awardOption, teamRulesOption } from './options.ts'

export const check: Command = {
  name: 'check',
  usage: { 'zh-CN': 'ziping check [选项]', en: 'ziping check [options]' },
  summary: {
    'zh-CN': '报送前的全部检查：每项材料、申报条件、证明、图片、签章、时间',
    en: 'everything before handing in: documents, conditions, evidence, pictures, signatures, dates',
  },
  arguments: 0,
  options: [
    { name: 'json', help: { 'zh-CN': '以 JSON 输出', en: 'print JSON' } },
    {
      name: 'html',
      value: 'FILE',
      help: { 'zh-CN': '写成一页，供例会打印', en: 'write a page for the project meeting' },
    },
    {
      name: 'pdf',
      help: {
        'zh-CN': '印成 dist/报送前检查.pdf',
        en: 'print it as dist/报送前检查.pdf',
      },
    },
    {
      name: 'after',
      help: { 'zh-CN': '列出报送之后的义务', en: 'list the duties after handing in' },
    },
    {
      name: 'date',
      value: 'YYYY-MM-DD',
      help: {
        'zh-CN': '以这一天为准，缺省为报送日期或截止日期',
        en: 'the date of reference; the filing date or deadline without it',
      },
    },
    {
      name: 'browser',
      value: 'FILE',
      help: {
        'zh-CN': '用哪个浏览器印 PDF，缺省自动寻找',
        en: 'the browser that prints; found by itself without it',
      },
    },
    teamRulesOption,
    awardOption,
  ],
  examples: ['ziping check', 'ziping check --html 例会.html', 'ziping check --after'],
  async run(invocation, context) {
    const { runCheck } = await import('./run-check.ts')
    return runCheck(invocation, context)
  },
}
