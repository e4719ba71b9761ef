import type { Command } from '../command.ts'
import { awardOption } from './options.ts'

export const data: Command = {
  name: 'data',
  usage: {
    'zh-CN': 'ziping data template [文件.xlsx] · ziping data diff 文件.xlsx',
    en: 'ziping data template [FILE.xlsx] · ziping data diff FILE.xlsx',
  },
  summary: {
    'zh-CN': '指标的 Excel 样表；新的一份与现有数据差在哪里、牵动哪些句子、表、图和申报表',
    en: 'indicators as a workbook; what a new one changes, and which sentences, tables, cells it touches',
  },
  arguments: 2,
  options: [
    { name: 'json', help: { 'zh-CN': '以 JSON 输出结果', en: 'print the result as JSON' } },
    awardOption,
  ],
  examples: ['ziping data template 指标.xlsx', 'ziping data diff 财务部交来.xlsx'],
  async run(invocation, context) {
    const { runData } = await import('./run-data.ts')
    return runData(invocation, context)
  },
}
