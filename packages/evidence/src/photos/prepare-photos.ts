import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Finding } from '@ziping/diagnostics'
import type { Machine } from '@ziping/pdf'
import { judgePhotos, type PhotosRequest, type UsablePhoto } from './check-photos.ts'
import { type Converter, openConverter } from './converter.ts'
import { unreadable } from './photo-findings.ts'
import { isAsDemanded, type PictureDemand } from './picture-demand.ts'

/** A picture as it is handed in. */
export interface PreparedPhoto {
  /** Absolute: the original where it is already as wanted, else the copy. */
  readonly file: string
  readonly title: string
  readonly text: string
}

/**
 * Makes copies of the organization's pictures in the award's format below a folder; originals stay as they are. What
 * would have to be enlarged, or cannot be opened, is left out and told.
 */
export async function preparePhotos(
  request: PhotosRequest,
  folder: string,
  machine: Pick<Machine, 'cacheFolder'>,
): Promise<{ readonly files: readonly PreparedPhoto[]; readonly findings: readonly Finding[] }> {
  const { usable, demand, findings } = await judgePhotos(request)
  const { mostFiles = usable.length } = demand
  const chosen = usable.slice(0, mostFiles)
  const asIs = (one: UsablePhoto): boolean => isAsDemanded(one.facts, demand)
  const convert = chosen.every(asIs) ? undefined : await openConverter(machine)
  const files: PreparedPhoto[] = []
  const spoilt: Finding[] = []
  for (const [index, one] of chosen.entries()) {
    const { photo } = one
    const file =
      convert === undefined || asIs(one)
        ? one.absolute
        : await converted(one, demand, { convert, folder, index })
    if (file === undefined) spoilt.push(unreadable(photo.place, photo))
    else files.push({ file, title: photo.title, text: photo.text })
  }
  return { files, findings: [...findings, ...spoilt] }
}

async function converted(
  { absolute }: UsablePhoto,
  { target, extension }: PictureDemand,
  how: { readonly convert: Converter; readonly folder: string; readonly index: number },
): Promise<string | undefined> {
  if (target === undefined) return absolute
  const { convert, folder, index } = how
  const file = path.join(folder, `${index + 1}.${extension ?? target.format}`)
  try {
    await writeFile(file, await convert(await readFile(absolute), target))
    return file
  } catch (cause) {
    // A disk that is full says so by a code; sharp, that it cannot decode, by words alone.
    if (cause instanceof Error && 'code' in cause) throw cause
    return undefined
  }
}
