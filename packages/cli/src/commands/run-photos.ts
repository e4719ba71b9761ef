import {
  checkFormImages,
  checkPhotos,
  findConverter,
  installConverter,
  readPhotos,
} from '@ziping/evidence'
import { machineOf } from '@ziping/pdf'
import type { Invocation } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { subjectHere } from '../open-subject.ts'
import { findingAsJson, showFindings } from '../print/findings.ts'
import { asksToInstall, showStage } from './install.ts'

/** Checks the pictures; or fetches the program that converts them. */
export async function runPhotos(invocation: Invocation, context: Context): Promise<ExitCode> {
  const machine = machineOf(context.env)
  if (asksToInstall('photos', invocation)) {
    const folder = await installConverter(machine, {
      onProgress: (stage, what) => showStage(stage, what, context),
    })
    context.out(say(context, `图片转换程序已就绪\n${folder}`, `The converter is ready\n${folder}`))
    return exitCodes.fine
  }
  const subject = await subjectHere(invocation, context)
  const photos = readPhotos(subject.workspace.photos)
  const findings = [
    ...(await checkPhotos(subject)),
    ...(await checkFormImages(subject, subject.form)),
  ]
  const converter = findConverter(machine) !== undefined
  if (invocation.options['json'] === true)
    context.out(
      JSON.stringify(
        {
          version: 1,
          converter,
          photos: photos.map(({ file, title }) => ({ file, title })),
          findings: findings.map((finding) => findingAsJson(finding, context)),
        },
        null,
        2,
      ),
    )
  else {
    if (findings.length > 0) context.out(`${showFindings(findings, context)}\n`)
    context.out(say(context, `图片 ${photos.length} 张`, `${photos.length} pictures`))
    if (
      !converter &&
      findings.some(({ rule, messageId }) => rule === 'photo-format' && messageId === 'convert')
    )
      context.out(
        say(
          context,
          '打包时要转换格式，还没有转换程序：运行 ziping photos install',
          'Packing has to convert them, and there is no converter yet: run ziping photos install',
        ),
      )
  }
  return findings.some(({ severity }) => severity === 'error') ? exitCodes.findings : exitCodes.fine
}
