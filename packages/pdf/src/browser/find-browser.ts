import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import { installedBrowser } from '../install/installed-browser.ts'
import type { Machine } from '../machine.ts'
import { browserMissing } from './browser-failures.ts'
import { browserPlaces } from './browser-places.ts'
import type { FoundBrowser } from './found-browser.ts'

/** The browser to print with: the one asked for, else ours, else the best one there. */
export function findBrowser(machine: Machine, asked?: string): FoundBrowser {
  const named = asked ?? machine.env['ZIPING_BROWSER']
  if (named !== undefined && named !== '') {
    const executable = path.resolve(named)
    if (!isProgram(executable)) throw browserMissing({ asked: named })
    return found(executable, 'asked')
  }
  const ours = installedBrowser(machine)
  if (ours !== undefined && isProgram(ours.executable)) return ours
  const executable = browserPlaces(machine).find(isProgram)
  if (executable === undefined) throw browserMissing({ asked: undefined })
  return found(executable, 'system')
}

function found(executable: string, source: 'asked' | 'system'): FoundBrowser {
  const headlessShell = /headless[-_]shell/.test(path.basename(executable))
  return { executable, source, headlessShell, env: {} }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
