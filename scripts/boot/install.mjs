// node_modules, exactly as pnpm-lock.yaml says.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder, contentLink, root } from './checkout.mjs'
import { scriptEnvironment } from './environment.mjs'
import { fetchFailure, say } from './failure.mjs'
import { fingerprints, stands } from './fingerprint.mjs'
import { pnpmConnection, runQuietly } from './npm.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

/** What packages were built for: another major of Node, or another one's headers, means installing again. */
const nodeAbi = process.versions.modules

/** What decides about node_modules, as far as it exists. */
export function installInputs() {
  const packages = readdirSync(path.join(root, 'packages')).sort()
  const names = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'scripts/boot.lock.json',
    'package.json',
    'content/package.json',
    'templates/package.json',
    ...packages.map((name) => `packages/${name}/package.json`),
  ]
  return names.filter((name) => existsSync(path.join(root, name)))
}

export function isInstalled() {
  const part = readStamp()?.install
  return (
    part?.node === nodeAbi &&
    existsSync(path.join(root, 'node_modules', '.modules.yaml')) &&
    existsSync(path.join(root, contentLink)) &&
    installInputs().every((name) => name in part.files) &&
    stands('install')
  )
}

export async function installDependencies({ setChild }) {
  say('正在安装依赖', 'installing dependencies')
  const files = fingerprints(installInputs())
  const connection = await pnpmConnection({ cwd: cacheFolder, setChild })
  const { pnpm, variables } = scriptEnvironment()
  const env = { ...variables, ...connection }
  const { code, output } = await runQuietly(pnpm, installArguments, { cwd: root, env, setChild })
  if (code !== 0) throw fetchFailure({ zh: '依赖包', en: 'the dependencies' }, output)
  writeStamp({ ...readStamp(), install: { node: nodeAbi, files } })
}

const installArguments = [
  'install',
  '--frozen-lockfile',
  '--prefer-offline',
  '--reporter=append-only',
  // Without a terminal pnpm would rather stop than replace a node_modules that it did not make.
  '--config.confirmModulesPurge=false',
  // The age of releases was checked when they were locked, and the lockfile holds their checksums; checking again would
  // fetch 80 MB of publishing dates.
  '--config.minimumReleaseAge=0',
]
