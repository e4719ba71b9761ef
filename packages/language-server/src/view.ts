import type { Language } from '@ziping/diagnostics'
import type { SourceText } from '@ziping/report'
import type { Linted } from './engine.ts'

/** What a request of the editor is about: one file, in a workspace judged as it stands now. */
export interface View {
  readonly linted: Linted
  readonly language: Language
  /** Its path in the workspace. */
  readonly file: string
  readonly source: SourceText
  uriOf(file: string): string
  /** Whether an edit may make a file. */
  readonly editorMakesFiles: boolean
}

/** The words in the user’s language. */
export function say(
  { language }: Pick<View, 'language'>,
  chinese: string,
  english: string,
): string {
  return language === 'en' ? english : chinese
}
