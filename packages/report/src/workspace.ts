import type { Finding } from '@ziping/diagnostics'
import type { DataFile } from './data-file.ts'
import type { DocumentKind } from './report.ts'
import type { WorkspacePath } from './workspace-path.ts'

/** What ziping.yaml says. */
export interface WorkspaceConfig {
  /** One award, or several that share the material. */
  readonly awards: readonly string[]
  readonly year?: number
  readonly filed?: string
  readonly deadline?: string
  readonly numbering: 'award' | 'standard'
  readonly layout?: string
  readonly lang?: 'zh-CN' | 'en'
  readonly paths: Readonly<Record<PathName, WorkspacePath>>
  /** Lists of tables and figures behind the contents. */
  readonly lists?: { readonly tables: boolean; readonly figures: boolean }
  /** Fonts or font files by face: 宋 黑 仿宋 楷. */
  readonly fonts?: Readonly<Record<string, string>>
  /** The office’s own empty form, as Word file. */
  readonly formTemplate?: string
  /** In millimetres, for the spine. */
  readonly paperThickness?: number
  readonly confirmations: Readonly<
    Record<
      string,
      { readonly by: string; readonly on: string; readonly note?: string; readonly answer: boolean }
    >
  >
  readonly waivers: readonly {
    readonly rule: string
    readonly reason: string
    readonly file?: string
    readonly clause?: string
  }[]
}

export const defaultPaths = {
  overview: 'overview.md',
  report: 'report',
  cases: 'cases',
  form: 'form',
  data: 'data',
  applicant: 'data/applicant.yaml',
  formData: 'data/form.yaml',
  indicators: 'data/indicators.yaml',
  plan: 'data/plan.yaml',
  scores: 'data/scores.yaml',
  evidence: 'evidence',
  photos: 'photos',
  signed: 'signed',
  images: 'images',
  dist: 'dist',
  criteria: 'criteria',
} as const

export type PathName = keyof typeof defaultPaths

/** A Markdown file of the workspace, as text. */
export interface DocumentFile {
  readonly kind: DocumentKind
  readonly id: string
  readonly holding?: string
  readonly path: WorkspacePath
  readonly text: string
}

/** The folder a team works in, read into memory. */
export interface Workspace {
  readonly root: string
  readonly config: WorkspaceConfig
  readonly configFile: DataFile
  readonly documents: readonly DocumentFile[]
  readonly applicant?: DataFile
  readonly form?: DataFile
  readonly indicators?: DataFile
  readonly evidence?: DataFile
  readonly plan?: DataFile
  readonly scores?: DataFile
  readonly photos?: DataFile
  /** The team's own text of the standard, if it has one. */
  readonly criteria: readonly { readonly file: string; readonly text: string }[]
  /** What could not be read, or should not lie there. */
  readonly findings: readonly Finding[]
}
