import type { Told } from '../protocol.ts'

export type Language = 'zh-CN' | 'en'

let language: Language = 'zh-CN'

/** Chosen before everything is drawn anew. */
export function speak(chosen: Language): void {
  language = chosen
  document.documentElement.lang = chosen
}

export function say(chinese: string, english: string): string {
  return language === 'en' ? english : chinese
}

export function tell(words: Told): string {
  return words[language]
}

/** `1 error`, `3 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `12,040`. */
export function figure(value: number): string {
  return value.toLocaleString('en-US')
}
