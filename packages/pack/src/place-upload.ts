import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Deliverable, isSpecified, type Medium } from '@ziping/award'
import { type Finding, placeOfFile } from '@ziping/diagnostics'
import { readPdf } from '@ziping/pdf'
import { builtFiles, type DeliverableFile, receivedFiles } from './deliverable-files.ts'
import { legalName } from './names.ts'
import { uploadTooLarge, uploadTypeRefused } from './pack-findings.ts'
import type { Packing } from './pack-request.ts'
import { splitPdf } from './split-pdf.ts'
import type { Stage } from './stage.ts'

export const uploadFolder = '网上填报'

/** Where in the parcel the files for a portal lie. */
export const uploadedFiles: string = `${uploadFolder}/上传文件`

/** Puts together what is uploaded to a portal: each file of a type and size it takes. */
export async function placeUploads(packing: Packing, stage: Stage): Promise<readonly Finding[]> {
  const { award } = packing.subject
  const findings: Finding[] = []
  for (const medium of award.media.filter(({ kind }) => kind === 'upload')) {
    const wanted = award.deliverables.filter(({ id }) => medium.contains.includes(id))
    for (const deliverable of wanted)
      for (const file of filesFor(deliverable, medium, packing))
        findings.push(...(await place(file, deliverable, { medium, packing, stage })))
  }
  return findings
}

/** Of what we make one type is enough; of what others gave, all there is. */
function filesFor(
  deliverable: Deliverable,
  medium: Medium,
  packing: Packing,
): readonly DeliverableFile[] {
  const asked = medium.formats.find((one) => one.deliverable === deliverable.id)?.types
  const types = asked ?? ['pdf', 'docx']
  const built = builtFiles(deliverable, packing)
  const best = types.flatMap((type) => built.filter((file) => file.type === type))[0]
  const scans = receivedFiles(deliverable, packing)
  return [...(best === undefined ? [] : [best]), ...scans]
}

/** To split a file it is held whole, and twice. */
const mostToSplit = 450 * 1024 * 1024

interface Placing {
  readonly medium: Medium
  readonly packing: Packing
  readonly stage: Stage
}

async function place(
  file: DeliverableFile,
  deliverable: Deliverable,
  { medium, packing, stage }: Placing,
): Promise<readonly Finding[]> {
  const shown = path.basename(file.from)
  const at = placeOfFile(path.relative(packing.subject.workspace.root, file.from))
  const allowed =
    medium.formats.find((one) => one.deliverable === deliverable.id)?.types ??
    (isSpecified(medium.types) ? medium.types : undefined)
  if (allowed !== undefined && !allowed.includes(file.type))
    return [uploadTypeRefused(at, { file: shown, allowed })]
  const limit = isSpecified(medium.maxBytes) ? medium.maxBytes : Number.POSITIVE_INFINITY
  const { size } = await stat(file.from)
  const name = `${uploadedFiles}/${legalName(file.title)}`
  const meta = { title: file.title, document: deliverable.id }
  if (size <= limit) {
    const pages = file.pages === undefined ? {} : { pages: file.pages }
    await stage.copy(file.from, `${name}.${file.type}`, { ...meta, ...pages })
    return []
  }
  const canSplit = file.type === 'pdf' && size <= mostToSplit
  const parts = canSplit ? await splitFile(file, limit) : undefined
  if (parts === undefined) return [uploadTooLarge(at, { file: shown, bytes: size, limit })]
  for (const [index, { bytes, titles, from, to }] of parts.entries()) {
    const of =
      titles.length === 0
        ? ''
        : `：${titles[0]}${titles.length === 1 ? '' : ` 至 ${titles.at(-1)}`}`
    await stage.write(`${name}（${index + 1}）.pdf`, bytes, {
      ...meta,
      title: `${file.title}（${index + 1}，共 ${parts.length} 部分）${of}`,
      pages: to - from + 1,
    })
  }
  return []
}

async function splitFile({ from }: DeliverableFile, limit: number): ReturnType<typeof splitPdf> {
  const bytes = await readFile(from)
  const { outline } = await readPdf(bytes, path.basename(from))
  return splitPdf(bytes, outline, limit)
}
