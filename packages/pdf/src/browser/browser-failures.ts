import { type Failure, failure, type Wording, wording } from '@ziping/diagnostics'

/** Chromium prints margin boxes from this version on; without them a book has no page numbers. */
export const minimumVersion = 131

const missing = wording<{ readonly asked: string | undefined }>({
  'zh-CN': ({ asked }) => ({
    message:
      asked === undefined ? '没有找到可用于打印 PDF 的浏览器' : `指定的浏览器不存在：${asked}`,
    advice:
      asked === undefined
        ? '运行 ziping browser install，或安装 Chrome、Edge、Chromium，或用环境变量 ZIPING_BROWSER 指明其位置'
        : '改正 ZIPING_BROWSER（或相应选项）中的路径；去掉它则自动查找',
  }),
  en: ({ asked }) => ({
    message:
      asked === undefined
        ? 'No browser was found that could print PDF'
        : `The browser named does not exist: ${asked}`,
    advice:
      asked === undefined
        ? 'Run ziping browser install, or install Chrome, Edge or Chromium, or name one in ZIPING_BROWSER'
        : 'Correct the path in ZIPING_BROWSER (or the option); without it one is looked for',
  }),
})

const notStarted = wording<{ readonly program: string; readonly reason: string }>({
  'zh-CN': ({ program, reason }) => ({
    message: `浏览器无法启动：${program}（${reason}）`,
    advice: waysOut[obstacleIn(reason)][0],
  }),
  en: ({ program, reason }) => ({
    message: `The browser does not start: ${program} (${reason})`,
    advice: waysOut[obstacleIn(reason)][1],
  }),
})

type Obstacle = 'sandbox' | 'space' | 'other'

/** Ubuntu since 23.10 allows a sandbox only to programs it knows; a browser in a cache folder is none of them. */
function obstacleIn(reason: string): Obstacle {
  // Not a program that stumbles over our own `--no-sandbox`.
  if (/(?<!--no-)sandbox/i.test(reason)) return 'sandbox'
  return /free space|No space|ENOSPC/i.test(reason) ? 'space' : 'other'
}

const waysOut: Readonly<Record<Obstacle, readonly [string, string]>> = {
  sandbox: [
    '系统不允许它的沙箱：请用系统的软件包安装 Chrome 或 Chromium，并用 ZIPING_BROWSER 指明；或请管理员允许非特权用户命名空间',
    'The system forbids its sandbox: install Chrome or Chromium as a package of the system and name it in ZIPING_BROWSER, or have unprivileged user namespaces allowed',
  ],
  space: [
    '临时文件夹的空间不足：清理磁盘，或用环境变量 TMPDIR 指定另一个文件夹',
    'The temporary folder is full: free some space, or name another folder in TMPDIR',
  ],
  other: [
    '运行 ziping browser install 另装一个，或用 ZIPING_BROWSER 指明另一个浏览器',
    'Run ziping browser install to get another, or name another one in ZIPING_BROWSER',
  ],
}

const tooOld = wording<{ readonly program: string; readonly version: string }>({
  'zh-CN': ({ program, version }) => ({
    message: `浏览器版本太旧：${program} 为 ${version}，打印页码至少需要 ${minimumVersion}`,
    advice: '更新该浏览器，或运行 ziping browser install',
  }),
  en: ({ program, version }) => ({
    message: `The browser is too old: ${program} is ${version}; page numbers need ${minimumVersion} or newer`,
    advice: 'Update it, or run ziping browser install',
  }),
})

const lost = wording<{ readonly program: string }>({
  'zh-CN': ({ program }) => ({
    message: `打印过程中浏览器意外退出：${program}`,
    advice:
      '请再运行一次；若再次发生，请腾出内存和临时文件夹的磁盘空间，或运行 ziping browser install 换用另一个浏览器',
  }),
  en: ({ program }) => ({
    message: `The browser quit while printing: ${program}`,
    advice:
      'Run again; if it recurs, free memory and space in the temporary folder, or get another browser: ziping browser install',
  }),
})

const timedOut = wording<{ readonly program: string; readonly seconds: number }>({
  'zh-CN': ({ seconds }) => ({
    message: `浏览器 ${seconds} 秒内没有完成打印`,
    advice: '请关闭其他占用电脑的程序后再运行；文件很大时可分册打印',
  }),
  en: ({ seconds }) => ({
    message: `The browser did not finish printing within ${seconds} seconds`,
    advice: 'Close what keeps the computer busy and run again; print a very large book in volumes',
  }),
})

const pageFailed = wording<{ readonly program: string; readonly reason: string }>({
  'zh-CN': ({ reason }) => ({
    message: `浏览器没能打印（${reason}）`,
    advice: '检查临时文件夹的磁盘空间后再运行一次；仍然失败时运行 ziping doctor',
  }),
  en: ({ reason }) => ({
    message: `The browser could not print (${reason})`,
    advice: 'Check the disk space of the temporary folder and run again; else run ziping doctor',
  }),
})

function maker<Values>(code: string, words: Wording<Values>) {
  return (values: Values, cause?: unknown): Failure => failure(code, words, values, { cause })
}

type Maker<Values> = (values: Values, cause?: unknown) => Failure

export const browserMissing: Maker<{ readonly asked: string | undefined }> = maker(
  'pdf/browser-missing',
  missing,
)
export const browserNotStarted: Maker<{ readonly program: string; readonly reason: string }> =
  maker('pdf/browser-not-started', notStarted)
export const browserTooOld: Maker<{ readonly program: string; readonly version: string }> = maker(
  'pdf/browser-too-old',
  tooOld,
)
export const browserLost: Maker<{ readonly program: string }> = maker('pdf/browser-lost', lost)
export const browserTimedOut: Maker<{ readonly program: string; readonly seconds: number }> = maker(
  'pdf/browser-timeout',
  timedOut,
)
export const browserFailed: Maker<{ readonly program: string; readonly reason: string }> = maker(
  'pdf/browser-failed',
  pageFailed,
)
