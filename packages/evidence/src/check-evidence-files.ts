import { readFile } from 'node:fs/promises'
import type { Award } from '@ziping/award'
import { Failure, type Finding, type Place, placeOfFile } from '@ziping/diagnostics'
import { inspectPdf, type PdfPage, readPdf } from '@ziping/pdf'
import type { Evidence, EvidenceIndex, Workspace } from '@ziping/report'
import * as findings from './file-findings.ts'
import { type ImageFacts, readImageFacts } from './image/image-facts.ts'
import { openInside } from './open-inside.ts'

/** What the files of evidence are checked for. */
export interface EvidenceFileLimits {
  /** Larger files are named. */
  readonly hugeMegabytes: number
  /** The least that is legible in print. */
  readonly dpi: number
}

export const usualLimits: EvidenceFileLimits = { hugeMegabytes: 20, dpi: 120 }

export interface EvidenceFilesRequest {
  readonly workspace: Pick<Workspace, 'root' | 'config'>
  readonly award: Pick<Award, 'volumes'>
  readonly evidence: EvidenceIndex
  readonly limits?: EvidenceFileLimits
  readonly onFile?: (file: string, index: number, count: number) => void
}

/** Opens every file of the index, one after another, and says which cannot be printed, or not legibly. */
export async function checkEvidenceFiles(
  request: EvidenceFilesRequest,
): Promise<readonly Finding[]> {
  const { evidence, onFile } = request
  const withFile = evidence.all.filter(({ file }) => file !== undefined)
  const found: Finding[] = []
  for (const [index, entry] of withFile.entries()) {
    onFile?.(entry.file ?? '', index + 1, withFile.length)
    found.push(...(await checkEntry(entry, request)))
  }
  return found
}

interface Checking {
  readonly title: string
  readonly file: string
  readonly place: Place
  readonly limits: EvidenceFileLimits
  /** The box in which it is printed, in millimetres. */
  readonly box: readonly [width: number, height: number]
}

async function checkEntry(
  { id, title, file = '' }: Evidence,
  { workspace, award, evidence, limits = usualLimits }: EvidenceFilesRequest,
): Promise<readonly Finding[]> {
  const found = openInside(workspace.root, workspace.config.paths.evidence, file)
  if (found.kind === 'none') return [] // lint tells what is missing
  const place = evidence.file?.placeOf([id, 'file']) ?? placeOfFile(file)
  const checking: Checking = { title, file, place, limits, box: printedBox(award) }
  if (found.bytes === 0) return [findings.empty(place, { title, file })]
  const megabytes = Math.ceil(found.bytes / 1024 / 1024)
  const most = limits.hugeMegabytes
  const size = megabytes > most ? [findings.huge(place, { title, file, megabytes, most })] : []
  // Its size is the thing to mend; reading it would take the memory that packing needs.
  if (megabytes > mostMegabytes) return size
  try {
    return [...size, ...(await checkContent(await readFile(found.absolute), checking))]
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    return [
      findings.unreadable(place, {
        title,
        file,
        reason: { 'zh-CN': String(cause.code), en: String(cause.code) },
      }),
    ]
  }
}

const mostMegabytes = 64

const damaged = { 'zh-CN': '图片已损坏', en: 'it is damaged' }
const cutShort = { 'zh-CN': '文件不完整', en: 'it is not whole' }

/** Evidence stands several to a page; the text of an A4 page is about 160 by 240 millimetres. */
function printedBox({ volumes }: Pick<Award, 'volumes'>): readonly [number, number] {
  const counts = volumes.flatMap(({ perPage }) => perPage?.['evidence'] ?? [])
  return [160, 240 / Math.max(1, ...counts)]
}

async function checkContent(bytes: Uint8Array, checking: Checking): Promise<readonly Finding[]> {
  const { title, file, place } = checking
  const extension = /\.([^.]+)$/u.exec(file.toLowerCase())?.[1] ?? ''
  const is = formatOf(bytes)
  if (!printable.has(extension)) return [findings.wrongType(place, { title, file })]
  if (is !== undefined && !extensions[is].includes(extension))
    return [findings.mislabelled(place, { title, file, is: extensions[is][0] ?? is })]
  return extension === 'pdf' ? checkPdf(bytes, checking) : checkImage(bytes, checking)
}

