import { type Deliverable, isSpecified } from '@ziping/award'
import type { LintSubject } from '@ziping/lint'
import { isLeftover, normalizeTitle, type WorkspacePath } from '@ziping/report'

/** The scans of signed/, by the deliverable they are named after. */
export interface SignedFiles {
  readonly byDeliverable: ReadonlyMap<string, readonly WorkspacePath[]>
  /** Named after nothing that the award knows. */
  readonly unknown: readonly WorkspacePath[]
}

type Nameable = Pick<Deliverable, 'id' | 'title' | 'source'>

const scanTypes = /\.(?:pdf|jpe?g|png|tiff?|docx?)$/i

/**
 * Finds the sealed and signed scans. `申报表.pdf`, `form.pdf`, `申报表-承诺书.jpg` and `申报表（盖章）.pdf` all belong to the form;
 * where two titles fit, the longer one is meant.
 */
export function signedFiles(
  { files, workspace }: LintSubject,
  deliverables: readonly Nameable[],
): SignedFiles {
  const byDeliverable = new Map<string, WorkspacePath[]>()
  const unknown: WorkspacePath[] = []
  for (const file of files.filesBelow(workspace.config.paths.signed)) {
    const name = file.slice(file.lastIndexOf('/') + 1)
    if (isLeftover(name) || !scanTypes.test(name)) continue
    const owner = ownerOf(name.replace(/\.[^.]+$/, ''), deliverables)
    if (owner === undefined) unknown.push(file)
    else byDeliverable.set(owner, [...(byDeliverable.get(owner) ?? []), file])
  }
  return { byDeliverable, unknown }
}

function ownerOf(stem: string, deliverables: readonly Nameable[]): string | undefined {
  const plain = normalizeTitle(stem)
  const bare = normalizeTitle(stem.replace(/[（(【[].*$/u, '').replace(ofScans, ''))
  const fits = deliverables.map((one) => ({ ...one, fit: fitOf(plain, bare, one) }))
  const [best] = fits.filter(({ fit }) => fit > 0).sort((a, b) => b.fit - a.fit)
  return best?.id
}

/** What people add to a title to say that it is the sealed one. */
const ofScans = /[-_ ]*(?:已?(?:盖章|签字|签章)|扫描[件版]?|sealed|signed|scan)+$/iu

/** How well a name says that it means a deliverable; of two that are equal the scan itself is meant, not what was scanned. */
function fitOf(plain: string, bare: string, { id, title, source }: Nameable): number {
  const external = source?.external === true ? 0.5 : 0
  const [known, name] = [normalizeTitle(id), normalizeTitle(title)]
  if (plain === known || bare === known) return 1000
  if (plain.startsWith(name)) return 100 + name.length + external
  if (plain.startsWith(known)) return known.length + external
  return bare.length >= 3 && name.includes(bare) ? 1 + external : 0
}

/** Whether somebody has to sign or seal it by hand. */
export function isSignedByHand({ sign, seal, source, kind }: Deliverable): boolean {
  return sign.length > 0 || seal.length > 0 || (source?.external === true && kind !== 'slides')
}

/** How many originals of a deliverable go on paper; undefined where the notice does not say. */
export function originalsOf(id: string, { award }: LintSubject): number | undefined {
  const volume = award.volumes.find(({ contains }) => contains.includes(id))
  return volume !== undefined && isSpecified(volume.copies) ? volume.copies : undefined
}
