export type Language = 'zh-CN' | 'en'

export const languages: readonly Language[] = ['zh-CN', 'en']

/** What a person reads: what is wrong, and what to do about it. */
export interface Words {
  readonly message: string
  readonly advice: string
}

/** A text that exists in every language. */
export type Bilingual = Readonly<Record<Language, string>>

/** Words in every language, from the values they speak of. */
export type Wording<Values> = Readonly<Record<Language, (values: Values) => Words>>

/** Declares words; a missing language or a value the other language lacks does not compile. */
export function wording<Values>(words: Wording<Values>): Wording<Values> {
  return words
}

export function wordsIn<Values>(
  words: Wording<Values>,
  values: Values,
): Readonly<Record<Language, Words>> {
  return { 'zh-CN': words['zh-CN'](values), en: words.en(values) }
}
