import { existsSync } from 'node:fs'
import path from 'node:path'
import { installedBuilds } from '../browser/browser-places.ts'
import type { FoundBrowser } from '../browser/found-browser.ts'
import type { Machine } from '../machine.ts'
import { chromiumPin } from './pins.ts'

/** Where the browser fetched as an npm package lies; the pin is in the name, so that a new one takes a new folder. */
export function installedChromiumFolder(machine: Machine): string {
  return path.join(machine.cacheFolder, `chromium-${chromiumPin.version}`)
}

/** Where `@puppeteer/browsers` puts what it fetches for us. */
export function downloadedBrowsersFolder(machine: Machine): string {
  return path.join(machine.cacheFolder, 'browsers')
}

/** The browser that `browser install` fetched, if it did. */
export function installedBrowser(machine: Machine): FoundBrowser | undefined {
  const folder = installedChromiumFolder(machine)
  const shell = path.join(folder, 'chromium')
  if (machine.platform === 'linux' && existsSync(shell))
    return {
      executable: shell,
      source: 'installed',
      headlessShell: true,
      env: {
        LD_LIBRARY_PATH: path.join(folder, 'lib'),
        FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      },
    }
  const builds = path.join(downloadedBrowsersFolder(machine), 'chrome-headless-shell')
  const downloaded = installedBuilds(builds, machine).find((file) => existsSync(file))
  if (downloaded === undefined) return undefined
  return { executable: downloaded, source: 'installed', headlessShell: true, env: {} }
}
