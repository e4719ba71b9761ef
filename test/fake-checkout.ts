import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LocalRegistry, PublishedPackage } from './local-registry.ts'

const repository = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
  /** Resolves when the program has said this on stdout. */
  readonly said: (words: string) => Promise<void>
}

export interface StartOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly input?: string
  readonly uid?: number
}

export interface Pins {
  readonly node: PublishedPackage
  readonly pnpm: PublishedPackage
}

/** The launcher's own files with a command, an installer and pins small enough to watch. */
export class FakeCheckout {
  readonly folder: string
  readonly #base: string

  constructor(base: string, name: string) {
    this.#base = base
    this.folder = path.join(base, name)
  }

  file(...names: readonly string[]): string {
    return path.join(this.folder, ...names)
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(this.file(name)), { recursive: true })
    writeFileSync(this.file(name), text)
  }

  /** One line for each time the program of that name ran. */
  runs(program: 'install' | 'build'): number {
    const log = this.file(`${program}.log`)
    return existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0
  }

  copy(name: string): FakeCheckout {
    const copy = new FakeCheckout(this.#base, name)
    cpSync(this.folder, copy.folder, { recursive: true, verbatimSymlinks: true })
    return copy
  }

  start(args: readonly string[], options: StartOptions = {}): Started {
    return start(process.execPath, [this.file('scripts/boot.mjs'), ...args], {
      ...options,
      env: { ...this.environment(), ...options.env },
    })
  }

  run(args: readonly string[], options: StartOptions = {}): Promise<Ended> {
    return this.start(args, options).ended
  }

  environment(): NodeJS.ProcessEnv {
    return { PATH: process.env['PATH'], HOME: path.join(this.#base, 'home') }
  }
}

function start(program: string, args: readonly string[], options: StartOptions): Started {
  const child = spawn(program, args, { cwd: options.cwd, env: options.env, uid: options.uid })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.on('error', () => {}) // a program may end without reading what it is given
  child.stdin.end(options.input ?? '')
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  const said = async (words: string): Promise<void> => {
    while (!stdout.includes(words)) {
      if (child.exitCode !== null) throw new Error(`ended without saying ${words}: ${stderr}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return { process: child, ended, said }
}

/** A temporary folder, named as they are on Chinese desktops, and how to make checkouts in it. */
export function openWorkshop(registry: LocalRegistry): {
  readonly checkout: (name: string, minimumNode?: string) => FakeCheckout
  readonly close: () => void
} {
  const base = mkdtempSync(path.join(tmpdir(), 'ziping 启动 '))
  chmodSync(base, 0o755)
  mkdirSync(path.join(base, 'home'))
  writeFileSync(path.join(base, 'home', '.npmrc'), `registry=${registry.url}/\n`)
  const pins = publishPrograms(registry)
  return {
    checkout: (name, minimumNode = '18.0') => makeCheckout(base, name, minimumNode, pins),
    close: () => rmSync(base, { recursive: true, force: true }),
  }
}

function makeCheckout(base: string, name: string, minimumNode: string, pins: Pins): FakeCheckout {
  const checkout = new FakeCheckout(base, name)
  for (const part of ['scripts/boot.mjs', 'scripts/boot'])
    cpSync(path.join(repository, part), checkout.file(part), { recursive: true })
  checkout.write('scripts/boot.lock.json', lockFile(minimumNode, pins))
  checkout.write('scripts/build.ts', buildScript)
  checkout.write('packages/cli/src/main.ts', command)
  checkout.write('packages/cli/package.json', '{ "name": "ziping", "type": "module" }')
  checkout.write('content/package.json', '{ "name": "@ziping/content" }')
  checkout.write('pnpm-lock.yaml', "lockfileVersion: '9.0'\n")
  checkout.write('package.json', JSON.stringify({ private: true, scripts }))
  return checkout
}

export function lockFile(minimumNode: string, { node, pnpm }: Pins): string {
  const platform = `${process.platform}-${process.arch}`
  const pin = ({ name, version, integrity }: PublishedPackage, program: string): object => ({
    [platform]: { package: name, version, integrity, program },
  })
  return JSON.stringify({ minimumNode, node: pin(node, 'node'), pnpm: pin(pnpm, 'pnpm') })
}

const scripts = {
  fail: 'node -e "process.exit(3)"',
  show: 'node -p "process.argv.slice(1).join()" --',
  names: 'node -p "Object.keys(process.env).filter((name) => /^npm_/i.test(name)).join()"',
}

function publishPrograms(registry: LocalRegistry): Pins {
  return {
    node: registry.publish('fake-node', '99.1.0', { node: newerNode }),
    pnpm: registry.publish('fake-pnpm', '12.0.0', { pnpm: installer }),
  }
}

/** This Node under a newer version, so that the launcher takes it for the pinned one. */
const newerNode = `#!/bin/sh
exec "${process.execPath}" --import "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'99.1.0'}})" "$@"
`

/** Installs what the launcher looks for, noisily, and as slowly as the file \`slow\` says. */
const installer = `#!/bin/sh
echo noise
[ "$1" = exec ] && shift && exec "$@"
[ "$1" = install ] || exit 9
touch started
[ -f slow ] && sleep "$(cat slow)"
echo run >> install.log
mkdir -p node_modules packages/cli/node_modules/@ziping
ln -sfn ../../../../content packages/cli/node_modules/@ziping/content
touch node_modules/.modules.yaml
`

const buildScript = `
import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
console.log('noise')
mkdirSync('packages/cli/dist', { recursive: true })
copyFileSync('packages/cli/src/main.ts', 'packages/cli/dist/main.js')
writeFileSync(process.argv[3] ?? '', '["packages/cli/src/main.ts"]')
appendFileSync('build.log', 'run\\n')
`

/** A command that shows what reached it. */
const command = `
const [word, ...rest] = process.argv.slice(2)
const answers = {
  cwd: () => console.log(process.cwd()),
  show: () => console.log(JSON.stringify(rest)),
  echo: () => process.stdin.pipe(process.stdout),
  exit: () => process.exit(Number(rest[0])),
  content: () => console.log(import.meta.resolve('@ziping/content/package.json')),
  wait: () => {
    process.on('SIGTERM', () => console.log('SIGTERM') ?? process.exit(5))
    console.log('waiting')
    setInterval(() => {}, 1000)
  },
  stay: () => {
    console.log('waiting')
    setInterval(() => {}, 1000)
  },
}
answers[word]?.()
`
