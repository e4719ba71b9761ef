import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Machine } from '../machine.ts'

/** Where programs that print may stand, best first; whether they do is for the caller to see. */
export function browserPlaces(machine: Machine): readonly string[] {
  return [
    ...puppeteerCache(machine, 'chrome-headless-shell'),
    ...onPath(machine, ['chromium-headless-shell', 'chrome-headless-shell', 'headless_shell']),
    ...puppeteerCache(machine, 'chrome'),
    ...standardPlaces(machine),
    ...onPath(machine, namesOnPath),
  ]
}

const namesOnPath = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/** What `npx puppeteer browsers install` and our own fetching by @puppeteer/browsers leave: kind/platform-version/… */
function puppeteerCache(machine: Machine, kind: string): readonly string[] {
  const chosen = machine.env['PUPPETEER_CACHE_DIR']
  const root = chosen ?? path.join(machine.home, '.cache', 'puppeteer')
  return installedBuilds(path.join(root, kind), machine)
}

/** The programs below a folder of builds, newest first. */
export function installedBuilds(folder: string, machine: Machine): readonly string[] {
  const byVersion = (a: string, b: string) =>
    b.localeCompare(a, 'en', { numeric: true, sensitivity: 'base' })
  return names(folder)
    .toSorted(byVersion)
    .flatMap((build) =>
      names(path.join(folder, build)).map((inner) => path.join(folder, build, inner)),
    )
    .flatMap((home) => programsIn(home, machine))
}

function programsIn(home: string, { platform }: Machine): readonly string[] {
  if (platform === 'win32')
    return ['chrome-headless-shell.exe', 'chrome.exe'].map((name) => path.join(home, name))
  if (platform === 'darwin')
    return [
      path.join(home, 'chrome-headless-shell'),
      path.join(home, 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'),
    ]
  return ['chrome-headless-shell', 'chrome'].map((name) => path.join(home, name))
}

function standardPlaces({ platform, env, home }: Machine): readonly string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => env[name])
    return ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].flatMap((product) =>
      roots
        .filter((root) => root !== undefined)
        .map((root) => path.win32.join(root, product, 'Application', programOf(product))),
    )
  }
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((product) =>
      ['/Applications', path.join(home, 'Applications')].map(
        (root) => `${root}/${product}.app/Contents/MacOS/${product}`,
      ),
    )
  return [
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
    '/usr/lib/chromium-browser/chromium-browser',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ]
}

function programOf(product: string): string {
  return product.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'
}

function onPath({ env, platform }: Machine, programs: readonly string[]): readonly string[] {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const folders = (env[name] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const suffix = platform === 'win32' ? '.exe' : ''
  return programs.flatMap((program) =>
    folders.map((folder) => path.join(folder, `${program}${suffix}`)),
  )
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
