import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { loadAward } from '@ziping/award'
import { readWorkspace, type Workspace } from '@ziping/report'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { preparePhotos, readImageFacts } from '../../packages/evidence/src/index.ts'
import { openConverter } from '../../packages/evidence/src/photos/converter.ts'
import { converterFolder } from '../../packages/evidence/src/photos/install-converter.ts'
import { jpegHead, png } from '../../packages/evidence/test/pictures.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'ziping photos 图片 '))
const machine = { cacheFolder: path.join(folder, 'cache') }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// As `ziping photos install` leaves it, from the packages of these tests.
beforeAll(() => {
  const own = converterFolder(machine)
  mkdirSync(own, { recursive: true })
  symlinkSync(
    path.join(import.meta.dirname, 'node_modules'),
    path.join(own, 'node_modules'),
    'junction',
  )
})

describe('photographs for the disc of Nantong', () => {
  it('the sample’s become TIF, 300 dpi, separated into four inks, with their profile', async () => {
    const workspace = readWorkspace(path.resolve('content/samples/nantong-org'))
    const made = path.join(folder, 'sample')
    const originals = await prepared(workspace, made)
    expect(originals.findings).toEqual([])
    expect(originals.files.map(({ file }) => path.basename(file))).toEqual([
      '1.tif',
      '2.tif',
      '3.tif',
    ])
    for (const { file } of originals.files) {
      const facts = tiffinfo(file)
      expect(facts).toMatchObject({
        'Photometric Interpretation': 'separated',
        'Samples/Pixel': '4',
        'Bits/Sample': '8',
        Resolution: '300, 300 pixels/inch',
        'Planar Configuration': 'single image plane',
        InkSet: '1',
      })
      expect(facts['ICC Profile']).toMatch(/^<present>/u)
      const [, width, height] =
        /^(\d+) Image Length: (\d+)$/u.exec(facts['Image Width'] ?? '') ?? []
      // 10 cm at 300 dpi.
      expect(Math.min(Number(width), Number(height))).toBeGreaterThanOrEqual(1182)
    }
  })

  it('originals stay, and the same photograph gives the same bytes', async () => {
    const original = png(1300, 1200)
    const workspace = workspaceWith('same', { 'a.png': original })
    const [one, other] = await Promise.all(
      ['x', 'y'].map((name) => prepared(workspace, path.join(folder, name))),
    )
    expect(bytesOf(one?.files[0]?.file).equals(bytesOf(other?.files[0]?.file))).toBe(true)
    expect(bytesOf(path.join(workspace.root, 'photos/a.png')).equals(original)).toBe(true)
  })

  it('a photograph that lies on its side is turned upright', async () => {
    const convert = await openConverter(machine)
    const upright = await convert(png(1200, 1600), { format: 'jpeg', colour: 'srgb', dpi: 300 })
    const lying = turned(upright, 6)
    expect(readImageFacts(lying)).toMatchObject({ width: 1200, height: 1600, orientation: 6 })
    const workspace = workspaceWith('turned', { 'a.jpg': lying })
    const { files } = await prepared(workspace, path.join(folder, 'upright'))
    expect(tiffinfo(files[0]?.file ?? '')['Image Width']).toBe('1600 Image Length: 1200')
  })

  it('gray comes back from the four inks within a tenth', async () => {
    const convert = await openConverter(machine)
    const tif = await convert(png(1200, 1200), { format: 'tiff', colour: 'cmyk', dpi: 300 })
    const back = await convert(tif, { format: 'png', colour: 'srgb', dpi: 300 })
    for (const light of firstPixel(back)) expect(Math.abs(light - 0x80)).toBeLessThan(26)
  })

  it('one whose pixels cannot be decoded is told, and the others go in', async () => {
    const workspace = workspaceWith('broken', {
      'a.jpg': jpegHead(1600, 1600),
      'b.png': png(1200, 1200),
    })
    const { files, findings } = await prepared(workspace, path.join(folder, 'one'))
    expect(files.map(({ title }) => title)).toEqual(['b.png'])
    expect(findings.map(({ rule, place }) => `${rule} ${place.file}:${place.line}`)).toEqual([
      'photo-unreadable photos/photos.yaml:1',
    ])
  })
})

async function prepared(workspace: Workspace, made: string): ReturnType<typeof preparePhotos> {
  mkdirSync(made)
  return preparePhotos({ workspace, award: await loadAward('nantong-org-2020') }, made, machine)
}

function workspaceWith(name: string, photos: Readonly<Record<string, Uint8Array>>): Workspace {
  const root = path.join(folder, `workspace ${name}`)
  mkdirSync(path.join(root, 'photos'), { recursive: true })
  writeFileSync(path.join(root, 'ziping.yaml'), 'award: nantong-org-2020\n')
  const index = Object.keys(photos).map(
    (file) => `- { file: ${file}, title: ${file}, text: 文字 }\n`,
  )
  writeFileSync(path.join(root, 'photos/photos.yaml'), index.join(''))
  for (const [file, bytes] of Object.entries(photos))
    writeFileSync(path.join(root, 'photos', file), bytes)
  return readWorkspace(root)
}

/** The first pixel of a PNG: no filter changes it. */
function firstPixel(bytes: Buffer): readonly number[] {
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  return [...inflateSync(Buffer.concat(parts)).subarray(1, 4)]
}

function bytesOf(file: string | undefined): Buffer {
  return readFileSync(file ?? '')
}

/** A JPEG with a mark of EXIF that says how it is to be held. */
function turned(jpeg: Buffer, orientation: number): Buffer {
  const marked = jpegHead(8, 8, { orientation })
  const length = 2 + marked.readUInt16BE(4)
  return Buffer.concat([jpeg.subarray(0, 2), marked.subarray(2, 2 + length), jpeg.subarray(2)])
}

/** What libtiff's own program says of a file: `Image Width` … by name. */
function tiffinfo(file: string): Readonly<Record<string, string>> {
  const lines = execFileSync('tiffinfo', [file], { encoding: 'utf8' }).split('\n')
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^\s+([^:]+): (.+)$/u.exec(line) ?? []
      return name === undefined || value === undefined ? [] : [[name, value]]
    }),
  )
}
