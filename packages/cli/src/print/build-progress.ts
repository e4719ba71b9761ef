import type { BuildStep } from '@ziping/session'
import { type Context, say } from '../context.ts'

export interface BuildProgress {
  step(step: BuildStep): void
  /** Takes the line away: what is done is told otherwise. */
  end(): void
}

/** One line that tells what is being done, on a terminal only. */
export function showBuildProgress(context: Context): BuildProgress {
  const words: Readonly<Record<BuildStep['stage'], string>> = {
    drawing: say(context, '画图表', 'drawing'),
    docx: say(context, '写 Word 文件', 'writing the Word file'),
    fonts: say(context, '取字形', 'collecting fonts'),
    page: say(context, '排版', 'laying out'),
    printing: say(context, '印 PDF', 'printing'),
    finishing: say(context, '收尾', 'finishing'),
    binding: say(context, '装入证实性材料', 'binding evidence'),
  }
  if (!context.isScreen) return { step: () => undefined, end: () => undefined }
  let shown = false
  const clear = (): string => (shown ? oneLineUp : '')
  return {
    step: ({ title, stage, pages, done, count }) => {
      const many = pages === undefined ? '' : say(context, `（${pages} 页）`, ` (${pages} pages)`)
      const counted = done === undefined ? many : ` ${done}/${count}`
      context.note(`${clear()}${title}：${words[stage]}${counted}`)
      shown = true
    },
    end: () => {
      // A note ends its line: the empty one it leaves goes as well.
      if (shown) context.note(`${oneLineUp}\u001B[1A`)
      shown = false
    },
  }
}

/** To the line before, and that emptied. */
const oneLineUp = '\u001B[1A\u001B[2K'

/** The line for work that goes on after it. */
export function showBuildStep(context: Context): (step: BuildStep) => void {
  return showBuildProgress(context).step
}
