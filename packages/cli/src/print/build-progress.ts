import type { BuildStep } from '@ziping/session'
import { type Context, say } from '../context.ts'

/** One line that tells what is being done, on a terminal only. */
export function showBuildStep(context: Context): (step: BuildStep) => void {
  const words: Readonly<Record<BuildStep['stage'], string>> = {
    drawing: say(context, '画图表', 'drawing'),
    docx: say(context, '写 Word 文件', 'writing the Word file'),
    fonts: say(context, '取字形', 'collecting fonts'),
    page: say(context, '排版', 'laying out'),
    printing: say(context, '印 PDF', 'printing'),
    finishing: say(context, '收尾', 'finishing'),
  }
  if (!context.isScreen) return () => undefined
  // Each line takes the place of the one before.
  let before = ''
  return ({ title, stage, pages }) => {
    const counted = pages === undefined ? '' : say(context, `（${pages} 页）`, ` (${pages} pages)`)
    context.note(`${before}${title}：${words[stage]}${counted}`)
    before = '\u001B[1A\u001B[2K'
  }
}
