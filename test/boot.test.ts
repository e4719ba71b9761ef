import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FakeCheckout, lockFile, openWorkshop } from './fake-checkout.ts'
import { type LocalRegistry, openLocalRegistry } from './local-registry.ts'

/** Root may write anywhere; only root may become somebody who may not, and that one must be able to start this Node. */
const nobody = { uid: 65_534 }
const canBeNobody =
  process.getuid?.() === 0 && spawnSync(process.execPath, ['-e', '0'], nobody).status === 0

// The fake programs are shell scripts; the launcher's own code is the same on every system.
describe.skipIf(process.platform === 'win32')('boot.mjs', () => {
  let registry: LocalRegistry
  let workshop: ReturnType<typeof openWorkshop>
  /** Set up once; tests take a copy. */
  let ready: FakeCheckout
  /** The same for a machine whose Node is too old. */
  let readyOld: FakeCheckout

  beforeAll(async () => {
    registry = await openLocalRegistry()
    workshop = openWorkshop(registry)
    ready = workshop.checkout('ready')
    readyOld = workshop.checkout('old', '99.0')
    await Promise.all([ready.run(['ziping', 'cwd']), readyOld.run(['ziping', 'cwd'])])
  })

  afterAll(async () => {
    workshop.close()
    await registry.close()
  })

  describe('ziping', () => {
    it('sets up what is missing, speaks of it on stderr only, and runs the command', async () => {
      const checkout = workshop.checkout('first')
      const first = await checkout.run(['ziping', 'show', 'a b', '图'])
      expect(first).toMatchObject({ code: 0, stdout: '["a b","图"]\n' })
      expect(first.stderr).toContain('正在安装依赖 · installing dependencies')
      expect(await checkout.run(['ziping', 'show'])).toMatchObject({ stdout: '[]\n', stderr: '' })
      expect([checkout.runs('install'), checkout.runs('build')]).toEqual([1, 1])
    })

    it.each([
      ['its own Node', () => ready],
      ['the pinned Node', () => readyOld],
    ])('passes folder, input and exit code through with %s', async (_, checkout) => {
      const cwd = realpathSync(checkout().file('content'))
      expect(await checkout().run(['ziping', 'cwd'], { cwd })).toMatchObject({
        stdout: `${cwd}\n`,
        stderr: '',
      })
      expect((await checkout().run(['ziping', 'echo'], { input: '正文' })).stdout).toBe('正文')
      expect((await checkout().run(['ziping', 'exit', '7'])).code).toBe(7)
    })

    it.each([
      ['its own Node', () => ready],
      ['the pinned Node', () => readyOld],
    ])('passes signals through with %s', async (_, checkout) => {
      const waiting = checkout().start(['ziping', 'wait'])
      await waiting.said('waiting')
      waiting.process.kill('SIGTERM')
      expect(await waiting.ended).toMatchObject({
        code: 5,
        signal: null,
        stdout: 'waiting\nSIGTERM\n',
      })
      const staying = checkout().start(['ziping', 'stay'])
      await staying.said('waiting')
      staying.process.kill('SIGTERM')
      expect(await staying.ended).toMatchObject({ code: null, signal: 'SIGTERM' })
    })

    it('finds the content packages from the bundle', async () => {
      const { stdout } = await ready.run(['ziping', 'content'])
      expect(stdout.trim()).toBe(
        pathToFileURL(realpathSync(ready.file('content/package.json'))).href,
      )
    })
  })

  describe('the stamp', () => {
    it('looks at contents where only times differ, once', async () => {
      const checkout = ready.copy('touched')
      const stamp = checkout.file('.cache/boot/ready.json')
      const before = readFileSync(stamp, 'utf8')
      utimesSync(checkout.file('packages/cli/src/main.ts'), 1, 1)
      await checkout.run(['ziping', 'cwd'])
      const refreshed = readFileSync(stamp, 'utf8')
      expect(refreshed).not.toBe(before)
      await checkout.run(['ziping', 'cwd'])
      expect(readFileSync(stamp, 'utf8')).toBe(refreshed)
      expect([checkout.runs('install'), checkout.runs('build')]).toEqual([1, 1])
    })

    it('rebuilds after a change of a source, installs again after one of the lockfile', async () => {
      const checkout = ready.copy('changed')
      checkout.write('packages/cli/src/main.ts', "console.log('new')")
      expect((await checkout.run(['ziping'])).stdout).toBe('new\n')
      expect([checkout.runs('install'), checkout.runs('build')]).toEqual([1, 2])
      checkout.write('pnpm-lock.yaml', "lockfileVersion: '9.1'\n")
      await checkout.run(['ziping'])
      expect([checkout.runs('install'), checkout.runs('build')]).toEqual([2, 3])
    })

    it('does not trust a bundle that was tampered with', async () => {
      const checkout = ready.copy('tampered')
      checkout.write('packages/cli/dist/main.js', 'process.exit(1)')
      expect((await checkout.run(['ziping', 'exit', '0'])).code).toBe(0)
      expect(checkout.runs('build')).toBe(2)
    })

    it('survives a stamp that is no JSON', async () => {
      const checkout = ready.copy('torn')
      checkout.write('.cache/boot/ready.json', '{"install":')
      expect((await checkout.run(['ziping', 'exit', '0'])).code).toBe(0)
    })
  })

  describe('read-only', () => {
    it('writes nothing once set up', async () => {
      const checkout = ready.copy('quiet')
      await checkout.run(['ziping', 'cwd'])
      const before = allFiles(checkout)
      await checkout.run(['ziping', 'cwd'])
      expect(allFiles(checkout)).toEqual(before)
    })

    it.runIf(canBeNobody)('works for a user who may not write, once set up', async () => {
      expect(await ready.run(['ziping', 'exit', '4'], nobody)).toMatchObject({
        code: 4,
        stderr: '',
      })
      const touched = ready.copy('touched read-only')
      utimesSync(touched.file('packages/cli/src/main.ts'), 1, 1)
      expect(await touched.run(['ziping', 'exit', '4'], nobody)).toMatchObject({
        code: 4,
        stderr: '',
      })
      const fresh = await workshop.checkout('read-only').run(['ziping', 'cwd'], nobody)
      expect(fresh).toMatchObject({ code: 2, stdout: '' })
      expect(fresh.stderr).toMatch(/这个文件夹不能写入[\s\S]*cannot be written to/)
    })
  })

  describe('several launchers', () => {
    it('set up a fresh checkout once, and all run', async () => {
      const checkout = workshop.checkout('three', '99.0')
      const ends = await Promise.all(
        ['1', '2', '3'].map((word) => checkout.run(['ziping', 'show', word])),
      )
      expect(ends.map(({ stdout }) => stdout)).toEqual(['["1"]\n', '["2"]\n', '["3"]\n'])
      expect([checkout.runs('install'), checkout.runs('build')]).toEqual([1, 1])
      expect(
        readdirSync(checkout.file('.cache/boot')).filter((name) => /lock|fetching/.test(name)),
      ).toEqual([])
    })

    it('are not blocked by one that was killed, and wait for the program it had started', async () => {
      const checkout = workshop.checkout('killed')
      checkout.write('slow', '2')
      const killed = checkout.start(['ziping', 'cwd'])
      while (!existsSync(checkout.file('started'))) await sleep(20)
      const at = Date.now()
      killed.process.kill('SIGKILL')
      expect((await checkout.run(['ziping', 'exit', '0'])).code).toBe(0)
      expect(Date.now() - at).toBeGreaterThan(1000)
      // The orphan's installation was never stamped: it is done again, not beside it.
      expect(checkout.runs('install')).toBe(2)
    })

    it('break a lock that shows no life, even where its pid is in use', async () => {
      const { withLock } = await import(lockModule)
      const folder = ready.file('.cache/held')
      ready.write(
        '.cache/held/owner.json',
        JSON.stringify({ token: 'x', host: 'elsewhere', pid: process.pid }),
      )
      const at = Date.now()
      expect(await withLock(folder, () => 'done', 400)).toBe('done')
      expect(Date.now() - at).toBeGreaterThan(400)
      expect(existsSync(folder)).toBe(false)
    })
  })

  describe('what goes wrong', () => {
    it('stops before running what is not what was pinned', async () => {
      const checkout = workshop.checkout('wrong')
      const node = registry.publish('fake-node', '99.1.1', {})
      const other = registry.publish('other-pnpm', '12.0.0', { pnpm: '#!/bin/sh\ntouch ran\n' })
      const pinned = `sha512-${Buffer.alloc(64, 7).toString('base64')}`
      checkout.write(
        'scripts/boot.lock.json',
        lockFile('18.0', { node, pnpm: { ...other, integrity: pinned } }),
      )
      const end = await checkout.run(['ziping', 'cwd'])
      expect(end).toMatchObject({ code: 2, stdout: '' })
      expect(end.stderr).toMatch(/校验值不一致[\s\S]*does not match the checksum/)
      expect(existsSync(checkout.file('ran'))).toBe(false)
      expect(readdirSync(checkout.file('.cache/boot'))).toEqual([])
    })

    it.each([
      ['no network', noNetwork, /连不上 npm 软件源[\s\S]*cannot be reached/],
      [
        'no npm',
        { PATH: '', npm_node_execpath: '/nowhere/bin/node' },
        /没有找到 npm[\s\S]*npm was not found/,
      ],
    ])('says what to do: %s', async (_, env, words) => {
      const end = await workshop.checkout(`fault ${_}`).run(['ziping', 'cwd'], { env })
      expect(end).toMatchObject({ code: 2, stdout: '' })
      expect(end.stderr).toMatch(words)
      expect(end.stderr).not.toMatch(/^ +at /m)
    })

    it('says what to do: sources that do not build', async () => {
      const checkout = ready.copy('broken')
      checkout.write('scripts/build.ts', "throw new Error('full stop')")
      const end = await checkout.run(['ziping', 'cwd'])
      expect(end).toMatchObject({ code: 2, stdout: '' })
      expect(end.stderr).toMatch(/生成 ziping 命令失败[\s\S]*full stop/)
    })

    it('explains its usage', async () => {
      const end = await ready.run(['zipping'])
      expect(end).toMatchObject({ code: 2, stdout: '' })
      expect(end.stderr).toContain('用法')
    })
  })

  describe('link', () => {
    const home = (name: string): { readonly env: NodeJS.ProcessEnv; readonly bin: string } => {
      const folder = ready.file('..', `家 ${name}`)
      const bin = path.join(folder, 'npm 全局', 'bin')
      mkdirSync(bin, { recursive: true })
      writeFileSync(path.join(folder, '.npmrc'), `prefix=${path.dirname(bin)}\n`)
      const paths = [bin, process.env['PATH'] ?? '']
      return { bin, env: { HOME: folder, PATH: paths.join(path.delimiter) } }
    }

    it('makes ziping a command that starts this checkout, as often as it is asked', async () => {
      const { env, bin } = home('one')
      for (const _ of ['first', 'again']) {
        const end = await ready.run(['link'], { env })
        expect(end).toMatchObject({ code: 0, stdout: '' })
        expect(end.stderr).toContain(path.join(bin, 'ziping'))
      }
      const shown = spawnSync('ziping', ['show', 'a b'], { env, encoding: 'utf8' })
      expect(shown).toMatchObject({ status: 0, stdout: '["a b"]\n' })
    })

    it('leaves another program of that name alone', async () => {
      const { env, bin } = home('taken')
      writeFileSync(path.join(bin, 'ziping'), '#!/bin/sh\n')
      const end = await ready.run(['link'], { env })
      expect(end).toMatchObject({ code: 2, stdout: '' })
      expect(end.stderr).toContain('已经是另一个程序')
      expect(readFileSync(path.join(bin, 'ziping'), 'utf8')).toBe('#!/bin/sh\n')
    })

    it('says what to do where no folder serves', async () => {
      const { env, bin } = home('none')
      rmSync(bin, { recursive: true })
      const end = await ready.run(['link'], { env })
      expect(end).toMatchObject({ code: 2, stdout: '' })
      expect(end.stderr).toMatch(/PATH[\s\S]*open a new terminal/)
    })
  })

  describe('run and exec', () => {
    it('run scripts with their arguments and exit codes', async () => {
      expect(await ready.run(['run', 'show', '--flag', '值'])).toMatchObject({
        code: 0,
        stdout: '--flag,值\n',
      })
      expect((await ready.run(['run', 'fail'])).code).toBe(3)
      expect((await ready.run(['exec', 'sh', '-c', 'exit 6'])).code).toBe(6)
    })

    it('name the scripts there are', async () => {
      const end = await ready.run(['run', 'tset'])
      expect(end).toMatchObject({ code: 2, stdout: '' })
      expect(end.stderr).toContain('fail、show、names')
    })

    it('leak no settings of the npm that called, but for those that reach the registry', async () => {
      const env = {
        npm_config_global: 'true',
        npm_lifecycle_event: 'test',
        npm_config_cafile: '/ca',
      }
      expect((await ready.run(['run', 'names'], { env })).stdout).toBe('npm_config_cafile\n')
    })
  })
})

/** By address: the launcher is plain JavaScript, without types. */
const lockModule = new URL('../scripts/boot/lock.mjs', import.meta.url).href

const noNetwork = { npm_config_registry: 'http://127.0.0.1:9/', npm_config_fetch_retries: '0' }

/** Every file with its time and size. */
function allFiles({ folder }: FakeCheckout): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const { mtimeMs, size, isDirectory } = statSync(path.join(folder, name))
    return `${name} ${mtimeMs} ${size} ${typeof isDirectory}`
  })
}
