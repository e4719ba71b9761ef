// The environment in which scripts run: our Node, our pnpm, and nothing of the npm that may have called us.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pinnedProgram, pins, platform, root } from './checkout.mjs'
import { BootFailure } from './failure.mjs'
import { cleanEnvironment, foldersOnPath } from './npm.mjs'

/** The pinned pnpm; on a system without a pin the user's own. */
export function pnpmProgram() {
  const pin = pins.pnpm[platform]
  if (pin !== undefined) return pinnedProgram('pnpm', pin)
  const name = process.platform === 'win32' ? 'pnpm.exe' : 'pnpm'
  const own = foldersOnPath()
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file))
  if (own === undefined) throw noPnpm()
  return own
}

export function scriptEnvironment() {
  const pnpm = pnpmProgram()
  const variables = cleanEnvironment()
  const pathName = Object.keys(variables).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const ours = [
    path.dirname(process.execPath),
    path.dirname(pnpm),
    path.join(root, 'node_modules', '.bin'),
  ]
  variables[pathName] = [...ours, variables[pathName] ?? ''].join(path.delimiter)
  keepGlobalSettings(variables)
  return { pnpm, variables }
}

/** npm finds its global settings from the Node it runs on; a script that calls npm runs it on the pinned one. */
function keepGlobalSettings(variables) {
  const first = process.env.npm_node_execpath
  if (first === undefined || first === process.execPath || variables.npm_config_globalconfig) return
  const settings = path.join(path.dirname(path.dirname(first)), 'etc', 'npmrc')
  if (existsSync(settings)) variables.npm_config_globalconfig = settings
}

function noPnpm() {
  return new BootFailure(
    'no-pnpm',
    `这种系统（${platform}）没有可自动下载的 pnpm。请先安装 pnpm 12，再运行一次。`,
    `No pnpm can be fetched for this system (${platform}). Install pnpm 12 and run again.`,
  )
}
