import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Award, loadAward } from '@ziping/award'
import type { Workspace } from '@ziping/report'
import { beforeAll, describe, expect, it } from 'vitest'
import { cmykTiff, jpegHead, png } from '../../test/pictures.ts'
import { workspaceWith } from '../../test/workspace.ts'
import { checkPhotos } from './check-photos.ts'
import { preparePhotos } from './prepare-photos.ts'

let award: Award
beforeAll(async () => {
  award = await loadAward('nantong-org-2020')
})

/** Without a converter: what it makes of a photograph is tested in test/office. */
const machine = { cacheFolder: '/nowhere/ziping' }

describe('the pictures for the disc: TIF, 300 dpi, CMYK, at least 10 cm × 10 cm', () => {
  it('what is as wanted already goes in as it is', async () => {
    const { workspace, folder } = prepared({ 'a.tif': cmykTiff(1182, 1182, 300) })
    const { files } = await preparePhotos({ workspace, award }, folder, machine)
    expect(files.map(({ file }) => file)).toEqual([path.join(workspace.root, 'photos/a.tif')])
    expect(await told(workspace)).toEqual([])
  })

  it.each([
    ['another format', { 'a.png': png(1182, 1182, { dpi: 300 }) }],
    ['another resolution', { 'a.tif': cmykTiff(1182, 1182, 72) }],
    ['stored on its side', { 'a.jpg': jpegHead(1182, 1600, { orientation: 6, components: 4 }) }],
  ])('%s has to be converted', async (_, files) => {
    expect(await told(prepared(files).workspace)).toEqual(['photo-format/convert'])
  })

  it.each([
    ['photo-small/small', { 'a.png': png(1181, 1600) }],
    ['photo-small/small', { 'a.png': png(1600, 1181) }],
    ['photo-unreadable/unreadable', { 'a.png': png(1600, 1200).subarray(0, 3000) }],
    ['photo-unreadable/unreadable', { 'a.jpg': Buffer.from('<html>') }],
  ])('%s is refused, never enlarged', async (expected, files) => {
    const { workspace, folder } = prepared(files)
    expect(await told(workspace)).toEqual([expected])
    const { files: made } = await preparePhotos({ workspace, award }, folder, machine)
    expect(made).toEqual([])
  })

  it('a sixth is one too many, and is left out', async () => {
    const six = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`${name}.tif`, cmykTiff(1182, 1182, 300)]),
    )
    const { workspace, folder } = prepared(six)
    const { files, findings } = await preparePhotos({ workspace, award }, folder, machine)
    expect(files).toHaveLength(5)
    expect(findings.map(({ rule, place }) => `${rule} ${place.line}`)).toEqual(['photo-count 6'])
  })

  it('where the notice says nothing of pictures, they stay as they are', async () => {
    const { workspace, folder } = prepared({ 'a.png': png(10, 10) })
    const silent = { pictures: 'not-specified' } as const
    const { files, findings } = await preparePhotos({ workspace, award: silent }, folder, machine)
    expect(files.map(({ file }) => path.basename(file))).toEqual(['a.png'])
    expect(findings).toEqual([])
  })
})

function prepared(files: Readonly<Record<string, Uint8Array>>): {
  readonly workspace: Workspace
  readonly folder: string
} {
  const names = Object.keys(files)
  const workspace = workspaceWith({
    'photos/photos.yaml': names
      .map((file) => `- { file: ${file}, title: ${file} 的标题, text: 文字 }\n`)
      .join(''),
    ...Object.fromEntries(names.map((file) => [`photos/${file}`, files[file] ?? ''])),
  })
  const folder = path.join(workspace.root, 'made')
  mkdirSync(folder)
  return { workspace, folder }
}

async function told(workspace: Workspace): Promise<readonly string[]> {
  const findings = await checkPhotos({ workspace, award })
  return findings.map(({ rule, messageId }) => `${rule}/${messageId}`)
}
