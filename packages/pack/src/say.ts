import type { Language } from '@ziping/diagnostics'

/** Words of a page, in the language of the person who asked for it. */
export type Say = (chinese: string, english: string) => string

export function sayIn(language: Language): Say {
  return (chinese, english) => (language === 'en' ? english : chinese)
}
