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
 * What one volume can take of pictures, and of scans that are PDFs: the page that is printed, and the file that is bound,
 * are each one string, and V8 gives a string no more than 512 MB.
 */
const mostMegabytes = { pictures: 350, scans: 450 } as const

const tooMuch: FindingMaker<{
  readonly what: keyof typeof mostMegabytes
  readonly megabytes: number
}> = defineFinding({
  rule: 'evidence-too-much',
  messageId: 'volume',
  severity: 'error',
  words: wording({
    'zh-CN': ({ what, megabytes }) => ({
      message: `证实性材料里的${what === 'scans' ? ' PDF ' : '图片'}共 ${megabytes} MB，超过一册装得下的 ${mostMegabytes[what]} MB`,
      advice: '把照片缩到 2000 像素左右，把扫描件重新存成 200 至 300 点/英寸；印出来看不出差别',
    }),
    en: ({ what, megabytes }) => ({
      message: `The ${what} among the evidence have ${megabytes} MB; a volume takes no more than ${mostMegabytes[what]} MB`,
      advice:
        'Shrink photographs to about 2000 pixels and save scans at 200 to 300 dpi: print shows no difference',
    }),
  }),
})

/** Told before anything is printed: nobody waits an hour for a book that cannot be bound. */
export function evidenceTooMuch({
  evidence,
  workspace,
}: Pick<LintSubject, 'evidence' | 'workspace'>): readonly Finding[] {
  const bytes = { pictures: 0, scans: 0 }
  for (const { file } of evidence.all) {
    if (file === undefined) continue
    const from = path.join(workspace.root, workspace.config.paths.evidence, file)
    const size = statSync(from, { throwIfNoEntry: false })?.size ?? 0
    bytes[/\.pdf$/i.test(file) ? 'scans' : 'pictures'] += size
  }
  const place = placeOfFile(evidence.file?.file ?? workspace.config.paths.evidence)
  return (['pictures', 'scans'] as const).flatMap((what) => {
    const megabytes = Math.ceil(bytes[what] / 1024 / 1024)
    return megabytes > mostMegabytes[what] ? [tooMuch(place, { what, megabytes })] : []
  })
}
