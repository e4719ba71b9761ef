import type { Command } from '../command.ts'

export const fonts: Command = {
  name: 'fonts',
  usage: {
    'zh-CN': 'ziping fonts · ziping fonts install',
    en: 'ziping fonts · ziping fonts install',
  },
  summary: {
    'zh-CN': '查看或下载打印用的宋体、黑体、楷体',
    en: 'see or fetch the fonts to print with',
  },
  arguments: 1,
  options: [],
  examples: ['ziping fonts', 'ziping fonts install'],
  async run(invocation, context) {
    const { runFonts } = await import('./run-fonts.ts')
    return runFonts(invocation, context)
  },
}
