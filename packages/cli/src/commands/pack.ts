import type { Command } from '../command.ts'
import { awardOption, browserOption, dateOption, jsonOption, teamRulesOption } from './options.ts'

export const pack: Command = {
  name: 'pack',
  usage: { 'zh-CN': 'ziping pack [选项]', en: 'ziping pack [options]' },
  summary: {
    'zh-CN': '把要报送的一切做成 dist/申报包：付印的书、光盘或上传文件、签章单、清单',
    en: 'make the parcel dist/申报包: books to print, disc or uploads, what to sign, a list',
  },
  arguments: 0,
  options: [
    {
      name: 'check',
      help: {
        'zh-CN': '只核对现有的申报包有没有被改动',
        en: 'only compare the present parcel with its manifest',
      },
    },
    dateOption,
    browserOption,
    jsonOption,
    teamRulesOption,
    awardOption,
  ],
  examples: ['ziping pack', 'ziping pack --check'],
  async run(invocation, context) {
    const { runPack } = await import('./run-pack.ts')
    return runPack(invocation, context)
  },
}
