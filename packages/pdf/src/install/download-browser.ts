import type { Machine } from '../machine.ts'
import type { InstallOptions } from './install-browser.ts'
import { codeOf, installFailure, problemIn } from './install-failures.ts'
import { downloadedBrowsersFolder } from './installed-browser.ts'
import { chromeBuild } from './pins.ts'

/** Chrome's headless shell from Google's storage or a mirror of it, where no npm package carries one. */
export async function downloadBrowser(
  machine: Machine,
  { onProgress, mirror }: InstallOptions,
): Promise<void> {
  const what = `chrome-headless-shell ${chromeBuild}`
  const { Browser, install } = await import('@puppeteer/browsers')
  onProgress?.('fetching', what)
  try {
    await install({
      browser: Browser.CHROMEHEADLESSSHELL,
      buildId: chromeBuild,
      cacheDir: downloadedBrowsersFolder(machine),
      ...(mirror === undefined ? {} : { baseUrl: mirror }),
    })
  } catch (cause) {
    const text = `${codeOf(cause)} ${cause instanceof Error ? cause.message : ''}`
    const problem = problemIn(text)
    const isLocal = problem === 'space' || problem === 'permission'
    throw installFailure(what, isLocal ? problem : 'download', lastLine(text), cause)
  }
}

/** Where several ways were tried, the last says why. */
function lastLine(text: string): string {
  const line = text.split('\n').findLast((part) => part.trim() !== '') ?? ''
  return line.replace(/^\s*-\s*(?:\w+:\s*)?/, '').slice(0, 200)
}
