import path from 'node:path'
import type { Volume } from '@ziping/award'
import { type PdfContent, readPdf } from '@ziping/pdf'
import { type BookPlan, planBooks } from '@ziping/resolve'
import { ColourCount } from './colour-count.ts'
import type { Packing } from './pack-request.ts'
import { printedBytes } from './printed-bytes.ts'

/** A bound volume as it was printed. */
export interface PrintedVolume {
  readonly id: string
  readonly title: string
  /** Its file in dist/. */
  readonly file: string
  readonly pages: number
  readonly colour: readonly number[]
  /** What stands on each page, without spaces. */
  readonly texts: readonly string[]
  readonly outline: PdfContent['outline']
  /** Undefined where the notice asks for no volume. */
  readonly volume: Volume | undefined
}

/** Opens the printed volumes and looks at every page. */
export async function readVolumes(packing: Packing): Promise<readonly PrintedVolume[]> {
  const { built, subject, onStep } = packing
  const count = new ColourCount(packing)
  const plans = new Map(planBooks(subject.report).map((plan) => [plan.id, plan]))
  const volumes: PrintedVolume[] = []
  for (const { document, format, path: file } of built.outputs) {
    const plan = plans.get(document)
    if (format !== 'pdf' || plan === undefined || !plan.isVolume) continue
    onStep?.({ stage: 'colours', file: plan.title })
    volumes.push(await readVolume(plan, path.join(subject.workspace.root, file), count))
  }
  return volumes
}

async function readVolume(
  { id, title, volume }: BookPlan,
  file: string,
  count: ColourCount,
): Promise<PrintedVolume> {
  const bytes = await printedBytes(file)
  const { pages, outline } = await readPdf(bytes, path.basename(file))
  return {
    id,
    title,
    file: path.basename(file),
    pages: pages.length,
    colour: await count.pagesOf(id, bytes),
    texts: pages.map(({ text }) => plain(text.map((item) => item.text).join(''))),
    outline,
    volume,
  }
}

/** Page numbers on which a text stands, from 1. */
export function pagesWith(text: string, { texts }: PrintedVolume): readonly number[] {
  const wanted = plain(text)
  if (wanted === '') return []
  return texts.flatMap((page, index) => (page.includes(wanted) ? [index + 1] : []))
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s:：]/gu, '')
}