type PrintableFormat = 'pdf' | 'jpeg' | 'png' | 'tiff'

const extensions: Readonly<Record<PrintableFormat, readonly string[]>> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  tiff: ['tif', 'tiff'],
}
const printable: ReadonlySet<string> = new Set(Object.values(extensions).flat())

function formatOf(bytes: Uint8Array): PrintableFormat | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG')) return 'png'
  return head.startsWith('II*\0') || head.startsWith('MM\0*') ? 'tiff' : undefined
}

function checkImage(bytes: Uint8Array, checking: Checking): readonly Finding[] {
  const { title, file, place, box, limits } = checking
  const facts = readImageFacts(bytes)
  if (facts === undefined || facts.width === 0 || facts.height === 0)
    return [findings.unreadable(place, { title, file, reason: damaged })]
  const dpi = dpiInBox(facts, box)
  return [
    ...(facts.isWhole ? [] : [findings.unreadable(place, { title, file, reason: cutShort })]),
    ...(facts.orientation === 1 ? [] : [findings.rotated(place, { title, file })]),
    ...(dpi < limits.dpi ? [findings.coarse(place, { title, file, dpi, least: limits.dpi })] : []),
  ]
}

/** It is drawn as large as it fits. */
function dpiInBox(
  { width, height, orientation }: ImageFacts,
  [wide, tall]: Checking['box'],
): number {
  const [across, down] = orientation >= 5 ? [height, width] : [width, height]
  return Math.floor(Math.max(across / wide, down / tall) * 25.4)
}

async function checkPdf(bytes: Uint8Array, checking: Checking): Promise<readonly Finding[]> {
  const { title, file, place } = checking
  try {
    const pages = await inspectPdf(bytes, file)
    const turned = oddPages(pages.map(({ rotation }) => rotation))
    return [
      ...(turned.length === 0
        ? []
        : [findings.turnedPages(place, { title, file, pages: turned.join('、') })]),
      ...(pages.length <= mostPages && bytes.length <= mostBytes
        ? await coarsePages(bytes, checking)
        : []),
    ]
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    if (cause.code === 'pdf/encrypted') return [findings.encrypted(place, { title, file })]
    if (cause.code === 'pdf/empty') return [findings.empty(place, { title, file })]
    return [findings.unreadable(place, { title, file, reason: cutShort })]
  }
}

/** Drawing instructions are read for certificates; for a book of two hundred pages nobody would wait. */
const mostPages = 12
const mostBytes = 16 * 1024 * 1024

/** Pages turned otherwise than most. */
function oddPages(rotations: readonly number[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const rotation of rotations) counts.set(rotation, (counts.get(rotation) ?? 0) + 1)
  const [usual] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [0]
  return rotations.flatMap((rotation, index) => (rotation === usual ? [] : [index + 1]))
}

async function coarsePages(
  bytes: Uint8Array,
  { title, file, place, limits, box }: Checking,
): Promise<readonly Finding[]> {
  const { pages } = await readPdf(bytes, file)
  const scans = pages.flatMap((page, index) => {
    const dpi = scanDpi(page, pages.length === 1 ? box : [160, 240])
    return dpi === undefined || dpi >= limits.dpi ? [] : [{ dpi, page: index + 1 }]
  })
  if (scans.length === 0) return []
  const dpi = Math.min(...scans.map((scan) => scan.dpi))
  const shown = pages.length === 1 ? {} : { pages: scans.map(({ page }) => page).join('、') }
  return [findings.coarse(place, { title, file, dpi, least: limits.dpi, ...shown })]
}

/** How finely a page prints that is one picture and nothing else; undefined for a page with text. */
function scanDpi(page: PdfPage, [wide, tall]: Checking['box']): number | undefined {
  if (page.text.length > 0) return undefined
  const area = page.width * page.height
  const dpis = page.images.flatMap((image) =>
    image.width * image.height < area / 2
      ? []
      : [Math.max(image.pixelWidth / image.width, image.pixelHeight / image.height) * 72],
  )
  if (dpis.length !== 1) return undefined
  const millimetres = 25.4 / 72
  const scale = Math.min(wide / (page.width * millimetres), tall / (page.height * millimetres))
  return Math.floor((dpis[0] ?? 0) / scale)
}
