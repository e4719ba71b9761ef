import type { PackStep } from '@ziping/pack'
import { type Context, say } from '../context.ts'
import { truncate } from './width.ts'

/** One line that tells what is being done, on a terminal only. */
export function showPackStep(context: Context): (step: PackStep) => void {
  const words: Readonly<Record<PackStep['stage'], string>> = {
    pictures: say(context, '转换图片', 'converting pictures'),
    verifying: say(context, '核对版式', 'verifying'),
    colours: say(context, '数彩色页', 'counting colour pages'),
    copying: say(context, '装入', 'packing'),
    sheets: say(context, '印清单', 'printing the lists'),
    finishing: say(context, '收尾', 'finishing'),
  }
  if (!context.isScreen) return () => undefined
  let before = ''
  return ({ stage, file, done, count }) => {
    const far = done === undefined ? '' : ` ${done}/${count}`
    const named =
      file === undefined ? '' : `：${truncate(file, Math.max(20, context.columns - 16))}`
    context.note(`${before}${words[stage]}${far}${named}`)
    before = '\u001B[1A\u001B[2K'
  }
}
