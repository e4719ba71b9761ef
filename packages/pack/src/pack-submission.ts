import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { listNotSpecified } from '@ziping/award'
import { deliverablesOf, signedFiles } from '@ziping/check'
import type { Finding } from '@ziping/diagnostics'
import { waiveLater } from '@ziping/lint'
import { clearUnfinished } from '@ziping/pdf'
import { buildDocuments } from '@ziping/session'
import { contentsSheet } from './contents-sheet.ts'
import { copySheet } from './copy-sheet.ts'
import { evidenceTooMuch } from './evidence-size.ts'
import { jobSheet } from './job-sheet.ts'
import { manifestName, writeManifest } from './manifest.ts'
import { legalName } from './names.ts'
import type { Packing, PackRequest } from './pack-request.ts'
import { parcelName } from './parcel-name.ts'
import { placeMedia } from './place-media.ts'
import { placeSigned, signedFolder } from './place-signed.ts'
import { placeUploads, uploadFolder } from './place-upload.ts'
import { pagesOf, placeVolumes, printFolder } from './place-volumes.ts'
import { openStage, recoverFolder, removeStage, replaceFolder } from './replace-folder.ts'
import { printSheet, type Sheet } from './sheet.ts'
import { openPlaces, signPlaces, signSheet } from './sign-list.ts'
import { type ParcelFile, Stage } from './stage.ts'
import { verifyBuilt } from './verify-built.ts'
import { deliveryFindings, verifyPlaced } from './verify-delivered.ts'
import { readVolumes } from './volume-facts.ts'

/** A parcel, or why there is none. */
export interface Packed {
  /** From the workspace's root. */
  readonly folder: string
  /** Undefined where something stood in the way: then the last parcel is as it was. */
  readonly files: readonly ParcelFile[] | undefined
  readonly findings: readonly Finding[]
  /** In how many places of the print somebody still has to sign or seal. */
  readonly toSign: number
}

/** Builds every document, verifies them, and puts the parcel together; it is replaced whole or not at all. */
export async function packSubmission(request: PackRequest): Promise<Packed> {
  const { dist } = request.subject.workspace.config.paths
  const folder = path.posix.join(dist, parcelName)
  const target = path.join(request.subject.workspace.root, folder)
  recoverFolder(target)
  clearUnfinished(path.dirname(target))
  const stage = openStage(target)
  try {
    const packed = await makeParcel(request, stage)
    if (packed.files !== undefined) replaceFolder(stage, target)
    return { folder, ...packed }
  } finally {
    removeStage(stage)
  }
}

async function makeParcel(request: PackRequest, stage: string): Promise<Omit<Packed, 'folder'>> {
  const { subject, onBuild } = request
  const heavy = evidenceTooMuch(subject)
  if (hasErrors(heavy)) return { files: undefined, findings: heavy, toSign: 0 }
  // First what may be missing on this machine: nobody wants to wait for a book to hear of it.
  const pictures = await preparePictures(request, stage)
  if (hasErrors(pictures.findings))
    return { files: undefined, findings: pictures.findings, toSign: 0 }
  const built = await buildDocuments({
    subject,
    documents: [],
    formats: new Set(['pdf', 'docx']),
    date: request.date,
    press: request.press,
    cacheFolder: request.cacheFolder,
    ...(onBuild === undefined ? {} : { onProgress: onBuild }),
  })
  const printed = [...pictures.findings, ...built.findings]
  printed.push(...(await verifyBuilt(built.outputs, request)))
  const { findings } = waiveLater(printed, subject)
  if (hasErrors(findings)) return { files: undefined, findings, toSign: 0 }
  const signed = signedFiles(subject, deliverablesOf(subject)).byDeliverable
  const packed = await fillStage({ ...request, built, signed, pictures: pictures.files }, stage)
  rmSync(picturesIn(stage), { recursive: true, force: true })
  const waived = waiveLater([...printed, ...packed.findings], subject, ['build', 'verify', 'pack'])
  return {
    files: hasErrors(waived.findings) ? undefined : packed.files,
    findings: [...waived.findings, ...waived.unused],
    toSign: packed.toSign,
  }
}

