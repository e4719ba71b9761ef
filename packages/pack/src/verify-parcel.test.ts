import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { manifestName, writeManifest } from './manifest.ts'
import { Stage } from './stage.ts'
import { verifyParcel } from './verify-parcel.ts'

let dist = ''
let folder = ''
beforeEach(async () => {
  dist = mkdtempSync(path.join(tmpdir(), 'ziping-parcel-'))
  folder = path.join(dist, '申报包')
  mkdirSync(folder)
  const stage = new Stage(folder)
  await stage.write('印刷/申报书.pdf', 'book', { title: '申报书', pages: 2 })
  await stage.write('清单.pdf', 'list', { title: '清单' })
  const manifest = {
    version: 1,
    award: 'demo',
    awardName: '',
    applicant: '',
    date: '2020-01-01',
    builtWith: {},
    files: stage.files,
    notSpecified: [],
  } as const
  writeFileSync(path.join(folder, manifestName), writeManifest(manifest))
})
afterEach(() => rmSync(dist, { recursive: true, force: true }))

async function told(): Promise<readonly string[]> {
  const { findings } = await verifyParcel(folder, 'dist/申报包')
  return findings.map(({ place, messageId }) => `${place.file} ${messageId}`)
}

it('finds nothing in a parcel as it was packed', async () => {
  expect(await told()).toEqual([])
})

it('finds what was changed, taken out and put in', async () => {
  writeFileSync(path.join(folder, '印刷/申报书.pdf'), 'booK')
  rmSync(path.join(folder, '清单.pdf'))
  writeFileSync(path.join(folder, '印刷/新.pdf'), '')
  expect(await told()).toEqual([
    'dist/申报包/印刷/申报书.pdf changed',
    'dist/申报包/清单.pdf missing',
    'dist/申报包/印刷/新.pdf unknown',
  ])
})

it('does not look outside, whatever the manifest says', async () => {
  writeFileSync(path.join(dist, 'secret'), '')
  const files = [{ path: '../secret', bytes: 0, sha256: '' }]
  writeFileSync(path.join(folder, manifestName), JSON.stringify({ files }))
  expect(await told()).toContain('dist/申报包/../secret missing')
})

it('says so where there is no parcel, or its manifest makes no sense', async () => {
  await expect(verifyParcel(path.join(dist, 'none'), 'dist/none')).rejects.toMatchObject({
    code: 'pack/no-parcel',
  })
  for (const text of ['', '{}', '{"files":[{"path":1}]}', 'null']) {
    writeFileSync(path.join(folder, manifestName), text)
    await expect(verifyParcel(folder, 'dist/申报包')).rejects.toMatchObject({
      code: 'pack/manifest-unreadable',
    })
  }
})
