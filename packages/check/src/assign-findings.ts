import type { Deliverable } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import type { WorkspaceConfig } from '@ziping/report'

/** Which deliverable the writers have to mend; undefined for what concerns the workspace as a whole. */
export function ownerOf(
  finding: Finding,
  deliverables: readonly Pick<Deliverable, 'id' | 'kind' | 'source'>[],
  paths: WorkspaceConfig['paths'],
): string | undefined {
  const kind = kindByFile(finding.place.file, paths) ?? kindByRule(finding)
  if (kind === undefined) return undefined
  return deliverables.find((one) => one.kind === kind && one.source?.external !== true)?.id
}

function kindByFile(
  file: string,
  paths: WorkspaceConfig['paths'],
): Deliverable['kind'] | undefined {
  const isIn = (folder: string): boolean => file === folder || file.startsWith(`${folder}/`)
  if (file === paths.overview) return 'overview'
  if (isIn(paths.report) || file === paths.indicators) return 'report'
  if (isIn(paths.cases)) return 'case'
  if (isIn(paths.form) || file === paths.formData || file === paths.applicant) return 'form'
  if (isIn(paths.evidence)) return 'evidence'
  if (isIn(paths.photos)) return 'pictures'
  return undefined
}

/** What is missing altogether has no file of its own: it is told at ziping.yaml. */
function kindByRule({ rule, clause }: Finding): Deliverable['kind'] | undefined {
  if (clause !== undefined || /^(?:clause|requirement|dimension|profile|holding)-/.test(rule))
    return 'report'
  if (rule.startsWith('case-')) return 'case'
  if (rule.startsWith('evidence-')) return 'evidence'
  if (rule.startsWith('field-')) return 'form'
  if (/^(?:photo|picture)-/.test(rule)) return 'pictures'
  return undefined
}
