// What the server tells the page. Plain data, shared by both; nothing here runs.

/** Words in both languages: the reader chooses while looking. */
export interface Told {
  readonly 'zh-CN': string
  readonly en: string
}

/** A line in one of the writer's files. */
export interface Where {
  readonly file: string
  readonly line: number
  readonly column: number
}

export type Tally = readonly [answered: number, needed: number]

export interface Length {
  readonly id: string
  readonly title: string
  readonly count: number
  readonly limit?: number
  readonly where?: Where
}

export interface BoardClause {
  readonly id: string
  /** `1.1 高层领导的作用`. */
  readonly heading: string
  readonly category: string
  readonly answered: boolean
  readonly count: number
  readonly limit?: number
  readonly where?: Where
  readonly requirements: readonly {
    readonly id: string
    readonly name: string
    readonly answered: boolean
    readonly where?: Where
  }[]
  /** How many of the requirements are enough. */
  readonly needed: number
  /** Those asked for, by id. */
  readonly dimensions: Readonly<Record<string, boolean>>
  readonly owner?: string
  readonly due?: string
  readonly status?: string
  readonly errors: number
  readonly warnings: number
}

export interface BoardReport {
  /** The controlled company it is about; empty for the applicant's own. */
  readonly name: string
  readonly summary: {
    readonly clauses: Tally
    readonly requirements: Tally
    readonly dimensions: Tally
  }
  readonly clauses: readonly BoardClause[]
}

export interface Board {
  readonly reports: readonly BoardReport[]
  readonly dimensions: readonly { readonly id: string; readonly label: string }[]
  readonly lengths: readonly Length[]
  readonly dates: readonly { readonly name: string; readonly date: string }[]
}

export interface ShownFinding {
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: Told
  readonly advice: Told
  readonly where: Where
  readonly endLine: number
  readonly clause?: string
  readonly fixable: boolean
}

/** Something a data entry lacks, as the rules found it. */
export interface Hole {
  readonly severity: ShownFinding['severity']
  readonly message: Told
}

export interface ShownIndicator {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly where: Where
  /** As typed, in the order of `years`; empty where there is none. */
  readonly values: readonly string[]
  readonly target: string
  readonly benchmark: string
  readonly competitor: string
  readonly level: boolean
  readonly trend: boolean
  readonly hasTarget: boolean
  readonly compared: boolean
  readonly source: string
  readonly clauses: readonly string[]
  /** Of the clauses that show it, those of results. */
  readonly results: readonly string[]
  readonly holes: readonly Hole[]
}

export interface ShownEvidence {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly issuer: string
  readonly issued: string
  readonly expires: string
  readonly file: string
  readonly state: 'there' | 'missing' | 'unavailable' | 'none'
  readonly why: string
  readonly clauses: readonly string[]
  readonly where: Where
  readonly holes: readonly Hole[]
}

export interface State {
  readonly version: number
  /** The language asked for on the command line. */
  readonly language: 'zh-CN' | 'en'
  /** Where the workspace lies, for links into an editor. */
  readonly root: string
  readonly title: string
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  /** Why the present state of the files cannot be judged: the rest is the last one that could. */
  readonly problem?: { readonly message: Told; readonly advice: Told; readonly where?: Where }
  readonly findings: readonly ShownFinding[]
  readonly board?: Board
  readonly years: readonly number[]
  readonly indicators: readonly ShownIndicator[]
  readonly evidence: readonly ShownEvidence[]
}

export interface Sheet {
  /** Address of the PDF, and its page, from 1. */
  readonly pdf: string
  readonly page: number
  readonly label: string
  readonly width: number
  readonly height: number
}

export interface Spot {
  readonly where: Where
  readonly endLine: number
  /** From 0. */
  readonly sheet: number
  /** Points below the page's upper edge. */
  readonly top: number
}

export type Pages =
  | {
      readonly kind: 'pages'
      readonly document: string
      readonly version: number
      readonly settled: boolean
      readonly sheets: readonly Sheet[]
      readonly spots: readonly Spot[]
      readonly findings: readonly ShownFinding[]
      /** Which fonts stand in for others. */
      readonly notes: readonly Told[]
    }
  | { readonly kind: 'printing'; readonly document: string }
  | { readonly kind: 'empty'; readonly document: string }
  | {
      readonly kind: 'trouble'
      readonly document: string
      readonly message: Told
      readonly advice: Told
    }

/** What the server sends without being asked. */
export type Notice =
  | { readonly kind: 'state'; readonly version: number }
  /** Other pages are there; the PDFs they lie in can be fetched meanwhile. */
  | { readonly kind: 'pages'; readonly document: string; readonly pdfs: readonly string[] }
  | {
      readonly kind: 'reveal'
      readonly document: string
      readonly where: Where
    }
  /** Somebody clicked on a page: editors that listen go there. */
  | { readonly kind: 'open'; readonly where: Where }

/** In which document a file is printed by itself; in none, for a data file. */
export interface PrintedIn {
  readonly document?: string
}

/** What a page that was let in keeps in mind, to be let in again after a restart. */
export interface DoorKey {
  readonly key: string
}

/** What a page must answer that asks to be let in again. */
export interface Knocked {
  readonly challenge: string
}

/** The answer to a click on a page. */
export interface Found {
  readonly where?: Where
}
