import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

export interface PublishedPackage {
  readonly name: string
  readonly version: string
  /** What npm and a lockfile call its integrity. */
  readonly integrity: string
}

export interface LocalRegistry {
  readonly url: string
  readonly publish: (name: string, version: string, programs: ProgramFiles) => PublishedPackage
  readonly close: () => Promise<void>
}

/** Executable text files by path. */
export type ProgramFiles = Readonly<Record<string, string>>

/** An npm registry on this machine, so that a real npm can install small packages of ours without a network. */
export async function openLocalRegistry(): Promise<LocalRegistry> {
  const answers = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const answer = answers.get(decodeURIComponent(request.url ?? ''))
    response.writeHead(answer === undefined ? 404 : 200).end(answer ?? '{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    publish: (name, version, programs) => {
      const manifest = { name, version, license: 'MIT' }
      const tarball = packTarball({ 'package.json': JSON.stringify(manifest), ...programs })
      const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
      const file = `/tarballs/${name}-${version}.tgz`
      const dist = { tarball: `${url}${file}`, integrity }
      const versions = { [version]: { ...manifest, dist } }
      const about = { name, 'dist-tags': { latest: version }, versions }
      answers.set(file, tarball)
      answers.set(`/${name}`, Buffer.from(JSON.stringify(about)))
      return { name, version, integrity }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const blockSize = 512

function packTarball(files: ProgramFiles): Buffer {
  const entries = Object.entries(files).flatMap(([name, text]) => {
    const content = Buffer.from(text)
    const padding = Buffer.alloc((blockSize - (content.length % blockSize)) % blockSize)
    return [tarHeader(`package/${name}`, content.length), content, padding]
  })
  return gzipSync(Buffer.concat([...entries, Buffer.alloc(2 * blockSize)]))
}

function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(blockSize)
  header.write(name, 0)
  header.write('0000755\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\0' + '00', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}
