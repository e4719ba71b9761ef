import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from '../write-whole.ts'
import { dotsPerInch, type PagePicture, type WantedPage } from './page-picture.ts'

/** Raised whenever the same page would be drawn otherwise. */
const edition = 1

/** What a picture depends on: the whole file, since one page may use anything in it. */
export function pageKey({ bytes, page, box }: WantedPage): string {
  const look = JSON.stringify([edition, dotsPerInch, page, box.width, box.height])
  return createHash('sha256').update(look).update(bytes).digest('hex')
}

/** What was kept, unless it is damaged. */
export async function readKeptPage(folder: string, key: string): Promise<PagePicture | undefined> {
  try {
    const { check, width, height, type, data } = JSON.parse(
      await readFile(fileOf(folder, key), 'utf8'),
    )
    if (check !== checkOf(key, { width, height, type, data })) return undefined
    return { bytes: new Uint8Array(Buffer.from(data, 'base64')), type, width, height }
  } catch {
    return undefined
  }
}

/** Keeping is a convenience: where it fails, the page is drawn again next time. */
export async function keepPage(folder: string, key: string, picture: PagePicture): Promise<void> {
  const { width, height, type } = picture
  const kept = { width, height, type, data: Buffer.from(picture.bytes).toString('base64') }
  const text = JSON.stringify({ check: checkOf(key, kept), ...kept })
  await writeWhole(fileOf(folder, key), new TextEncoder().encode(text)).catch(() => undefined)
}

function fileOf(folder: string, key: string): string {
  return path.join(folder, `${key}.json`)
}

function checkOf(key: string, kept: object): string {
  return createHash('sha256').update(key).update(JSON.stringify(kept)).digest('hex')
}
