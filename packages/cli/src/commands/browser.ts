import type { Command } from '../command.ts'

export const browser: Command = {
  name: 'browser',
  usage: {
    'zh-CN': 'ziping browser · ziping browser install [--mirror 地址]',
    en: 'ziping browser · ziping browser install [--mirror URL]',
  },
  summary: {
    'zh-CN': '查看或下载打印 PDF 用的浏览器',
    en: 'see or fetch the browser that prints PDF',
  },
  arguments: 1,
  options: [
    {
      name: 'mirror',
      value: 'URL',
      help: {
        'zh-CN': 'Windows、macOS 上下载 Chrome 的镜像地址（Linux 走 npm 的设置）',
        en: 'mirror of Chrome downloads for Windows and macOS (on Linux npm’s settings count)',
      },
    },
  ],
  examples: ['ziping browser', 'ziping browser install'],
  async run(invocation, context) {
    const { runBrowser } = await import('./run-browser.ts')
    return runBrowser(invocation, context)
  },
}
