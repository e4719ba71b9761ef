import { installBrowser, machineOf, proveBrowser } from '@ziping/pdf'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { asksToInstall, showStage } from './install.ts'

/** Fetches the browser when asked to, and says which one prints. */
export async function runBrowser(invocation: Invocation, context: Context): Promise<ExitCode> {
  const machine = machineOf(context.env)
  if (asksToInstall('browser', invocation)) {
    const mirror = textOption(invocation, 'mirror') ?? context.env['ZIPING_BROWSER_MIRROR']
    await installBrowser(machine, {
      onProgress: (stage, what) => showStage(stage, what, context),
      ...(mirror === undefined ? {} : { mirror }),
    })
  }
  const { found, version } = await proveBrowser(machine)
  const source = {
    asked: say(context, '由您指定', 'as you asked'),
    installed: say(context, '由 ziping 下载', 'fetched by ziping'),
    system: say(context, '系统自带', 'found on this machine'),
  }[found.source]
  context.out(
    say(
      context,
      `可以打印：${version}（${source}）\n${found.executable}`,
      `Ready to print: ${version} (${source})\n${found.executable}`,
    ),
  )
  return exitCodes.fine
}
