import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { makeTar } from '../../test/make-tar.ts'
import { readTar } from './read-tar.ts'

it('reads files and folders, whatever pieces the archive comes in', async () => {
  const long = '长'.repeat(3000)
  const tar = makeTar([
    { name: 'lib/', type: '5' },
    { name: 'lib/a.txt', content: long },
    { name: 'lib/skipped', content: 'x'.repeat(512) },
    { name: 'b', content: '' },
  ])
  for (const size of [1, 100, 512, 7000, tar.length]) {
    const pieces = Array.from({ length: Math.ceil(tar.length / size) }, (_, index) =>
      tar.subarray(index * size, (index + 1) * size),
    )
    const found: string[] = []
    for await (const entry of readTar(Readable.from(pieces))) {
      if (entry.name === 'lib/skipped') continue
      const chunks: Buffer[] = []
      for await (const chunk of entry.content) chunks.push(chunk)
      found.push(`${entry.kind} ${entry.name} ${Buffer.concat(chunks).toString() === long}`)
    }
    expect(found).toEqual(['folder lib/ false', 'file lib/a.txt true', 'file b false'])
  }
})

it.each([
  ['a link', { name: 'a', type: '2' }],
  ['a device', { name: 'a', type: '3' }],
  ['a name that leads upward', { name: 'a/../../b' }],
  ['an absolute name', { name: '/etc/passwd' }],
  ['a name of Windows', { name: 'C:\\b' }],
])('refuses %s', async (_, part) => {
  await expect(namesIn(makeTar([part]))).rejects.toThrow()
})

it('refuses an archive that is cut short or altered', async () => {
  const tar = makeTar([{ name: 'a', content: 'x'.repeat(2000) }])
  await expect(namesIn(tar.subarray(0, 1000))).rejects.toThrow()
  tar[3] = 1
  await expect(namesIn(tar)).rejects.toThrow()
})

async function namesIn(tar: Buffer): Promise<readonly string[]> {
  const names: string[] = []
  for await (const { name } of readTar(Readable.from([tar]))) names.push(name)
  return names
}
