import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyParcel } from '../../packages/pack/src/index.ts'
import { program } from '../run-ziping.ts'
import { SampleCopy } from '../sample-copy.ts'

const isRoot = process.getuid?.() === 0
const mount = (...words: readonly string[]): boolean => spawnSync('mount', words).status === 0

/** Root may write everywhere; without this power it is refused like anybody else. */
const humbled = isRoot ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : []
const canBeRefused =
  process.platform !== 'win32' && (!isRoot || spawnSync('setpriv', ['--version']).status === 0)

interface Ended {
  readonly code: number | null
  readonly err: string
}

function pack(copy: SampleCopy): Ended {
  const [command = '', ...words] = [...humbled, process.execPath, program, 'pack']
  const { status, stderr } = spawnSync(command, words, { cwd: copy.folder, encoding: 'utf8' })
  return { code: status, err: stderr }
}

/** Every file of the parcel, by a checksum of its bytes. */
function bytesIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return Object.fromEntries(files.map((file) => [path.relative(folder, file), checksum(file)]))
}

function checksum(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** Nothing came of it, and it is said so; what was there is there. */
async function expectRefused(
  { code, err }: Ended,
  reason: string,
  dist: string,
  before: Readonly<Record<string, string>>,
): Promise<void> {
  expect(err).toContain(`（${reason}）`)
  expect(err).toMatch(/没有写成|没有做成/)
  expect(err).toContain('没有改动')
  expect(err).not.toMatch(/^\s+at /m)
  expect(code).toBe(2)
  expect(bytesIn(path.join(dist, '申报包'))).toEqual(before)
  expect((await verifyParcel(path.join(dist, '申报包'), 'dist/申报包')).findings).toEqual([])
  expect(readdirSync(dist).filter((name) => name.startsWith('.'))).toEqual([])
}

describe.skipIf(!canBeRefused)(
  'a folder that may not be written (as root this needs setpriv)',
  () => {
    const copy = new SampleCopy('wuhan-other')
    const dist = copy.file('dist')
    afterAll(() => {
      chmodSync(dist, 0o755)
      copy[Symbol.dispose]()
    })

    it('keeps the last parcel, and the next run makes a new one', async () => {
      expect(pack(copy).code).toBe(0)
      const before = bytesIn(path.join(dist, '申报包'))
      chmodSync(dist, 0o555)
      await expectRefused(pack(copy), 'EACCES', dist, before)
      chmodSync(dist, 0o755)
      expect(pack(copy).code).toBe(0)
    })
  },
)

describe.skipIf(!isRoot)('a disk of its own (only root may mount one)', () => {
  const copy = new SampleCopy('nantong-person')
  const dist = copy.file('dist')
  const filler = path.join(dist, '别的文件')
  let before: Readonly<Record<string, string>> = {}
  let parcelBytes = 0
  beforeAll(() => {
    mkdirSync(dist)
    if (!mount('-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', dist)) throw new Error('no mount')
    expect(pack(copy)).toMatchObject({ code: 0 })
    before = bytesIn(path.join(dist, '申报包'))
    parcelBytes = Object.keys(before)
      .map((name) => statSync(path.join(dist, '申报包', name)).size)
      .reduce((sum, bytes) => sum + bytes, 0)
  })
  afterAll(() => {
    spawnSync('umount', [dist])
    copy[Symbol.dispose]()
  })

  /** Leaves so much room as is this part of the parcel. */
  function fill(part: number): void {
    rmSync(filler, { force: true })
    const { bavail, bsize } = statfsSync(dist)
    const bytes = bavail * bsize - Math.round(part * parcelBytes)
    writeFileSync(filler, Buffer.alloc(bytes))
  }

  // Full while the first document is written, while the parcel is filled, and while its disc is zipped.
  it.each([0, 0.3, 0.9])('is full with room for %d of the parcel', async (part) => {
    fill(part)
    await expectRefused(pack(copy), 'ENOSPC', dist, before)
  })

  it('is read-only', async () => {
    rmSync(filler, { force: true })
    expect(mount('-o', 'remount,ro', dist)).toBe(true)
    const refused = pack(copy)
    expect(mount('-o', 'remount,rw', dist)).toBe(true)
    await expectRefused(refused, 'EROFS', dist, before)
  })

  it('has room again: the next run makes the same parcel', () => {
    expect(pack(copy)).toMatchObject({ code: 0 })
    expect(bytesIn(path.join(dist, '申报包'))).toEqual(before)
  })
})
