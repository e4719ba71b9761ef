import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  machineOf,
  type PdfContent,
  readPdf,
  readWithoutPictures,
} from '../../packages/pdf/src/index.ts'
import { runInside } from '../run-inside.ts'
import { program } from '../run-ziping.ts'
import { SampleCopy } from '../sample-copy.ts'
import { type Made, makeEvidence } from './make-evidence.ts'
import { measuredRun } from './measured-run.ts'

/** Node's own process; the browser, which has each picture for a moment, is only told. */
const mostMegabytes = 600

const copy = new SampleCopy('nantong-org')
afterAll(() => copy[Symbol.dispose]())
const parcel = path.join(copy.folder, 'dist/申报包')

let made: Made
let packed: Awaited<ReturnType<typeof measuredRun>>
beforeAll(async () => {
  await runInside(['photos', 'install'], { cwd: copy.folder })
  made = makeEvidence(copy.folder, { pdfs: 200, photos: 300 })
  packed = await measuredRun([program, 'pack'], copy.folder, { ZIPING_CACHE: coldCache() })
  const { memory, seconds } = packed
  process.stdout.write(
    `${Math.round(made.bytes / 1e6)} MB of evidence: Node ${Math.round(memory.own)} MB, browser ${Math.round(memory.children)} MB, ${Math.round(seconds)} s\n`,
  )
})

/** What was installed is there, and nothing that was made before. */
function coldCache(): string {
  const { cacheFolder } = machineOf(process.env)
  const own = path.join(path.dirname(copy.folder), 'cache')
  const kept = path.join(own, 'ziping')
  mkdirSync(kept, { recursive: true })
  for (const name of readdirSync(cacheFolder).filter((one) =>
    /^(?:chromium|chrome|fonts|photos)/.test(one),
  ))
    symlinkSync(path.join(cacheFolder, name), path.join(kept, name))
  return own
}

async function digest(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

describe('a gigabyte of evidence: 200 PDFs and 300 photographs', () => {
  it('is packed', () => {
    expect(made.bytes).toBeGreaterThan(1e9)
    expect(packed.err).not.toContain('    at ')
    expect([packed.code, packed.err]).toEqual([0, packed.err])
  })

  it(`takes no more than ${mostMegabytes} MB`, () => {
    expect(packed.memory.own).toBeGreaterThan(50)
    expect(packed.memory.own).toBeLessThanOrEqual(mostMegabytes)
  })

  it.each(['印刷/申报书.pdf', '电子版/申报光盘（5寸光盘）/证实性材料.pdf'])(
    'is all in %s, every page of it with its title',
    async (name) => {
      const { pages } = await readPdf(readWithoutPictures(path.join(parcel, name)), name)
      const shown = exhibitsOf(pages)
      for (const { title, pages: count } of made.evidence) {
        const titles =
          count === 1
            ? [title]
            : Array.from({ length: count }, (_, index) => `${title}（${index + 1}/${count}）`)
        for (const one of titles) expect(shown.get(one), one).toBe(1)
      }
    },
  )

  it('lies on the disc as it came', async () => {
    const { files } = JSON.parse(readFileSync(path.join(parcel, 'manifest.json'), 'utf8'))
    const sums = new Set(files.map(({ sha256 }: { readonly sha256: string }) => sha256))
    for (const { file } of made.evidence)
      expect(sums.has(await digest(copy.file(`evidence/${file}`))), file).toBe(true)
  })

  it('is as its manifest says', async () => {
    const { code, out } = await runInside(['pack', '--check'], { cwd: copy.folder })
    expect([code, out]).toEqual([0, expect.stringContaining('与清单一致')])
  })
})

/** How often each title stands on a page that has a picture for every title on it. */
function exhibitsOf(pages: PdfContent['pages']): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { text, images } of pages) {
    const words = text
      .map((item) => item.text)
      .join('')
      .replace(/\s/g, '')
    const titles = [
      ...words.matchAll(/证实性材料\d+((?:检验检测报告第\d+号|现场照片第\d+张)(?:（\d+\/\d+）)?)/g),
    ]
    if (titles.length > images.length) continue
    for (const [, title = ''] of titles) found.set(title, (found.get(title) ?? 0) + 1)
  }
  return found
}
