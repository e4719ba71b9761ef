import { isSpecified, type Volume } from '@ziping/award'
import type { LintSubject } from '@ziping/lint'

/** Ordinary printing paper, in millimetres; ziping.yaml may say otherwise. */
const usualThickness = 0.1

/** How thick a volume is, in millimetres. */
export function spineWidthOf(volume: Volume, pages: number, { workspace }: LintSubject): number {
  const isSingle = isSpecified(volume.duplex) && !volume.duplex
  const sheets = isSingle ? pages : Math.ceil(pages / 2)
  return Math.round(sheets * (workspace.config.paperThickness ?? usualThickness) * 10) / 10
}
