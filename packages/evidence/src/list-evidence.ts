import type { Place } from '@ziping/diagnostics'
import {
  allBlocks,
  allInlines,
  type DataFile,
  type DataPath,
  type Evidence,
  type EvidenceIndex,
  inlinesIn,
  type Report,
  SourceText,
  type Workspace,
} from '@ziping/report'

/** A place that names a piece of evidence as its proof. */
export interface Citation {
  readonly id: string
  readonly place: Place
  readonly in: 'text' | 'data'
}

/** A piece of evidence with what rests on it. */
export interface ListedEvidence {
  readonly evidence: Evidence
  readonly cited: readonly Citation[]
  readonly state: 'valid' | 'expired' | 'unavailable' | 'no-file'
}

/** The index in its printed order: who cites what, and what has run out by the reference date. */
export function listEvidence(
  index: EvidenceIndex,
  material: { readonly workspace: Workspace; readonly report: Report; readonly date?: string },
): readonly ListedEvidence[] {
  const citations = [...inTexts(material.report, material.workspace), ...inData(material.workspace)]
  return index.all.map((evidence) => ({
    evidence,
    cited: citations.filter(({ id }) => id === evidence.id),
    state: stateOf(evidence, material.date),
  }))
}

function stateOf(
  { unavailable, file, expires }: Evidence,
  date: string | undefined,
): ListedEvidence['state'] {
  if (unavailable !== undefined) return 'unavailable'
  if (file === undefined) return 'no-file'
  return expires !== undefined && date !== undefined && expires < date ? 'expired' : 'valid'
}

function inTexts(report: Report, { documents }: Workspace): readonly Citation[] {
  return report.documents.flatMap(({ parsed }) => {
    const text = documents.find(({ path }) => path === parsed.file)?.text ?? ''
    const source = new SourceText(parsed.file, text)
    const inlines = [...allBlocks(parsed.blocks)].flatMap((block) =>
      inlinesIn(block).flatMap((line) => [...allInlines(line)]),
    )
    return inlines.flatMap((inline) =>
      inline.kind === 'reference'
        ? inline.targets.map((id) => ({
            id,
            place: source.place(inline.span),
            in: 'text' as const,
          }))
        : [],
    )
  })
}

const keys: ReadonlySet<unknown> = new Set(['evidence', '证明'])

/** Every `evidence:` of the applicant, the form and the indicators. */
function inData({ applicant, form, indicators }: Workspace): readonly Citation[] {
  return [applicant, form, indicators].flatMap((file) =>
    file === undefined ? [] : namedIn(file, file.value, []),
  )
}

function namedIn(file: DataFile, value: unknown, path: DataPath): readonly Citation[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) =>
      namedIn(file, item, [...path, Array.isArray(value) ? Number(key) : key]),
    )
  const last = path.at(-1)
  const isNamed = keys.has(last) || (typeof last === 'number' && keys.has(path.at(-2)))
  if (!isNamed || typeof value !== 'string') return []
  return value
    .split(/[\s,，、]+/u)
    .filter((id) => id !== '')
    .map((id) => ({ id, place: file.placeOf(path), in: 'data' }))
}