/** Only where a disc or a portal takes them. */
async function preparePictures(
  request: PackRequest,
  stage: string,
): ReturnType<PackRequest['preparePictures']> {
  const { award } = request.subject
  const ids = award.deliverables.filter(({ kind }) => kind === 'pictures').map(({ id }) => id)
  if (!award.media.some(({ contains }) => contains.some((id) => ids.includes(id))))
    return { files: [], findings: [] }
  request.onStep?.({ stage: 'pictures' })
  const folder = picturesIn(stage)
  mkdirSync(folder, { recursive: true })
  return request.preparePictures(folder)
}

function picturesIn(stage: string): string {
  return path.join(stage, '.pictures')
}

async function fillStage(
  packing: Packing,
  folder: string,
): Promise<Omit<Packed, 'folder'> & { readonly files: readonly ParcelFile[] }> {
  const { subject, onStep } = packing
  const stage = new Stage(folder, (file) => onStep?.({ stage: 'copying', file }))
  const { award } = subject
  const asksNothing = award.volumes.length === 0 && award.media.length === 0
  if (asksNothing) await placeEverything(packing, stage)
  if (award.volumes.length > 0) await placeVolumes(packing, stage)
  await placeSigned(packing, stage)
  const media = await placeMedia(packing, stage)
  const uploads = await placeUploads(packing, stage)
  const page = copySheet(packing)
  if (page !== undefined)
    await stage.write(`${uploadFolder}/抄录单.html`, page, { title: '网上填报抄录单' })
  const volumes = await readVolumes(packing)
  onStep?.({ stage: 'sheets' })
  const places = signPlaces(packing, volumes)
  await addSheet(`${printFolder}/印刷装订单.pdf`, jobSheet(packing, volumes, media), packing, stage)
  await addSheet(`${signedFolder}/签字盖章单.pdf`, signSheet(packing, places), packing, stage)
  await addSheet('清单.pdf', contentsSheet(packing, stage.files, places), packing, stage)
  onStep?.({ stage: 'finishing' })
  const files = [...stage.files]
  await stage.write(manifestName, writeManifest(manifestOf(packing, files)), {
    title: manifestName,
  })
  const shown = path.posix.join(subject.workspace.config.paths.dist, parcelName)
  const delivered = await verifyPlaced(files, { folder, shown }, subject)
  return {
    files,
    toSign: openPlaces(places).length,
    findings: [...media.flatMap((one) => one.findings), ...uploads, ...deliveryFindings(delivered)],
  }
}

/** Where a notice asks for nothing: one folder of what there is. */
async function placeEverything({ built, subject }: Packing, stage: Stage): Promise<void> {
  for (const file of built.outputs) {
    const name = path.posix.basename(file.path)
    const title = name.replace(/\.[^.]+$/, '')
    await stage.copy(
      path.join(subject.workspace.root, file.path),
      `材料/${legalName(title)}.${file.format}`,
      { title, document: file.document, ...pagesOf(file) },
    )
  }
}

async function addSheet(
  name: string,
  sheet: Sheet | undefined,
  { press, date, language }: Packing,
  stage: Stage,
): Promise<void> {
  if (sheet === undefined) return
  const { bytes, pages } = await printSheet(sheet, { press, date, language })
  await stage.write(name, bytes, { title: sheet.title, pages })
}

function manifestOf(
  { subject, check, date, builtWith }: Packing,
  files: readonly ParcelFile[],
): Parameters<typeof writeManifest>[0] {
  const { award } = subject
  return {
    version: 1,
    award: award.id,
    awardName: award.name,
    applicant: check.applicant ?? '',
    date,
    builtWith,
    files: files.map(({ crc32: _, ...file }) => file),
    notSpecified: listNotSpecified(award).map(({ name }) => name['zh-CN']),
  }
}

function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error')
}
