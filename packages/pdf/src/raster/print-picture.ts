import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '@ziping/diagnostics'
import type { JpegPicture } from '../bind/placement.ts'
import type { Browser } from '../browser/browser.ts'
import { writeWhole } from '../write-whole.ts'
import { emptyPage, shrinkPicture } from './raster-scripts.ts'

/** A photograph as the printer needs it. */
export interface PrintPicture extends JpegPicture {
  /** Whether there is more than grey in it. */
  readonly isColour: boolean
}

export interface PrintPictureOptions {
  /** Where pictures are kept from one book, and one run, to the next; nothing is kept without it. */
  readonly cacheFolder?: string
  readonly timeoutMs?: number
}

interface SourcePicture {
  readonly bytes: Uint8Array
  /** `image/jpeg` */
  readonly type: string
}

/** Printing presses show no more. */
const dotsPerInch = 300

/** Raised whenever the same picture would come out otherwise. */
const edition = 1

const defaultTimeoutMs = 60_000

/**
 * A picture with no more pixels than its place in print has room for, upright and on white, made by the browser: of
 * twelve million pixels of a telephone's photograph half a page shows two. Undefined where it cannot be drawn.
 */
export async function printPicture(
  source: SourcePicture,
  box: { readonly width: number; readonly height: number },
  browser: Browser,
  { cacheFolder, timeoutMs = defaultTimeoutMs }: PrintPictureOptions = {},
): Promise<PrintPicture | undefined> {
  const most = { width: pixels(box.width), height: pixels(box.height) }
  const look = JSON.stringify([edition, most.width, most.height, source.type])
  const key = createHash('sha256').update(look).update(source.bytes).digest('hex')
  const file = cacheFolder === undefined ? undefined : path.join(cacheFolder, key)
  const kept = file === undefined ? undefined : await readKept(file)
  if (kept !== undefined) return kept
  const picture = await shrink(source, most, browser, timeoutMs)
  // To keep it is a convenience.
  if (picture !== undefined && file !== undefined)
    await writeWhole(file, packed(picture)).catch(() => undefined)
  return picture
}

function pixels(points: number): number {
  return Math.max(1, Math.ceil((points * dotsPerInch) / 72))
}

async function shrink(
  { bytes, type }: SourcePicture,
  most: { readonly width: number; readonly height: number },
  browser: Browser,
  timeoutMs: number,
): Promise<PrintPicture | undefined> {
  const uri = `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')}`
  try {
    return await browser.withPage({ scripts: true, timeoutMs }, async (page) => {
      await page.setContent(emptyPage, { waitUntil: 'load' })
      return asPicture(await page.evaluate(shrinkPicture(uri, most)))
    })
  } catch (cause) {
    // One that breaks the browser, or keeps it busy for ever: the rest of the book is none the worse.
    if (cause instanceof Failure && spared.has(cause.code)) return undefined
    throw cause
  }
}

const spared: ReadonlySet<string> = new Set(['pdf/browser-timeout', 'pdf/browser-lost'])

interface Answer {
  readonly data: string
  readonly width: number
  readonly height: number
  readonly isColour: boolean
}

function asPicture(answer: unknown): PrintPicture | undefined {
  if (!isAnswer(answer)) return undefined
  const { data, width, height, isColour } = answer
  return { bytes: Buffer.from(data, 'base64'), width, height, isColour }
}

// What comes from the page was made by our script.
function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && 'data' in answer
}

/** A line that says what it is and ends with what the rest must hash to, and the JPEG. */
function packed({ bytes, width, height, isColour }: PrintPicture): Uint8Array {
  const head = { width, height, isColour, sha256: createHash('sha256').update(bytes).digest('hex') }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes])
}

async function readKept(file: string): Promise<PrintPicture | undefined> {
  try {
    const content = await readFile(file)
    const end = content.indexOf(0x0a)
    const { width, height, isColour, sha256 } = JSON.parse(content.toString('utf8', 0, end))
    const bytes = content.subarray(end + 1)
    if (sha256 !== createHash('sha256').update(bytes).digest('hex')) return undefined
    return { bytes, width, height, isColour }
  } catch {
    return undefined
  }
}
