import type { Language } from '@ziping/diagnostics'
import type { Style } from './print/style.ts'

/** What a command gets from outside: the only door to the process. */
export interface Context {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly language: Language
  readonly style: Style
  readonly columns: number
  /** A result. */
  out(text: string): void
  /** Everything else. */
  note(text: string): void
}

/** The words in the user's language. */
export function say(context: Context, chinese: string, english: string): string {
  return context.language === 'en' ? english : chinese
}
