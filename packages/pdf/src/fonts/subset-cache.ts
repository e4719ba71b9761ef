import { createHash, randomUUID } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { failure, wording } from '@ziping/diagnostics'
import type { Sfnt } from './sfnt.ts'
import { subsetFont } from './subset-font.ts'

/** Part of every name: to be raised when subsets are made differently. */
const edition = 'harfbuzz-1.6.4/1'
const keptSubsets = 200

const notSubset = wording<{ readonly file: string }>({
  'zh-CN': ({ file }) => ({
    message: `字体文件读不出来：${file}`,
    advice: '换用另一个字体文件，或运行 ziping fonts install 重新下载',
  }),
  en: ({ file }) => ({
    message: `The font file cannot be read: ${file}`,
    advice: 'Use another font file, or fetch the free ones again: ziping fonts install',
  }),
})

/** The font cut down to the characters: from the cache if it is there and whole. */
export async function cachedSubset(
  font: Sfnt,
  characters: readonly number[],
  folder: string,
): Promise<Buffer> {
  const key = createHash('sha256')
    .update(`${edition}\n${font.fingerprint}\n${characters.join()}`)
    .digest('hex')
  const file = path.join(folder, `${key}.subset`)
  const before = readChecked(file)
  if (before !== undefined) return before
  const subset = await subsetFont(font, characters)
  if (subset === undefined) throw failure('pdf/font-unreadable', notSubset, { file: font.file })
  store(file, subset)
  return subset
}

/** What follows its own hash; a file cut short or altered is as good as none. */
function readChecked(file: string): Buffer | undefined {
  try {
    const content = readFileSync(file)
    const subset = content.subarray(32)
    if (!hashOf(subset).equals(content.subarray(0, 32))) return undefined
    utimesSync(file, new Date(), new Date())
    return subset
  } catch {
    return undefined
  }
}

/** A cache that cannot be written costs time, nothing else. */
function store(file: string, subset: Buffer): void {
  const folder = path.dirname(file)
  const fresh = path.join(folder, `${randomUUID()}.new`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(fresh, Buffer.concat([hashOf(subset), subset]), { mode: 0o600 })
    renameSync(fresh, file)
    sweep(folder)
  } catch {
    rmSync(fresh, { force: true })
  }
}

function sweep(folder: string): void {
  const files = readdirSync(folder).map((name) => path.join(folder, name))
  if (files.length <= keptSubsets) return
  const age = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const old = files.toSorted((a, b) => age(b) - age(a)).slice(keptSubsets)
  for (const file of old) rmSync(file, { force: true })
}

function hashOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
