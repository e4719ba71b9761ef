// What must stand before a command can run. Each step is skipped when the files it was made from have not changed, and
// all of it happens under the checkout's lock.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { buildBundle, isBundled } from './bundle.mjs'
import { cacheFolder, pins, platform } from './checkout.mjs'
import { pnpmProgram, scriptEnvironment } from './environment.mjs'
import { BootFailure } from './failure.mjs'
import { fetchPinned, unfinished } from './fetch-pinned.mjs'
import { installDependencies, isInstalled } from './install.mjs'
import { silentForMs, sweep, withLock } from './lock.mjs'

/** The pinned Node, for a machine whose own is too old. Resolves with its path. */
export function setUpNode() {
  const pin = pins.node[platform]
  if (pin === undefined) throw nodeTooOld()
  return underLock((lock) => fetchPinned('node', pin, lock))
}

/** node_modules as the lockfile says. Resolves with the environment in which scripts run. */
export async function setUpInstall() {
  if (!isInstalled() || !existsSync(pnpmProgram())) await underLock(provideInstall)
  return scriptEnvironment()
}

/** Only pnpm, for those who are about to change the lockfile. */
export async function setUpPnpm() {
  if (!existsSync(pnpmProgram())) await underLock(providePnpm)
  return scriptEnvironment()
}

/** The command as one file, made from the sources as they are now. */
export async function setUpBundle() {
  if (isBundled()) return
  await underLock(async (lock) => {
    if (isBundled()) return
    if (!isInstalled()) await provideInstall(lock)
    await buildBundle(lock)
  })
}

async function provideInstall(lock) {
  await providePnpm(lock)
  if (!isInstalled()) await installDependencies(lock)
}

async function providePnpm(lock) {
  const pin = pins.pnpm[platform]
  if (pin !== undefined) await fetchPinned('pnpm', pin, lock)
}

function underLock(work) {
  return withLock(path.join(cacheFolder, 'lock'), (lock) => {
    sweep(cacheFolder, [unfinished])
    sweep(cacheFolder, ['lock-'], silentForMs)
    return work(lock)
  })
}

function nodeTooOld() {
  return new BootFailure(
    'node-too-old',
    `这台电脑的 Node.js 是 ${process.versions.node}，ziping 需要 ${pins.minimumNode} 以上，而这种系统（${platform}）没有可自动下载的版本。请到 Node.js 官网安装 24 LTS 后重试。`,
    `This machine has Node.js ${process.versions.node}; ziping needs ${pins.minimumNode} or newer, and none can be fetched for this system (${platform}). Install Node.js 24 LTS and try again.`,
  )
}
