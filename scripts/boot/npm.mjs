// The npm that came with the user's Node, and what it is configured to connect to.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { BootFailure } from './failure.mjs'

const npmScript = /npm-cli\.c?js$/
const windows = process.platform === 'win32'

/** Settings of npm that say how to reach the registry. All others are another command's and must not leak. */
const connection =
  /^npm_config_(?:registry|userconfig|globalconfig|cache|ca|cafile|cert|key|proxy|https?_proxy|no_?proxy|strict_ssl|fetch_\w+|offline|prefer_offline|@.*|\/\/.*)$/i

/** The caller's environment without what `npm run` or a surrounding pnpm put there for its own purposes. */
export function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm|pnpm)_/i.test(name) || connection.test(name),
  )
  return Object.fromEntries(kept)
}

/** npm's own pauses add up to more than a minute before it admits that there is no network. */
const patience = {
  npm_config_fetch_retries: '3',
  npm_config_fetch_retry_factor: '3',
  npm_config_fetch_retry_mintimeout: '1000',
}

/** Runs npm without showing its output; resolves with its exit code and all it said. */
export function runNpm(args, { cwd, setChild }) {
  const npm = findNpm()
  return runQuietly(npm.program, [...npm.args, ...args], {
    cwd,
    setChild,
    env: { ...patience, ...cleanEnvironment() },
    shell: npm.shell,
  })
}

/** Resolves with the exit code and everything the program wrote. */
export function runQuietly(program, args, { cwd, env, shell = false, setChild }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    setChild(child.pid)
    let output = ''
    const listen = (chunk) => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', listen)
    child.stderr.setEncoding('utf8').on('data', listen)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      setChild(undefined)
      resolve({ code, signal, output })
    })
  })
}

/** The Node that npm belongs to. Under another one npm would look for its global settings in another place. */
const npmNode = process.env.npm_node_execpath ?? process.execPath

function findNpm() {
  const script = npmScripts().find((file) => existsSync(file))
  if (script) return { program: npmNode, args: [script], shell: false }
  const shim = foldersOnPath()
    .map((folder) => path.join(folder, windows ? 'npm.cmd' : 'npm'))
    .find((file) => existsSync(file))
  if (shim === undefined) throw noNpm()
  // A .cmd needs a shell; the arguments given to npm are fixed words, so there is nothing to quote but the path.
  return { program: windows ? `"${shim}"` : shim, args: [], shell: windows }
}

function npmScripts() {
  const beside = path.dirname(npmNode)
  const fromNpm = process.env.npm_execpath ?? ''
  return [
    ...(npmScript.test(fromNpm) ? [fromNpm] : []),
    path.join(beside, 'node_modules/npm/bin/npm-cli.js'),
    path.join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    ...foldersOnPath().flatMap((folder) => [
      ...linkedScript(path.join(folder, 'npm')),
      path.join(folder, 'node_modules/npm/bin/npm-cli.js'),
    ]),
  ]
}

function linkedScript(file) {
  try {
    const target = realpathSync(file)
    return npmScript.test(target) ? [target] : []
  } catch {
    return []
  }
}

export function foldersOnPath() {
  return (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
}

function noNpm() {
  return new BootFailure(
    'no-npm',
    '没有找到 npm。npm 随 Node.js 一起安装：请到 Node.js 官网安装 24 LTS（勾选 npm），重新打开终端后再运行。',
    'npm was not found. It comes with Node.js: install Node.js 24 LTS including npm, open a new terminal and run again.',
  )
}

/** How npm reaches the registry, as settings that pnpm reads from its environment. */
export async function pnpmConnection(options) {
  const { code, output } = await runNpm(['config', 'list', '--json', '--loglevel=silent'], options)
  const settings = code === 0 ? parsed(output) : {}
  const passed = ['registry', 'proxy', 'https-proxy', 'noproxy', 'strict-ssl', 'cafile']
  const entries = passed
    .filter((name) => ![undefined, null, ''].includes(settings[name]?.toString()))
    .map((name) => [`pnpm_config_${name.replaceAll('-', '_')}`, String(settings[name])])
  return Object.fromEntries(entries)
}

function parsed(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1))
  } catch {
    return {}
  }
}
