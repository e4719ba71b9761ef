import type { Finding, Place } from '@ziping/diagnostics'
import type { Report, Waiver, Workspace } from '@ziping/report'
import { dataWaivers } from './data-waivers.ts'

export interface Waived {
  /** What still stands. */
  readonly findings: readonly Finding[]
  /** Waivers that nothing needed. */
  readonly unused: readonly Waiver[]
  readonly withoutReason: readonly Waiver[]
}

/** A waiver of one place, or of `waivers` in ziping.yaml for all of a file, clause or report. */
interface Candidate {
  readonly waiver: Waiver
  readonly covers: (finding: Finding) => boolean
}

/** Takes out what the writers asked to be left alone, with a reason. */
export function waiveFindings(
  findings: readonly Finding[],
  report: Report,
  workspace: Workspace,
): Waived {
  const used = new Set<Waiver>()
  const here = [...report.waivers, ...dataWaivers(workspace)]
  const reasoned = [
    ...here.filter(hasReason).map((waiver) => ({ waiver, covers: coversPlace(waiver) })),
    ...configWaivers(workspace).filter(({ waiver }) => hasReason(waiver)),
  ]
  const standing = findings.filter((finding) => {
    const found = reasoned.find(
      ({ waiver, covers }) => waiver.rule === finding.rule && covers(finding),
    )
    if (found !== undefined) used.add(found.waiver)
    return found === undefined
  })
  return {
    findings: standing,
    unused: reasoned.map(({ waiver }) => waiver).filter((waiver) => !used.has(waiver)),
    // The schema already asks for a reason in ziping.yaml.
    withoutReason: here.filter((waiver) => !hasReason(waiver)),
  }
}

function hasReason({ reason }: Waiver): boolean {
  return reason.trim() !== ''
}

/** A waiver covers the block or key it stands before. */
function coversPlace({ covers: block }: Waiver): (finding: Finding) => boolean {
  return ({ place }) =>
    block !== undefined &&
    block.file === place.file &&
    place.line >= block.line &&
    place.line <= block.endLine
}

function configWaivers({ config, configFile }: Workspace): readonly Candidate[] {
  return config.waivers.map(({ rule, reason, file, clause }) => ({
    waiver: { rule, reason, place: placeOfWaiver(configFile, { rule, file, clause }) },
    covers: (finding) =>
      (file === undefined || file === finding.place.file) &&
      (clause === undefined || clause === finding.clause),
  }))
}

/** Malformed entries were left out of the settings, so that their order does not tell where one stands. */
function placeOfWaiver(
  configFile: Workspace['configFile'],
  sought: Readonly<Record<'rule' | 'file' | 'clause', string | undefined>>,
): Place {
  const { value } = configFile
  const list =
    typeof value === 'object' && value !== null && 'waivers' in value ? value.waivers : undefined
  const index = Array.isArray(list) ? list.findIndex((entry) => says(entry, sought)) : -1
  return configFile.placeOf(index < 0 ? ['waivers'] : ['waivers', index, 'rule'], 'key')
}

function says(entry: unknown, sought: Readonly<Record<string, string | undefined>>): boolean {
  if (typeof entry !== 'object' || entry === null) return false
  const told: Readonly<Record<string, unknown>> = { ...entry }
  return Object.entries(sought).every(
    ([key, text]) => text === undefined || String(told[key]) === text,
  )
}
