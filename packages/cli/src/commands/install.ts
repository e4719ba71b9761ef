import { failure, wording } from '@ziping/diagnostics'
import type { InstallStage } from '@ziping/pdf'
import type { Invocation } from '../command.ts'
import { type Context, say } from '../context.ts'

const notAWay = wording<{ readonly command: string; readonly typed: string }>({
  'zh-CN': ({ command, typed }) => ({
    message: `ziping ${command} 后面不能写“${typed}”`,
    advice: `可用：ziping ${command}、ziping ${command} install`,
  }),
  en: ({ command, typed }) => ({
    message: `“${typed}” cannot follow ziping ${command}`,
    advice: `Use ziping ${command} or ziping ${command} install`,
  }),
})

/** `install` is the only word that may stand behind the command. */
export function asksToInstall(command: string, { positionals }: Invocation): boolean {
  const [typed] = positionals
  if (typed !== undefined && typed !== 'install')
    throw failure('usage', notAWay, { command, typed })
  return typed === 'install'
}

/** Long work shows progress on a terminal and stays quiet in a pipe. */
export function showStage(stage: InstallStage, what: string, context: Context): void {
  if (!context.isScreen) return
  const verb = {
    fetching: say(context, '正在下载', 'Fetching'),
    unpacking: say(context, '正在解压', 'Unpacking'),
  }[stage]
  context.note(`${verb} ${what} …`)
}
