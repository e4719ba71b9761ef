import type { DataFile } from './data-file.ts'

/** A file that proves a claim. */
export interface Evidence {
  readonly id: string
  readonly title: string
  readonly file?: string
  readonly issuer?: string
  readonly issuerType?: string
  readonly issued?: string
  readonly expires?: string
  readonly kind?: string
  readonly level?: string
  readonly number?: string
  readonly sealed: boolean
  /** Why it cannot be shown, as the notices ask to say. */
  readonly unavailable?: string
}

export interface EvidenceIndex {
  readonly file?: DataFile
  readonly all: readonly Evidence[]
  readonly byId: ReadonlyMap<string, Evidence>
}

const textKeys = [
  'file',
  'issuer',
  'issuerType',
  'issued',
  'expires',
  'kind',
  'level',
  'number',
  'unavailable',
] as const

export const evidenceKeys: readonly string[] = [
  'title',
  ...textKeys,
  'sealed',
  'note',
  'pages',
  'holder',
]

/** Reads evidence/evidence.yaml, in the order written: that is the order of the printed numbers. */
export function readEvidence(file: DataFile | undefined): EvidenceIndex {
  const value = file?.value
  const entries =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : []
  const all = entries.map(([id, raw]): Evidence => {
    const map: Readonly<Record<string, unknown>> =
      typeof raw === 'object' && raw !== null ? { ...raw } : {}
    const texts: Partial<Record<(typeof textKeys)[number], string>> = {}
    for (const key of textKeys) {
      const text = map[key]
      if ((typeof text === 'string' && !isOpen(text)) || typeof text === 'number')
        texts[key] = String(text)
    }
    const title = map['title']
    return {
      id,
      title: typeof title === 'string' ? title : id,
      ...texts,
      sealed: map['sealed'] === true,
    }
  })
  return {
    ...(file === undefined ? {} : { file }),
    all,
    byId: new Map(all.map((evidence) => [evidence.id, evidence])),
  }
}

/** `待查：档案室 7月20日`: not known yet, and so not there. */
function isOpen(text: string): boolean {
  return /^待查(?:[:：]|$)/u.test(text.trim())
}
