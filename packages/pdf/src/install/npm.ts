// The npm that came with the user's Node: it knows the registry, the proxy, the certificates and the passwords.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Machine } from '../machine.ts'

export interface NpmResult {
  readonly code: number | undefined
  /** All it said. */
  readonly output: string
}

/** Runs npm; undefined where there is none. Its arguments must be words without spaces or signs. */
export function runNpm(
  words: readonly string[],
  machine: Machine,
  cwd: string,
): Promise<NpmResult> | undefined {
  const npm = findNpm(machine)
  if (npm === undefined) return undefined
  return new Promise((resolve) => {
    const child = spawn(npm.program, [...npm.words, ...words], {
      cwd,
      env: { ...patience, ...connectionOnly(machine.env) },
      shell: npm.shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const listen = (chunk: string) => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', listen)
    child.stderr.setEncoding('utf8').on('data', listen)
    child.once('error', (error) => resolve({ code: undefined, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? undefined, output }))
  })
}

interface Npm {
  readonly program: string
  readonly words: readonly string[]
  readonly shell: boolean
}

/** As a script if possible: starting `npm.cmd` of Windows takes a shell. */
function findNpm({ env, platform }: Machine): Npm | undefined {
  const node = env['npm_node_execpath'] ?? process.execPath
  const own = env['npm_execpath'] ?? ''
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const folders = (env[name] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const inside = 'node_modules/npm/bin/npm-cli.js'
  const scripts = [
    ...(/npm-cli\.c?js$/.test(own) ? [own] : []),
    path.join(path.dirname(node), inside),
    path.join(path.dirname(node), '../lib', inside),
    ...folders.flatMap((folder) => [
      path.join(folder, inside),
      path.join(folder, '../lib', inside),
    ]),
  ]
  const script = scripts.find((file) => existsSync(file))
  if (script !== undefined) return { program: node, words: [script], shell: false }
  const program = folders
    .map((folder) => path.join(folder, platform === 'win32' ? 'npm.cmd' : 'npm'))
    .find((file) => existsSync(file))
  if (program === undefined) return undefined
  const isShim = platform === 'win32'
  return { program: isShim ? `"${program}"` : program, words: [], shell: isShim }
}

/** npm's own pauses add up to more than a minute before it admits that there is no network. */
const patience = {
  npm_config_fetch_retries: '3',
  npm_config_fetch_retry_factor: '3',
  npm_config_fetch_retry_mintimeout: '1000',
}

/** Settings that say how to reach the registry; what `npm run` or pnpm set for their own ends must not leak. */
const connection =
  /^npm_config_(?:registry|userconfig|globalconfig|cache|ca|cafile|cert|key|proxy|https?_proxy|no_?proxy|strict_ssl|fetch_\w+|offline|prefer_offline|@.*|\/\/.*)$/i

function connectionOnly(env: Machine['env']): Readonly<Record<string, string | undefined>> {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(?:npm|pnpm)_/i.test(name) || connection.test(name),
  )
  return Object.fromEntries(kept)
}
