import path from 'node:path'
import { type Deliverable, isSpecified, type Medium } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import {
  builtFiles,
  type DeliverableFile,
  isFromOffice,
  receivedFiles,
  typeOf,
} from './deliverable-files.ts'
import { folderOf } from './medium-folder.ts'
import { legalName, nameFromTemplate } from './names.ts'
import { fileNameOpen, zipTooLarge } from './pack-findings.ts'
import type { Packing } from './pack-request.ts'
import { placePictures } from './place-pictures.ts'
import type { ParcelFile, Stage } from './stage.ts'
import { fitsZip, zipFiles } from './zip-folder.ts'

/** A disc or stick as it is burnt, and what was wrong with it. */
export interface PlacedMedium {
  readonly medium: Medium
  readonly folder: string
  readonly files: readonly ParcelFile[]
  readonly findings: readonly Finding[]
}

/** Puts together the folder of each disc or stick, and a zip of it. */
export async function placeMedia(packing: Packing, stage: Stage): Promise<readonly PlacedMedium[]> {
  const media = packing.subject.award.media.filter(({ kind }) => kind !== 'upload')
  const placed: PlacedMedium[] = []
  for (const medium of media) {
    placed.push(await placeMedium(medium, folderOf(medium), packing, stage))
  }
  return placed
}

async function placeMedium(
  medium: Medium,
  folder: string,
  packing: Packing,
  stage: Stage,
): Promise<PlacedMedium> {
  const { award, applicant, workspace } = packing.subject
  const before = stage.files.length
  const template = isSpecified(medium.fileName) ? medium.fileName : undefined
  const name = template === undefined ? undefined : nameFromTemplate(template, applicant)
  const findings: Finding[] = []
  if (template !== undefined && name === undefined)
    findings.push(fileNameOpen(workspace.configFile.placeOf(['award']), { template }))
  const wanted = award.deliverables.filter(({ id }) => medium.contains.includes(id))
  const files = wanted.flatMap((one) =>
    filesFor(one, medium, packing).map((file) => ({ one, file })),
  )
  const [only] = files
  if (name !== undefined && files.length === 1 && only !== undefined)
    await copy(only.file, only.one, `${folder}/${name}.${only.file.type}`, stage)
  else {
    // More than one file: the notice's name is then that of a folder.
    const inside = name === undefined ? folder : `${folder}/${name}`
    for (const { one, file } of files)
      await copy(file, one, `${inside}/${legalName(file.title)}.${file.type}`, stage)
    if (!isSpecified(medium.types)) await placeScans(wanted, inside, packing, stage)
    if (wanted.some(({ kind }) => kind === 'pictures')) await placePictures(inside, packing, stage)
  }
  const own = stage.files.slice(before)
  return {
    medium,
    folder,
    files: own,
    findings: [...findings, ...(await zip(folder, own, stage, packing))],
  }
}

async function copy(
  { from, title, pages }: DeliverableFile,
  { id }: Deliverable,
  to: string,
  stage: Stage,
): Promise<void> {
  await stage.copy(from, to, { title, document: id, ...(pages === undefined ? {} : { pages }) })
}

/** A deliverable in the types the notice wants; where it says nothing, as PDF to read and Word to work with. */
function filesFor(
  deliverable: Deliverable,
  medium: Medium,
  packing: Packing,
): readonly DeliverableFile[] {
  const types = typesOf(deliverable, medium)
  const isAllowed = ({ type }: DeliverableFile): boolean => types?.includes(type) ?? true
  const received = receivedFiles(deliverable, packing).map((file) => ({
    ...file,
    title: path.basename(file.from, path.extname(file.from)),
  }))
  const isOfficeForm = isFromOffice(deliverable, packing.subject) && received.length > 0
  // What the office gave out and got filled takes the place of our sheet.
  const built = isOfficeForm ? [] : builtFiles(deliverable, packing).filter(isAllowed)
  // Scans in a Word file serve nobody.
  const kept = deliverable.kind === 'evidence' ? built.filter(({ type }) => type === 'pdf') : built
  // The signed scan goes with what was signed, whatever type the editable copy must have.
  const scans = received.filter(
    ({ type }) => !isSpecified(medium.types) || medium.types.includes(type),
  )
  return [...kept, ...scans]
}

function typesOf({ id }: Deliverable, medium: Medium): readonly string[] | undefined {
  const own = medium.formats.find(({ deliverable }) => deliverable === id)?.types
  return own ?? (isSpecified(medium.types) ? medium.types : undefined)
}

/** 证明文件的扫描件: every scan as it came, under its printed number and title. */
async function placeScans(
  wanted: readonly Deliverable[],
  folder: string,
  { subject }: Packing,
  stage: Stage,
): Promise<void> {
  const main = wanted.find(({ kind }) => kind === 'evidence')
  if (main === undefined) return
  const { root, config } = subject.workspace
  for (const [index, { file, title }] of subject.evidence.all.entries()) {
    if (file === undefined) continue
    const name = legalName(`${String(index + 1).padStart(2, '0')} ${title}`)
    const from = path.join(root, config.paths.evidence, file)
    const to = `${folder}/${legalName(`${main.title}（扫描件）`)}/${name}.${typeOf(file)}`
    await stage.copy(from, to, { title, document: main.id })
  }
}

async function zip(
  folder: string,
  files: readonly ParcelFile[],
  stage: Stage,
  { subject }: Packing,
): Promise<readonly Finding[]> {
  if (files.length === 0) return []
  if (!fitsZip(files))
    return [zipTooLarge(subject.workspace.configFile.placeOf(['award']), { folder })]
  const entries = files.map((file) => ({ file, name: file.path.slice(folder.length + 1) }))
  await stage.make(
    `${folder}.zip`,
    { title: `${path.posix.basename(folder)}（压缩包）` },
    (target) => zipFiles(target, stage.folder, entries),
  )
  return []
}
