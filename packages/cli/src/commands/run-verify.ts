import path from 'node:path'
import { type Award, isSpecified, loadAward } from '@ziping/award'
import { loadCodeLists } from '@ziping/forms'
import { createSubject, type LintSubject } from '@ziping/lint'
import { findWorkspace } from '@ziping/report'
import { planBooks } from '@ziping/resolve'
import { type Copy, type VerifiedFile, verifyFile } from '@ziping/verify'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { parseWorkspace, workspaceHere } from '../open-workspace.ts'
import { verifiedAsJson } from '../print/verify-json.ts'
import { showVerified } from '../print/verify-text.ts'
import { isWaived, withWaivers } from '../verify-waivers.ts'
import { builtFiles, type Known, type NamedFile, namedFiles, readFile } from './run-verify-files.ts'

/** What the files are held against. */
interface Yardstick {
  readonly award: Award
  readonly known: readonly Known[]
  readonly root: string | undefined
  readonly dist: string
  readonly subject: LintSubject | undefined
}

export async function runVerify(invocation: Invocation, context: Context): Promise<ExitCode> {
  const yardstick = await yardstickHere(invocation, context)
  const files = filesToOpen(yardstick, invocation, context)
  const verified: VerifiedFile[] = []
  for (const file of files) {
    const { path: shown, document } = file
    const isHandedIn = file.isForeign || (await isInParcel(file, yardstick))
    const copy = isHandedIn ? copyOf(yardstick, file) : undefined
    const bytes = readFile(file)
    verified.push(
      await verifyFile(
        { path: shown, bytes, document, ...(copy === undefined ? {} : { copy }) },
        yardstick.award,
      ),
    )
  }
  const delivered = invocation.positionals.length > 0 ? [] : await deliveredFiles(yardstick)
  const all = withWaivers([...verified, ...delivered], yardstick)
  const printed = all.slice(0, verified.length)
  context.out(
    invocation.options['json'] === true
      ? JSON.stringify(verifiedAsJson(all, context), null, 2)
      : showVerified(printed, all.slice(verified.length), yardstick.known, context),
  )
  const isWrong = all.some(({ checks }) =>
    checks.some((check) => !check.ok && !isWaived(check) && check.severity === 'error'),
  )
  return isWrong ? exitCodes.findings : exitCodes.fine
}

/** The copies on disc and for upload, where there is a parcel. */
async function deliveredFiles({
  subject,
  root,
  dist,
}: Yardstick): Promise<readonly VerifiedFile[]> {
  if (subject === undefined || root === undefined) return []
  const { parcelName, verifyDelivered } = await import('@ziping/pack')
  const folder = path.join(dist, parcelName)
  return verifyDelivered(folder, path.relative(root, folder).replaceAll('\\', '/'), subject)
}

/** A consultant's heap of files needs no workspace: naming the award is enough. */
async function yardstickHere(invocation: Invocation, context: Context): Promise<Yardstick> {
  const asked = textOption(invocation, 'award')
  if (asked !== undefined && invocation.positionals.length > 0 && isNowhere(context)) {
    const award = await loadAward(asked)
    return { award, known: documentsOf(award), root: undefined, dist: '', subject: undefined }
  }
  const parsed = await parseWorkspace(workspaceHere(context), invocation, context)
  const { award, workspace, report } = parsed
  const subject = createSubject(workspace, report, await loadCodeLists(award), {
    found: parsed.findings,
  })
  const known = [
    ...planBooks(report).map(({ id, title }) => ({ id, title })),
    ...documentsOf(award),
  ]
  const dist = path.join(workspace.root, workspace.config.paths.dist)
  return { award, known: once(known), root: workspace.root, dist, subject }
}

function isNowhere(context: Context): boolean {
  return findWorkspace(context.cwd) === undefined
}

/** What the award asks for, its volumes, and the texts every award is written in. */
function documentsOf({ deliverables, volumes }: Award): readonly Known[] {
  return once([
    { id: 'book', title: '申报书' },
    ...volumes.slice(1).map(({ id, title }) => ({ id: `book-${id}`, title: title ?? id })),
    ...deliverables
      .filter(({ kind }) => kind !== 'pictures')
      .map(({ id, title }) => ({ id, title })),
    { id: 'overview', title: '组织概述' },
    { id: 'report', title: '自评报告' },
    { id: 'case', title: '典型案例' },
  ])
}

function once(known: readonly Known[]): readonly Known[] {
  return known.filter(({ id }, index) => known.findIndex((one) => one.id === id) === index)
}

function filesToOpen(
  { known, root, dist }: Yardstick,
  invocation: Invocation,
  context: Context,
): readonly NamedFile[] {
  const { positionals } = invocation
  if (positionals.length > 0 || root === undefined)
    return namedFiles(positionals, textOption(invocation, 'as'), known, root, context)
  const { files, others } = builtFiles(dist, root, known)
  if (others.length > 0)
    context.note(
      say(
        context,
        `没有核对（不是奖项要求的材料）：${others.join('、')}`,
        `Not checked (no document of the award): ${others.join(', ')}`,
      ),
    )
  return files
}

/** Whether it is one of the copies that go onto a disc or to a portal. */
async function isInParcel({ file }: NamedFile, { dist, root }: Yardstick): Promise<boolean> {
  const inside = path.relative(dist, file).replaceAll('\\', '/')
  if (root === undefined || !inside.includes('/') || inside.startsWith('../')) return false
  const { isDelivered } = await import('@ziping/pack')
  return isDelivered(inside)
}

/** The medium a file is handed in on, and the name it must have there. */
function copyOf(
  { award, subject }: Yardstick,
  { path: file, document }: NamedFile,
): Copy | undefined {
  const medium = award.media.find(({ contains }) => contains.includes(document))
  if (medium === undefined) return undefined
  // A PDF of what the medium wants as Word is there to be printed.
  const own = medium.formats.find(({ deliverable }) => deliverable === document)?.types
  const isPrinted = award.volumes.some(({ contains }) => contains.includes(document))
  if (/\.pdf$/i.test(file) && isPrinted && own?.includes('pdf') === false) return undefined
  const fileName = isSpecified(medium.fileName) ? filled(medium.fileName, subject) : undefined
  return { medium: medium.id, ...(fileName === undefined ? {} : { fileName }) }
}

/** Undefined where a value is not known yet: then no name can be asked for. */
function filled(template: string, subject: LintSubject | undefined): string | undefined {
  let isOpen = false
  const name = template.replace(/\{([\w.]+)\}/g, (_, fact: string) => {
    const value = subject?.applicant.fact(fact)
    if (typeof value !== 'string' || value === '') isOpen = true
    return String(value ?? '')
  })
  return isOpen ? undefined : name
}
