import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  defineFinding,
  type Finding,
  type FindingMaker,
  placeOfFile,
  wording,
} from '@ziping/diagnostics'
import { manifestName, readManifestFiles } from './manifest.ts'
import { badManifest, noParcel } from './pack-failures.ts'
import { recoverFolder } from './replace-folder.ts'
import { fingerprint } from './stage.ts'

/** Compares a parcel with its manifest, byte for byte. */
export async function verifyParcel(
  folder: string,
  shown: string,
): Promise<{ readonly files: number; readonly findings: readonly Finding[] }> {
  recoverFolder(folder)
  const list = path.join(folder, manifestName)
  if (!existsSync(list)) throw noParcel(shown)
  const listed = readManifestFiles(readFileSync(list, 'utf8'))
  if (listed === undefined) throw badManifest(`${shown}/${manifestName}`)
  const findings: Finding[] = []
  const known = new Set([manifestName, ...listed.map((one) => one.path)])
  for (const { path: name, bytes, sha256 } of listed) {
    const file = path.join(folder, name)
    const place = placeOfFile(`${shown}/${name}`)
    // A manifest that somebody changed must not make us look elsewhere.
    if (!isInside(folder, file) || !isFile(file))
      findings.push(parcelFileMissing(place, { file: name }))
    else {
      const now = await fingerprint(file)
      if (now.bytes !== bytes || now.sha256 !== sha256)
        findings.push(parcelFileChanged(place, { file: name }))
    }
  }
  for (const name of filesIn(folder))
    if (!known.has(name))
      findings.push(parcelFileUnknown(placeOfFile(`${shown}/${name}`), { file: name }))
  return { files: listed.length, findings }
}

function isInside(folder: string, file: string): boolean {
  return path.resolve(file).startsWith(path.resolve(folder) + path.sep)
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true
}

/** What lies in a folder and below, with `/`, in order. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .sort()
}

const parcelFileMissing: FindingMaker<{ readonly file: string }> = defineFinding({
  rule: 'parcel-changed',
  messageId: 'missing',
  severity: 'error',
  words: wording({
    'zh-CN': ({ file }) => ({
      message: `申报包里少了 ${file}`,
      advice: '重新运行 ziping pack',
    }),
    en: ({ file }) => ({
      message: `${file} is no longer in the parcel`,
      advice: 'Run ziping pack again',
    }),
  }),
})

const parcelFileChanged: FindingMaker<{ readonly file: string }> = defineFinding({
  rule: 'parcel-changed',
  messageId: 'changed',
  severity: 'error',
  words: wording({
    'zh-CN': ({ file }) => ({
      message: `${file} 打包之后被改动过`,
      advice: '要改的改在申报工程里，再运行 ziping pack',
    }),
    en: ({ file }) => ({
      message: `${file} was changed after it was packed`,
      advice: 'Change the workspace instead and run ziping pack again',
    }),
  }),
})

const parcelFileUnknown: FindingMaker<{ readonly file: string }> = defineFinding({
  rule: 'parcel-changed',
  messageId: 'unknown',
  severity: 'error',
  words: wording({
    'zh-CN': ({ file }) => ({
      message: `${file} 不是打包时放进去的`,
      advice: '移出申报包；要报送的放进申报工程，再运行 ziping pack',
    }),
    en: ({ file }) => ({
      message: `${file} was not packed`,
      advice: 'Take it out; what is to be handed in belongs into the workspace',
    }),
  }),
})
