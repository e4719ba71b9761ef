import { faceNames, faceTitles, findFonts, installFonts, machineOf } from '@ziping/pdf'
import type { Invocation } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { padEnd } from '../print/width.ts'
import { asksToInstall, showStage } from './install.ts'

/** Fetches the free fonts when asked to, and says what each face is printed with. */
export async function runFonts(invocation: Invocation, context: Context): Promise<ExitCode> {
  const machine = machineOf(context.env)
  if (asksToInstall('fonts', invocation))
    await installFonts(machine, {
      onProgress: (stage, what) => showStage(stage, what, context),
    })
  const { faces, substitutions } = findFonts(machine)
  for (const name of faceNames) {
    const { fontName, files } = faces[name]
    const file = files[0]?.font.file ?? ''
    context.out(`${padEnd(faceTitles[name][context.language], 16)}${padEnd(fontName, 20)}${file}`)
  }
  for (const { words } of substitutions) {
    const { message, advice } = words[context.language]
    context.note(`\n${message}\n  ${say(context, '怎么办：', 'What to do: ')}${advice}`)
  }
  return exitCodes.fine
}
