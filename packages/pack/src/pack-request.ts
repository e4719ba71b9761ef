import type { CheckReport } from '@ziping/check'
import type { Finding, Language } from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'
import type { BuildStep, Built, Press } from '@ziping/session'

/** What a parcel is made from. */
export interface PackRequest {
  readonly subject: LintSubject
  readonly check: CheckReport
  readonly press: Press
  /** The reference date: it stands in every file. */
  readonly date: string
  readonly cacheFolder: string | undefined
  readonly language: Language
  /** Programs and their versions, for the manifest. */
  readonly builtWith: Readonly<Record<string, string>>
  /** The organization's pictures in the award's format, written below a folder. */
  readonly preparePictures: PreparePictures
  readonly onBuild?: (step: BuildStep) => void
  readonly onStep?: (step: PackStep) => void
}

export interface PackStep {
  readonly stage: 'pictures' | 'verifying' | 'colours' | 'copying' | 'sheets' | 'finishing'
  readonly file?: string
  /** How far it is, where there are many. */
  readonly done?: number
  readonly count?: number
}

/** Converts the pictures into an empty folder; what cannot be converted is a finding. */
export type PreparePictures = (
  folder: string,
) => Promise<{ readonly files: readonly PreparedPicture[]; readonly findings: readonly Finding[] }>

export interface PreparedPicture {
  /** Absolute. */
  readonly file: string
  readonly title: string
  readonly text: string
}

/** What the steps of packing share once the documents are built. */
export interface Packing extends PackRequest {
  readonly built: Built
  readonly pictures: readonly PreparedPicture[]
  readonly signed: ReadonlyMap<string, readonly string[]>
}
