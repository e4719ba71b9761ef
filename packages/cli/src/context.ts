import type { Language } from '@ziping/diagnostics'
import type { Style } from './print/style.ts'

/** What a command gets from outside: the only door to the process. */
export interface Context {
  /** Where the command works: the caller's folder, or the one named by -C. */
  readonly cwd: string
  /** Where the user stands; what other programs read is relative to it. */
  readonly calledFrom: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly language: Language
  readonly style: Style
  readonly columns: number
  /** Results go to a terminal whose screen may be cleared. */
  readonly isScreen: boolean
  /** What is piped in, whole. */
  input(): Promise<Uint8Array>
  /** Ends when the user presses Ctrl-C, which from then on no longer ends the program. */
  interrupted(): Promise<void>
  /** A result. */
  out(text: string): void
  /** Everything else. */
  note(text: string): void
}

/** The words in the user's language. */
export function say(context: Context, chinese: string, english: string): string {
  return context.language === 'en' ? english : chinese
}
