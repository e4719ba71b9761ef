import { statSync } from 'node:fs'
import path from 'node:path'
import {
  defineFinding,
  type Finding,
  type FindingMaker,
  placeOfFile,
  wording,
} from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'

/**
 * Files are opened one at a time, so that all of them may be far more than fits into memory; packed with 1 GB of them,
 * Node stays below 600 MB. A disc holds 4.7 GB, a zip 4 GB, and the bound book goes onto it beside the scans.
 */
const mostMegabytes = 2048

/** One file is taken into memory whole. */
const mostInOneFile = 200

const tooMuch: FindingMaker<{ readonly megabytes: number }> = defineFinding({
  rule: 'evidence-too-much',
  messageId: 'all',
  severity: 'error',
  words: wording({
    'zh-CN': ({ megabytes }) => ({
      message: `证实性材料共 ${megabytes} MB，超过能打包的 ${mostMegabytes} MB`,
      advice: '把照片缩到 2000 像素左右，把扫描件重新存成 200 至 300 点/英寸；印出来看不出差别',
    }),
    en: ({ megabytes }) => ({
      message: `The evidence has ${megabytes} MB; no more than ${mostMegabytes} MB can be packed`,
      advice:
        'Shrink photographs to about 2000 pixels and save scans at 200 to 300 dpi: print shows no difference',
    }),
  }),
})

const tooMuchInOne: FindingMaker<{ readonly file: string; readonly megabytes: number }> =
  defineFinding({
    rule: 'evidence-too-much',
    messageId: 'file',
    severity: 'error',
    words: wording({
      'zh-CN': ({ file, megabytes }) => ({
        message: `${file} 有 ${megabytes} MB，一个文件最多 ${mostInOneFile} MB`,
        advice: '把它拆成几份分别登记，或重新存成 200 至 300 点/英寸',
      }),
      en: ({ file, megabytes }) => ({
        message: `${file} has ${megabytes} MB; one file may have ${mostInOneFile} MB`,
        advice: 'Split it into several entries, or save it at 200 to 300 dpi',
      }),
    }),
  })

/** Told before anything is printed: nobody waits an hour for a book that cannot be bound. */
export function evidenceTooMuch({
  evidence,
  workspace,
}: Pick<LintSubject, 'evidence' | 'workspace'>): readonly Finding[] {
  const place = placeOfFile(evidence.file?.file ?? workspace.config.paths.evidence)
  const sizes = evidence.all.flatMap(({ id, file }) => {
    if (file === undefined) return []
    const from = path.join(workspace.root, workspace.config.paths.evidence, file)
    const bytes = statSync(from, { throwIfNoEntry: false })?.size ?? 0
    return [{ file, bytes, place: evidence.file?.placeOf([id, 'file']) ?? place }]
  })
  const all = inMegabytes(sizes.reduce((sum, { bytes }) => sum + bytes, 0))
  return [
    ...(all > mostMegabytes ? [tooMuch(place, { megabytes: all })] : []),
    ...sizes.flatMap(({ file, bytes, place: at }) => {
      const megabytes = inMegabytes(bytes)
      return megabytes > mostInOneFile ? [tooMuchInOne(at, { file, megabytes })] : []
    }),
  ]
}

function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024)
}
