import type { Command } from '../command.ts'
import { awardOption, browserOption, dateOption, jsonOption, teamRulesOption } from './options.ts'

export const check: Command = {
  name: 'check',
  usage: { 'zh-CN': 'ziping check [选项]', en: 'ziping check [options]' },
  summary: {
    'zh-CN': '报送前的全部检查：每项材料、申报条件、证明、图片、签章、时间',
    en: 'everything before handing in: documents, conditions, evidence, pictures, signatures, dates',
  },
  arguments: 0,
  options: [
    jsonOption,
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
    dateOption,
    browserOption,
    teamRulesOption,
    awardOption,
  ],
  examples: ['ziping check', 'ziping check --html 例会.html', 'ziping check --after'],
  async run(invocation, context) {
    const { runCheck } = await import('./run-check.ts')
    return runCheck(invocation, context)
  },
}
