import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeTar } from '../../test/make-tar.ts'
import { type Machine, machineOf } from '../machine.ts'
import { fetchPackage, unpackPackage } from './fetch-package.ts'

const archive = gzipSync(
  makeTar([
    { name: 'package/package.json', content: '{"name":"face","version":"1.0.0"}' },
    { name: 'package/a.ttf', content: 'font' },
  ]),
)
const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`
const pin = { name: 'face', version: '1.0.0', integrity }

let server: Server
let registry: string
let root: string
let folder: string
let served: Buffer = archive

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'ziping-registry-'))
  // A registry as npm wants it: one package, its description and its archive.
  server = createServer((request, response) => {
    if (request.url === '/face')
      response.end(
        JSON.stringify({
          name: 'face',
          'dist-tags': { latest: '1.0.0' },
          versions: {
            '1.0.0': { name: 'face', version: '1.0.0', dist: { tarball: `${registry}face.tgz` } },
          },
        }),
      )
    else if (request.url === '/face.tgz') response.end(served)
    else response.writeHead(404).end('{}')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => {
  server.close()
  rmSync(root, { recursive: true })
})
beforeEach(() => {
  folder = mkdtempSync(path.join(root, 'work-'))
  served = archive
})

describe('fetchPackage', () => {
  it('takes what is pinned from the registry npm is set to', async () => {
    const file = await fetchPackage(pin, folder, machine(registry))
    const names: string[] = []
    await unpackPackage(file, async ({ name }) => void names.push(name))
    expect(names).toEqual(['package/package.json', 'package/a.ttf'])
  })

  it('throws away what is not what was pinned', async () => {
    served = gzipSync(makeTar([{ name: 'package/a.ttf', content: 'another' }]))
    await expect(fetchPackage(pin, folder, machine(registry))).rejects.toMatchObject({
      code: 'pdf/not-installed',
      words: { 'zh-CN': { message: expect.stringContaining('校验值不符') } },
    })
  })

  it('says that the registry lacks it, or cannot be reached, and what to do', async () => {
    const absent = { ...pin, name: 'no-such-face' }
    await expect(fetchPackage(absent, folder, machine(registry))).rejects.toMatchObject({
      words: { 'zh-CN': { message: expect.stringContaining('没有这一版本') } },
    })
    const nobody = machine('http://127.0.0.1:9/')
    await expect(fetchPackage(pin, folder, nobody)).rejects.toMatchObject({
      words: {
        'zh-CN': {
          message: expect.stringContaining('连不上'),
          advice: expect.stringContaining('npm config set registry'),
        },
      },
    })
    expect(readdirSync(folder)).toEqual([])
  })
})

function machine(address: string): Machine {
  return machineOf({
    ...process.env,
    npm_config_registry: address,
    npm_config_cache: mkdtempSync(path.join(root, 'npm-')),
    npm_config_fetch_retries: '0',
  })
}
