import { isSpecified, type Volume } from '@ziping/award'
import { type Finding, placeOfFile } from '@ziping/diagnostics'
import { renderSpine, spineLetters } from '@ziping/html'
import type { LintSubject } from '@ziping/lint'
import { type PrintedPdf, type PrintOptions, printPdf } from '@ziping/pdf'
import { spineThin } from './build-findings.ts'

/** Ordinary printing paper, in millimetres; ziping.yaml may say otherwise. */
const usualThickness = 0.1

/** Smaller letters on a spine are not read across a table. */
const smallest = 9

export interface SpineLabel {
  readonly words: readonly string[]
  readonly sheets: number
  /** In millimetres. */
  readonly thickness: number
  readonly width: number
}

/** What stands on the back of a volume and how wide it is; undefined where the notice wants nothing there. */
export function spineLabel(
  volume: Volume | undefined,
  pages: number,
  { applicant, report, workspace }: LintSubject,
): SpineLabel | undefined {
  if (volume === undefined || !isSpecified(volume.spine)) return undefined
  const sheets =
    isSpecified(volume.duplex) && volume.duplex === false ? pages : Math.ceil(pages / 2)
  const thickness = workspace.config.paperThickness ?? usualThickness
  const { label } = report.award.applicant
  const valueAt = (path: string): string => {
    const value = path === 'applicant.label' ? label : applicant.fact(path)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const words = volume.spine.text
    .split(/\s+/)
    .map((word) => word.replace(/\{([\w.]+)\}/g, (_, path: string) => valueAt(path)))
    .filter((word) => word !== '')
  return { words, sheets, thickness, width: sheets * thickness }
}

/** The label on a sheet of its own, to be cut out. */
export async function printSpine(
  { words, sheets, thickness, width }: SpineLabel,
  title: string,
  options: Omit<PrintOptions, 'metadata'>,
): Promise<{ readonly pdf: PrintedPdf; readonly findings: readonly Finding[] }> {
  const points = (width * 72) / 25.4
  const millimetres = Math.round(width * 10) / 10
  const html = renderSpine({
    title,
    words,
    width: points,
    hint: `书脊宽 ${millimetres} 毫米（${sheets} 张，每张 ${thickness} 毫米）。沿裁切线裁下，贴在侧脊外侧。换用别的纸时，在 ziping.yaml 中写 paperThickness。`,
  })
  const metadata = { title, author: words.at(-1) ?? '', language: 'zh-CN' }
  const pdf = await printPdf(html, { ...options, metadata })
  const size = Math.round(spineLetters(points, words) * 10) / 10
  const findings =
    size < smallest
      ? [spineThin(placeOfFile('ziping.yaml'), { millimetres, points: size, sheets })]
      : []
  return { pdf, findings }
}
