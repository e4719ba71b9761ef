import { appendFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { NoiseJpegs, type NoiseSettings } from './noise-jpeg.ts'
import { noisePng } from './noise-png.ts'
import { Random } from './random.ts'
import { type ScannedSheet, scanPdf } from './scan-pdf.ts'

/** A piece of evidence that was made, and in how many places of the book it stands. */
export interface MadeEvidence {
  readonly title: string
  readonly file: string
  readonly pages: number
}

export interface Bulk {
  readonly pdfs: number
  readonly photos: number
}

export interface Made {
  readonly evidence: readonly MadeEvidence[]
  readonly bytes: number
}

/** Telephones lying and standing, cameras, what was sent by chat. */
const cameras: readonly NoiseSettings[] = [
  { width: 4000, height: 3000, detail: 10 },
  { width: 3000, height: 4000, detail: 6 },
  { width: 4608, height: 3456, detail: 9 },
  { width: 1920, height: 1440, detail: 14 },
]

/** A4 at 150, 200 and 300 dpi. */
const scanners: readonly NoiseSettings[] = [
  { width: 1654, height: 2339, detail: 14, isGrey: true },
  { width: 1654, height: 2339, detail: 7 },
  { width: 1240, height: 1754, detail: 14 },
  { width: 2480, height: 3508, detail: 7, isGrey: true },
]

/** Adds scans and photographs to a workspace's index: with 200 and 300 about a gigabyte that cannot be packed further. */
export function makeEvidence(root: string, { pdfs, photos }: Bulk): Made {
  const random = new Random(20200714)
  const shots = cameras.map((settings) => new NoiseJpegs(settings, random))
  const sheets = scanners.map((settings) => ({
    settings,
    jpegs: new NoiseJpegs(settings, random),
  }))
  const evidence: MadeEvidence[] = []
  let bytes = 0
  const add = (made: Omit<MadeEvidence, 'file'>, extension: string, content: Buffer): void => {
    const id = `bulk-${String(evidence.length + 1).padStart(3, '0')}`
    const file = `${id}.${extension}`
    writeFileSync(path.join(root, 'evidence', file), content)
    appendFileSync(path.join(root, 'evidence/evidence.yaml'), entry(id, made.title, file))
    evidence.push({ ...made, file })
    bytes += content.length
  }
  for (let index = 0; index < pdfs; index++) {
    const count = 1 + (index % 4)
    const own = Array.from({ length: count }, (_, page): ScannedSheet => {
      const { settings, jpegs } = pick(sheets, index + page)
      const { width, height, isGrey = false } = settings
      const extra = index % 5 === 0 ? { text: `Sheet ${index + 1}-${page + 1}` } : {}
      const rotation = index % 9 === 0 ? 180 : 0
      return { jpeg: jpegs.make(random), width, height, isGrey, rotation, ...extra }
    })
    add({ title: `检验检测报告第${index + 1}号`, pages: count }, 'pdf', scanPdf(own))
  }
  for (let index = 0; index < photos; index++) {
    const title = `现场照片第${index + 1}张`
    if (index % 20 === 19) add({ title, pages: 1 }, 'png', noisePng(900, 700, random))
    else add({ title, pages: 1 }, 'jpg', pick(shots, index).make(random))
  }
  return { evidence, bytes }
}

function entry(id: string, title: string, file: string): string {
  return `${id}:\n  title: ${title}\n  file: ${file}\n  issuer: 质量管理部\n  issued: 2019-06-01\n  kind: record\n`
}

function pick<One>(all: readonly One[], index: number): One {
  const one = all[index % all.length]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}
