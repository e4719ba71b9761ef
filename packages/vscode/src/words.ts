import type { Language } from '@ziping/diagnostics'

/** What the extension runs with, as the settings and the editor say. */
export interface Choices {
  readonly language: Language
  /** Where the writer's own `ziping` lies; nothing where the extension brings it. */
  readonly path: string | undefined
  readonly allowsTeamRules: boolean
}

/** The language asked for; where the editor’s is asked for, English only if that speaks it. */
export function languageFor(asked: string, editor: string): Language {
  if (asked === 'en' || asked === 'zh-CN') return asked
  return /^en/i.test(editor) ? 'en' : 'zh-CN'
}

/** The words in the user’s language. */
export function say(language: Language, chinese: string, english: string): string {
  return language === 'en' ? english : chinese
}
