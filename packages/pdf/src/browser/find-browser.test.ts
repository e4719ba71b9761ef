import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installedChromiumFolder } from '../install/installed-browser.ts'
import { type Machine, machineOf } from '../machine.ts'
import { browserPlaces } from './browser-places.ts'
import { findBrowser } from './find-browser.ts'

let folder: string
let machine: Machine
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-find-'))
  machine = machineOf({ HOME: folder, PATH: path.join(folder, 'bin') }, 'linux')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('findBrowser', () => {
  it('takes the one asked for, then ours, then the print-only shells, then the others', () => {
    const onPath = program('bin/google-chrome')
    expect(findBrowser(machine).source).toBe('system')
    const cached = program('.cache/puppeteer/chrome/linux-150.0.1/chrome-linux64/chrome')
    expect(findBrowser(machine).executable).toBe(cached)
    const shell = program('bin/chromium-headless-shell')
    expect(findBrowser(machine)).toMatchObject({ executable: shell, headlessShell: true })
    program(
      '.cache/puppeteer/chrome-headless-shell/linux-99.0.1/chrome-headless-shell-linux64/chrome-headless-shell',
    )
    const newest = program(
      '.cache/puppeteer/chrome-headless-shell/linux-150.0.1/chrome-headless-shell-linux64/chrome-headless-shell',
    )
    expect(findBrowser(machine).executable).toBe(newest)
    const ours = program(
      path.relative(folder, path.join(installedChromiumFolder(machine), 'chromium')),
    )
    expect(findBrowser(machine)).toMatchObject({ executable: ours, source: 'installed' })
    const asked = findBrowser({ ...machine, env: { ...machine.env, ZIPING_BROWSER: onPath } })
    expect(asked).toMatchObject({ executable: onPath, source: 'asked', headlessShell: false })
    expect(findBrowser(machine, cached).executable).toBe(cached)
  })

  it('does not fall back from a browser that was asked for and is not there', () => {
    program('bin/chromium-headless-shell')
    expect(() => findBrowser(machine, '/nowhere/chrome')).toThrow(
      expect.objectContaining({
        code: 'pdf/browser-missing',
        words: expect.objectContaining({
          'zh-CN': expect.objectContaining({ message: '指定的浏览器不存在：/nowhere/chrome' }),
        }),
      }),
    )
  })

  it.runIf(process.platform !== 'win32')('passes over what cannot be run', () => {
    chmodSync(program('bin/chromium-headless-shell'), 0o600)
    const chromium = program('bin/chromium')
    expect(browserPlaces(machine)).toContain(chromium)
    expect(findBrowser(machine).executable).not.toContain('headless')
  })
})

it('knows the standard places of Windows and macOS', () => {
  const windows = machineOf(
    {
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
      USERPROFILE: 'C:\\U',
    },
    'win32',
  )
  expect(browserPlaces(windows)).toEqual(
    expect.arrayContaining([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ]),
  )
  expect(browserPlaces(machineOf({ HOME: '/Users/a' }, 'darwin'))).toContain(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  )
})

function program(name: string): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, '#!/bin/sh\n', { mode: 0o755 })
  return file
}
