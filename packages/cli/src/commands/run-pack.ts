import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Finding } from '@ziping/diagnostics'
import { type Packed, packSubmission, parcelName, verifyParcel } from '@ziping/pack'
import { machineOf } from '@ziping/pdf'
import { openPress, warmBrowser } from '@ziping/session'
import { cacheFolder } from '../cache-folder.ts'
import { type CheckedWorkspace, checkHere } from '../check-here.ts'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { openWorkspace } from '../open-workspace.ts'
import { picturesFor } from '../pack-pictures.ts'
import { showBuildStep } from '../print/build-progress.ts'
import { verdict } from '../print/check-words.ts'
import { showFindings } from '../print/findings.ts'
import { packAsJson } from '../print/pack-json.ts'
import { showPackStep } from '../print/pack-progress.ts'
import { parcelAsText } from '../print/pack-text.ts'
import { version } from '../version.ts'

/** Makes the parcel, or says what stands in the way. */
export async function runPack(invocation: Invocation, context: Context): Promise<ExitCode> {
  if (invocation.options['check'] === true) return checkParcel(invocation, context)
  // As in `build`: kept small, young objects take less room and no longer.
  setFlagsFromString('--semi-space-growth-factor=1')
  const browser = textOption(invocation, 'browser')
  const machine = machineOf(context.env)
  await using warm = warmBrowser(machine, browser)
  const checked = await checkHere(invocation, context)
  if (checked.report.hasErrors) return refuse(checked, invocation, context)
  const { linted, report } = checked
  const { workspace, subject } = linted
  const settings = {
    ...(browser === undefined ? {} : { browser }),
    fonts: workspace.config.fonts ?? {},
    root: workspace.root,
  }
  await using press = openPress(machine, settings, warm)
  const packed = await packSubmission({
    subject,
    check: report,
    press,
    date: subject.date ?? '1980-01-01',
    cacheFolder: cacheFolder(context.env, 'build'),
    language: context.language,
    builtWith: { ziping: version },
    preparePictures: picturesFor(linted, context),
    onBuild: showBuildStep(context),
    onStep: showPackStep(context),
  })
  return show(packed, checked, invocation, context)
}

async function checkParcel(invocation: Invocation, context: Context): Promise<ExitCode> {
  const { workspace } = await openWorkspace(invocation, context)
  const folder = path.posix.join(workspace.config.paths.dist, parcelName)
  const { files, findings } = await verifyParcel(path.join(workspace.root, folder), folder)
  const isWhole = findings.length === 0
  if (invocation.options['json'] === true)
    context.out(
      JSON.stringify(packAsJson({ ready: isWhole, deliverables: [], findings }, context), null, 2),
    )
  else {
    if (!isWhole) context.out(showFindings(findings, context))
    context.out(
      isWhole
        ? say(
            context,
            `${folder}：${files} 个文件，与清单一致`,
            `${folder}: ${files} files, as listed`,
          )
        : say(
            context,
            `${folder}：${findings.length} 处与清单不一致`,
            `${folder}: ${findings.length} differences`,
          ),
    )
  }
  return isWhole ? exitCodes.fine : exitCodes.findings
}

function refuse({ report }: CheckedWorkspace, invocation: Invocation, context: Context): ExitCode {
  const errors = report.findings.filter(isError)
  if (invocation.options['json'] === true)
    context.out(
      JSON.stringify(packAsJson({ ...report, findings: report.findings }, context), null, 2),
    )
  else context.note(showFindings(errors, context))
  context.note(
    say(
      context,
      `有 ${errors.length} 处错误，没有打包；改正后再打包，全部情况见 ziping check`,
      `${errors.length} errors, nothing was packed; see ziping check for everything`,
    ),
  )
  return exitCodes.findings
}

function show(
  { folder, files, findings, toSign }: Packed,
  { report }: CheckedWorkspace,
  invocation: Invocation,
  context: Context,
): ExitCode {
  const all = [...report.findings, ...findings]
  const ready = report.ready && files !== undefined
  if (invocation.options['json'] === true) {
    const outputs = files?.map((file) => ({ ...file, path: `${folder}/${file.path}` }))
    const { deliverables } = report
    context.out(
      JSON.stringify(packAsJson({ ready, deliverables, findings: all, outputs }, context), null, 2),
    )
  }
  if (files === undefined) {
    const errors = findings.filter(isError)
    if (invocation.options['json'] !== true) context.note(showFindings(errors, context))
    context.note(
      say(
        context,
        `有 ${errors.length} 处错误，没有打包；上一次的申报包没有改动`,
        `${errors.length} errors: nothing was packed, the last parcel is unchanged`,
      ),
    )
    return exitCodes.findings
  }
  if (invocation.options['json'] !== true) {
    if (findings.length > 0) context.note(showFindings(findings, context))
    context.out(parcelAsText(folder, files, context))
    context.out('')
    context.out(verdict(report, context))
    if (toSign > 0)
      context.out(
        say(
          context,
          `付印后还有 ${toSign} 处要签字盖章，见 ${folder}/签章/签字盖章单.pdf`,
          `Once printed, ${toSign} places are to be signed or sealed: see ${folder}/签章/签字盖章单.pdf`,
        ),
      )
  }
  return exitCodes.fine
}

function isError({ severity }: Finding): boolean {
  return severity === 'error'
}
