import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSnapshot, snapshotPath } from './award-snapshot.ts'
import { loadAwardFile, makeAwardSnapshot } from './load-award.ts'
import { contentFolder } from './read/content-folder.ts'

let content = ''
beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'ziping-snapshot-'))
  for (const part of ['awards/demo', 'schemas'])
    await cp(join(contentFolder(), part), join(content, part), { recursive: true })
  const { text } = await makeAwardSnapshot('demo')
  await mkdir(dirname(snapshotPath('demo', content)))
  await writeFile(snapshotPath('demo', content), text)
})
afterAll(() => rm(content, { recursive: true }))

describe('the snapshot of an award', () => {
  it('is the award, as long as its files are what they were', async () => {
    const award = await loadAwardFile(join(contentFolder(), 'awards/demo/award.yaml'))
    expect(await readSnapshot('demo', content)).toEqual(award)
    await appendFile(join(content, 'awards/demo/forms/demo.yaml'), '# changed\n')
    expect(await readSnapshot('demo', content)).toBeUndefined()
  })

  it('does not outlive a file', async () => {
    await rm(join(content, 'awards/demo/forms/demo.yaml'))
    expect(await readSnapshot('demo', content)).toBeUndefined()
    expect(await readSnapshot('yunting', content)).toBeUndefined()
  })

  it('is the same each time it is made', async () => {
    const [first, second] = [await makeAwardSnapshot('demo'), await makeAwardSnapshot('demo')]
    expect(first).toEqual(second)
    expect(first.path).toBe(join(contentFolder(), 'compiled', 'demo.json'))
  })
})
