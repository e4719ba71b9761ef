import type { Command } from '../command.ts'
import { awardOption } from './options.ts'

export const score: Command = {
  name: 'score',
  usage: { 'zh-CN': 'ziping score [选项]', en: 'ziping score [options]' },
  summary: {
    'zh-CN': '自评打分（data/scores.yaml）：按条款、类目折算得分，列出还没有打分的',
    en: 'self-scores (data/scores.yaml) by clause, category and total; what is not scored yet',
  },
  arguments: 0,
  options: [
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
        'zh-CN': '写入文件（xlsx 缺省为 dist/自评打分.xlsx）',
        en: 'write to a file (xlsx: dist/自评打分.xlsx)',
      },
    },
    awardOption,
  ],
  examples: ['ziping score', 'ziping score --format xlsx'],
  async run(invocation, context) {
    const { runScore } = await import('./run-score.ts')
    return runScore(invocation, context)
  },
}
