import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Machine, machineOf, type PinnedPackage } from '@ziping/pdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTar } from '../../../pdf/test/make-tar.ts'
import { findConverter, openConverter } from './converter.ts'
import { converterPins, systemPins } from './converter-pins.ts'
import { converterFolder, installConverter } from './install-converter.ts'

// A stand-in small enough to be served from here: it answers as the converter would, with nothing converted.
const program = `
const image = {}
for (const name of ['autoOrient', 'flatten', 'resize', 'toColourspace', 'withIccProfile', 'tiff']) image[name] = () => image
image.toBuffer = async () => Buffer.from('converted')
module.exports = () => image
`
const archive = gzipSync(
  makeTar([
    {
      name: 'package/package.json',
      content: '{"name":"sharp","version":"1.0.0","main":"lib/index.js"}',
    },
    { name: 'package/lib/index.js', content: program },
  ]),
)
const pin: PinnedPackage = {
  name: 'sharp',
  version: '1.0.0',
  integrity: `sha512-${createHash('sha512').update(archive).digest('base64')}`,
}

let server: Server
let root: string
let machine: Machine
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'ziping photos 图片 '))
  server = createServer((request, response) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const version = { name: 'sharp', version: '1.0.0', dist: { tarball: `${url}sharp.tgz` } }
    const about = {
      name: 'sharp',
      'dist-tags': { latest: '1.0.0' },
      versions: { '1.0.0': version },
    }
    response.end(request.url === '/sharp' ? JSON.stringify(about) : archive)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  machine = machineOf({
    ...process.env,
    ZIPING_CACHE: path.join(root, 'cache'),
    npm_config_registry: registry,
    npm_config_cache: path.join(root, 'npm'),
  })
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(root, { recursive: true, force: true })
})

describe('fetching the converter', () => {
  it('takes what is pinned from the registry of the user, and uses it', async () => {
    expect(existsSync(converterFolder(machine))).toBe(false)
    const folder = await installConverter(machine, { pins: [pin] })
    expect(readFileSync(path.join(folder, 'node_modules/sharp/lib/index.js'), 'utf8')).toBe(program)
    expect(findConverter(machine)).toBe(path.join(folder, 'node_modules/sharp/lib/index.js'))
    const convert = await openConverter(machine)
    const target = { format: 'tiff', colour: 'cmyk', dpi: 300 } as const
    expect((await convert(new Uint8Array(), target)).toString()).toBe('converted')
  })

  it('keeps nothing of what is not what was pinned', async () => {
    const own = machineOf({ ...machine.env, ZIPING_CACHE: path.join(root, 'altered') })
    const altered = { ...pin, integrity: converterPins[0]?.integrity ?? '' }
    await expect(installConverter(own, { pins: [altered] })).rejects.toMatchObject({
      code: 'pdf/not-installed',
      words: { 'zh-CN': { message: expect.stringContaining('与固定的校验值不符') } },
    })
    expect(readdirSync(own.cacheFolder)).toEqual([])
  })

  it('without it, a sentence says how to get it', async () => {
    const bare = machineOf({ ...machine.env, ZIPING_CACHE: path.join(root, 'bare') })
    await expect(openConverter(bare, path.join(root, 'ziping.js'))).rejects.toMatchObject({
      code: 'photos/no-converter',
      words: { 'zh-CN': { advice: expect.stringContaining('ziping photos install') } },
    })
  })

  it('has a build for Windows, macOS and Linux', () => {
    for (const system of ['linux-x64', 'linux-arm64', 'win32-x64', 'darwin-x64', 'darwin-arm64'])
      expect(systemPins[system]?.length).toBeGreaterThan(0)
    for (const one of [...converterPins, ...Object.values(systemPins).flat()])
      expect(one.integrity).toMatch(/^sha512-[\w+/]{86}==$/u)
  })
})
