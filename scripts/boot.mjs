#!/usr/bin/env node
// Starts ziping, its checks and its scripts on a machine that has some Node (≥ 18) and npm, nothing else:
//   node scripts/boot.mjs ziping <command> …   the ziping command, in the caller's folder
//   node scripts/boot.mjs run <script> …       a script of package.json
//   node scripts/boot.mjs exec <program> …     a program of node_modules/.bin
//   node scripts/boot.mjs link                 makes `ziping` a command of this machine
// What is missing is set up first, into .cache/boot and node_modules, speaking on stderr only. Once set up, `ziping`
// costs a few file stats: nothing else is loaded on that path, and nothing is written.
import { existsSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  bundleFile,
  cacheFolder,
  isNewEnough,
  pinnedProgram,
  pins,
  platform,
  root,
} from './boot/checkout.mjs'
import { isUnchanged, readStamp } from './boot/stamp.mjs'

const [task, ...rest] = process.argv.slice(2)

try {
  if (!isTask()) {
    const { usage } = await import('./boot/failure.mjs')
    throw usage()
  }
  if (!isNewEnough()) await startAgainWithPinnedNode()
  else if (task === 'ziping') await startZiping()
  else if (task === 'link') await (await import('./boot/link.mjs')).linkCommand()
  else await runTask()
} catch (error) {
  const { explain } = await import('./boot/failure.mjs')
  process.stderr.write(explain(error))
  process.exitCode = 2
}

function isTask() {
  return task === 'ziping' || (rest.length === 0 ? task === 'link' : ['run', 'exec'].includes(task))
}

/** This Node is too old for ziping: the pinned one takes over, with the same arguments. */
async function startAgainWithPinnedNode() {
  const pin = pins.node[platform]
  const kept = pin && pinnedProgram('node', pin)
  const program =
    kept && existsSync(kept) ? kept : await (await import('./boot/set-up.mjs')).setUpNode()
  const { runInPlace } = await import('./boot/run-in-place.mjs')
  const env = {
    ...process.env,
    npm_node_execpath: process.env.npm_node_execpath ?? process.execPath,
  }
  await runInPlace(program, process.argv.slice(1), { env })
}

/** In this very process: a second one would cost as much as the command itself. */
async function startZiping() {
  const stamp = readStamp()
  if (!stamp?.bundle || !isUnchanged(stamp.bundle.files)) {
    const { setUpBundle } = await import('./boot/set-up.mjs')
    await setUpBundle()
  }
  module.enableCompileCache?.(path.join(cacheFolder, 'compiled'))
  process.argv = [process.execPath, bundleFile, ...rest]
  await import(pathToFileURL(bundleFile).href)
}

async function runTask() {
  const { setUpInstall, setUpPnpm } = await import('./boot/set-up.mjs')
  const { runInPlace } = await import('./boot/run-in-place.mjs')
  const [name, ...args] = rest
  if (task === 'run') {
    const { shellCommand } = await import('./boot/package-script.mjs')
    const { program, words, options } = shellCommand(name, args)
    const { variables: env } = await setUpInstall()
    return runInPlace(program, words, { ...options, cwd: root, env })
  }
  // pnpm itself is what mends a lockfile that could not be installed from.
  const { pnpm, variables: env } = await (name === 'pnpm' ? setUpPnpm() : setUpInstall())
  return runInPlace(pnpm, name === 'pnpm' ? args : ['exec', ...rest], { cwd: root, env })
}
