import { type Award, type Deliverable, isSpecified, type Volume } from '@ziping/award'
import type { Report } from '@ziping/report'

/** What one printed file holds. */
export interface BookPlan {
  /** `report`, `form` …; `book` for everything bound together. */
  readonly id: string
  readonly title: string
  /** Ids of deliverables, in binding order. */
  readonly documents: readonly string[]
  readonly isVolume: boolean
  readonly continuous: boolean
  readonly exhibitsPerPage: number
  /** What the notice says of the bound volume; a document of its own, and one that no notice speaks of, has none. */
  readonly volume?: Volume
}

/** Every document of its own, then the volumes they are bound to. */
export function planBooks(report: Report): readonly BookPlan[] {
  const { award } = report
  const printed = printedDeliverables(report)
  const numbering = award.volumes.some(
    (volume) => isSpecified(volume.numbering) && volume.numbering === 'continuous',
  )
  const single = printed.map(
    ({ id, title }): BookPlan => ({
      id,
      title,
      documents: [id],
      isVolume: false,
      continuous: numbering,
      exhibitsPerPage: perPage(award),
    }),
  )
  return [...single, ...volumes(award, printed)]
}

function volumes(award: Award, printed: readonly Deliverable[]): readonly BookPlan[] {
  const ids = new Set(printed.map(({ id }) => id))
  if (award.volumes.length === 0)
    return ids.size < 2
      ? []
      : [
          {
            id: 'book',
            title: '申报书',
            documents: [...ids],
            isVolume: true,
            continuous: false,
            exhibitsPerPage: perPage(award),
          },
        ]
  return award.volumes.map(
    (volume, index): BookPlan => ({
      id: index === 0 ? 'book' : `book-${volume.id}`,
      title: index === 0 ? '申报书' : volumeTitle(volume.title ?? `申报书${index + 1}`, printed),
      documents: volume.contains.filter((id) => ids.has(id)),
      isVolume: true,
      continuous: isSpecified(volume.numbering) && volume.numbering === 'continuous',
      exhibitsPerPage: volume.perPage?.evidence ?? perPage(award),
      volume,
    }),
  )
}

/** A volume that is called like one of its documents would take its file. */
function volumeTitle(title: string, printed: readonly Deliverable[]): string {
  return printed.some((one) => one.title === title) ? `${title}（装订本）` : title
}

/** What the award asks for in print; where it asks for nothing, the texts that are there. */
export function printedDeliverables({ award, documents }: Report): readonly Deliverable[] {
  const evidence = award.deliverables.find(({ kind }) => kind === 'evidence')
  // Further kinds of evidence stand among the rest: no certificate prints twice.
  const asked = award.deliverables.filter(
    (one) => isPrinted(one) && (one.kind !== 'evidence' || one === evidence),
  )
  const written = unasked.filter(
    ({ kind }) =>
      documents.some((one) => one.kind === kind) && !asked.some((one) => one.kind === kind),
  )
  return [...written, ...asked]
}

/** Texts of a workspace that an award may not speak of. */
const unasked: readonly Deliverable[] = (
  [
    ['overview', '组织概述'],
    ['report', '自评报告'],
    ['case', '典型案例'],
  ] as const
).map(([kind, title]) => ({
  id: kind,
  kind,
  title,
  source: { document: kind },
  sign: [],
  seal: [],
  topics: [],
  fileTypes: [],
  evidence: [],
}))

/** Letters come from others, slides and pictures are files of their own. */
function isPrinted({ kind, source }: Deliverable): boolean {
  if (source?.external === true) return false
  return kind !== 'letter' && kind !== 'slides' && kind !== 'pictures'
}

function perPage(award: Award): number {
  return award.volumes.find((volume) => volume.perPage?.evidence)?.perPage?.evidence ?? 1
}
