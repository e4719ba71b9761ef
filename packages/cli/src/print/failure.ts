import { type Failure, showPlace } from '@ziping/diagnostics'
import { type Context, say } from '../context.ts'

/** `错误  没有找到申报工程` and what to do about it. */
export function showFailure(failure: Failure, context: Context): string {
  const { message, advice } = failure.words[context.language]
  const where =
    failure.place === undefined ? '' : `${context.style.cyan(showPlace(failure.place))}  `
  const word = context.style.red(context.style.bold(say(context, '失败', 'failed')))
  const help = advice === '' ? '' : `\n  ${say(context, '怎么办：', 'What to do: ')}${advice}`
  return `${where}${word}  ${message}${help}`
}

/** A fault of the program: said plainly; the trace only for who asks for it. */
export function showBug(cause: unknown, context: Context): string {
  const error = cause instanceof Error ? cause : new Error(String(cause))
  const trace = context.env['ZIPING_DEBUG'] === undefined ? '' : `\n${error.stack ?? ''}`
  return say(
    context,
    `程序内部错误：${error.message}\n  怎么办：材料没有改动。设环境变量 ZIPING_DEBUG=1 再运行一次，把输出连同版本号反馈给我们${trace}`,
    `Internal error: ${error.message}\n  What to do: nothing of yours was changed. Run again with ZIPING_DEBUG=1 and report the output${trace}`,
  )
}
