import type { Place } from '@ziping/diagnostics'
import type { DataFile, Workspace } from '@ziping/report'

export type Part =
  | 'report'
  | 'overview'
  | 'cases'
  | 'fields'
  | 'indicators'
  | 'applicant'
  | 'evidence'
  | 'form'

/** A file that is there and could not be read, and where it is said why. */
export interface UnreadPart {
  readonly part: Part
  readonly file: string
  readonly place: Place
}

/** Why a whole file was left out; leftovers and bad names are no chapters that anybody misses. */
const unreadable: ReadonlySet<string> = new Set([
  'tooLarge',
  'gbk',
  'utf16',
  'notText',
  'unreadable',
])

/** The parts of a workspace about which nothing is known, because their files can't be read. */
export function unreadParts(workspace: Workspace): readonly UnreadPart[] {
  const { config, findings, indicators, applicant, evidence, form } = workspace
  const files: readonly (readonly [Part, DataFile | undefined])[] = [
    ['indicators', indicators],
    ['applicant', applicant],
    ['evidence', evidence],
    ['form', form],
  ]
  const broken = files.flatMap(([part, file]) => {
    const place = file?.findings[0]?.place
    return file === undefined || place === undefined ? [] : [{ part, file: file.file, place }]
  })
  const unread = findings.flatMap(({ messageId, place }) => {
    const part = unreadable.has(messageId) ? partOf(place.file, config.paths) : undefined
    return part === undefined ? [] : [{ part, file: place.file, place }]
  })
  return [...unread, ...broken.filter(({ file }) => !unread.some((one) => one.file === file))]
}

function partOf(file: string, paths: Workspace['config']['paths']): Part | undefined {
  const within = (folder: string): boolean => file.startsWith(`${folder}/`) && file.endsWith('.md')
  if (file === paths.overview) return 'overview'
  if (within(paths.report)) return 'report'
  if (within(paths.cases)) return 'cases'
  if (within(paths.form)) return 'fields'
  if (file.replace(/\.\w+$/, '') === paths.indicators.replace(/\.\w+$/, '')) return 'indicators'
  if (file === paths.applicant) return 'applicant'
  if (file === paths.formData) return 'form'
  return file === `${paths.evidence}/evidence.yaml` ? 'evidence' : undefined
}
