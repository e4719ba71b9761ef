import type { Command } from '../command.ts'
import { awardOption } from './options.ts'

export const coverage: Command = {
  name: 'coverage',
  usage: { 'zh-CN': 'ziping coverage [选项]', en: 'ziping coverage [options]' },
  summary: {
    'zh-CN': '条款、要求、评价维度是否都已作答，各部分用了多少字',
    en: 'which clauses, requirements and dimensions are answered, and how long the texts are',
  },
  arguments: 0,
  options: [
    { name: 'holes', help: { 'zh-CN': '只列缺项', en: 'list only what is missing' } },
    {
      name: 'format',
      value: 'table|json|html|xlsx',
      choices: ['table', 'json', 'html', 'xlsx'],
      help: { 'zh-CN': '输出格式，缺省为 table', en: 'output format, table by default' },
    },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      help: {
        'zh-CN': '写入文件（xlsx 缺省为 dist/作答情况.xlsx）',
        en: 'write to a file (xlsx: dist/作答情况.xlsx)',
      },
    },
    awardOption,
  ],
  examples: ['ziping coverage', 'ziping coverage --holes', 'ziping coverage --format xlsx'],
  async run(invocation, context) {
    const { runCoverage } = await import('./run-coverage.ts')
    return runCoverage(invocation, context)
  },
}
