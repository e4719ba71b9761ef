import { readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { isSpecified } from '@ziping/award'
import { Failure, type Finding, failure, type Place } from '@ziping/diagnostics'
import { printForm } from '@ziping/forms'
import { type FilledForm, type FormMap, fillForm } from '@ziping/import-docx'
import type { LintSubject } from '@ziping/lint'
import { type Workspace, workspacePath } from '@ziping/report'
import {
  fieldNotPlaced,
  fieldsNotPlaced,
  templateNotReadable,
  templateOutside,
  templateUnusable,
} from './office-form-words.ts'
import { largestBytes } from './read-whole.ts'

/** The office's own empty form. */
export interface OfficeTemplate {
  readonly file: string
  readonly bytes: Uint8Array
  /** Where it is named. */
  readonly place: Place
}

export interface FilledOfficeForm extends FilledForm {
  readonly findings: readonly Finding[]
}

/** The form that `formTemplate` names; undefined where none is named. A path that leaves the workspace is refused. */
export function readOfficeTemplate({
  config,
  configFile,
  root,
}: Workspace): OfficeTemplate | undefined {
  const file = config.formTemplate
  if (file === undefined) return undefined
  const place = configFile.placeOf(['formTemplate'])
  const found = workspacePath(file)
  if (found === 'leaves-workspace' || found === 'reserved-name' || found === 'illegal-character')
    throw failure('form/outside', templateOutside, { file }, { place })
  return { file, bytes: readInside(root, found, file, place), place }
}

function readInside(root: string, found: string, file: string, place: Place): Uint8Array {
  try {
    const real = realpathSync(path.join(root, found))
    const inside = path.relative(realpathSync(root), real)
    if (path.isAbsolute(inside) || inside.split(path.sep)[0] === '..')
      throw failure('form/outside', templateOutside, { file }, { place })
    if (statSync(real).size > largestBytes) throw new RangeError('too large for a form')
    return readFileSync(real)
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw failure('form/not-readable', templateNotReadable, { file }, { place, cause })
  }
}

/** Puts the workspace's data into the office's form; what has no place in it is a finding. */
export function fillOfficeForm(
  { award, form, year, workspace }: LintSubject,
  { file, bytes, place }: OfficeTemplate,
): FilledOfficeForm {
  const forms = isSpecified(award.forms) ? award.forms : []
  const template = path.posix.basename(file.replaceAll('\\', '/'))
  const filled = fillForm(bytes, {
    file: template,
    forms: forms.map((one) => printForm(one, form.values, year)),
    map: formMapOf(workspace),
  })
  return { ...filled, findings: notPlacedFindings(filled, template, place) }
}

/** More are told as one. */
const mostSingly = 30

function notPlacedFindings(
  { notPlaced }: FilledForm,
  template: string,
  place: Place,
): readonly Finding[] {
  if (notPlaced.length <= mostSingly)
    return notPlaced.map((field) => fieldNotPlaced(place, { ...field, template }))
  const labels = [...new Set(notPlaced.map(({ label, field }) => label || field))].slice(0, 10)
  return [fieldsNotPlaced(place, { template, count: notPlaced.length, labels })]
}

function formMapOf({ configFile }: Workspace): FormMap {
  const config = configFile.value
  const map =
    typeof config === 'object' && config !== null && 'formMap' in config ? config.formMap : {}
  const entries = Object.entries(typeof map === 'object' && map !== null ? map : {})
  return new Map(entries.map(([field, cell]) => [field, String(cell)]))
}

/**
 * For a build: the office's form filled, where the workspace has one. A form that cannot be used is no reason to leave
 * the other documents unwritten, nor to write one that the office did not ask for.
 */
export function officeFormFor(
  subject: LintSubject,
  document: string,
): { readonly bytes?: Uint8Array; readonly findings: readonly Finding[] } | undefined {
  const { award, workspace } = subject
  const asked = award.deliverables.find(({ id }) => id === document)
  if (asked?.kind !== 'form' || workspace.config.formTemplate === undefined) return undefined
  try {
    const template = readOfficeTemplate(workspace)
    if (template === undefined) return undefined
    const { file, findings } = fillOfficeForm(subject, template)
    return { bytes: file, findings }
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    const place = cause.place ?? workspace.configFile.placeOf(['formTemplate'])
    return { findings: [templateUnusable(cause, place)] }
  }
}
