import type { Command } from '../command.ts'
import { awardOption } from './options.ts'

export const photos: Command = {
  name: 'photos',
  usage: {
    'zh-CN': 'ziping photos · ziping photos install',
    en: 'ziping photos · ziping photos install',
  },
  summary: {
    'zh-CN': '检查随光盘报送的图片和申报表的照片；下载图片转换程序',
    en: 'check the pictures for the disc and the form; fetch their converter',
  },
  arguments: 1,
  options: [
    { name: 'json', help: { 'zh-CN': '以 JSON 输出结果', en: 'print the result as JSON' } },
    awardOption,
  ],
  examples: ['ziping photos', 'ziping photos install'],
  async run(invocation, context) {
    const { runPhotos } = await import('./run-photos.ts')
    return runPhotos(invocation, context)
  },
}
