import type { Place } from './place.ts'
import { type Language, type Wording, type Words, wording, wordsIn } from './wording.ts'

export type Severity = 'error' | 'warning' | 'info'

/** A replacement of source text, in UTF-16 offsets of the file as it was read. */
export interface TextEdit {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Something wrong in the writers' material. Plain data: it crosses threads and caches. */
export interface Finding {
  readonly rule: string
  readonly messageId: string
  readonly severity: Severity
  readonly place: Place
  readonly words: Readonly<Record<Language, Words>>
  readonly clause?: string
  /** A fix that cannot change the meaning. */
  readonly fix?: readonly TextEdit[]
  readonly related?: readonly {
    readonly place: Place
    readonly words: Readonly<Record<Language, string>>
  }[]
}

/** Makes findings of one kind. */
export type FindingMaker<Values> = (place: Place, values: Values) => Finding

/** Declares a kind of finding outside the lint rules, e.g. one about a data file. */
export function defineFinding<Values>(kind: {
  readonly rule: string
  readonly messageId: string
  readonly severity: Severity
  readonly words: Wording<Values>
}): FindingMaker<Values> {
  return (place, values) => ({
    rule: kind.rule,
    messageId: kind.messageId,
    severity: kind.severity,
    place,
    words: wordsIn(kind.words, values),
  })
}

/** Declares findings under one rule of these, their words in both languages side by side. */
export function declareUnder<Rule extends string>(): <Values>(
  rule: Rule,
  messageId: string,
  severity: Severity,
  chinese: (values: Values) => Words,
  english: (values: Values) => Words,
) => FindingMaker<Values> {
  return (rule, messageId, severity, chinese, english) =>
    defineFinding({
      rule,
      messageId,
      severity,
      words: wording({ 'zh-CN': chinese, en: english }),
    })
}
