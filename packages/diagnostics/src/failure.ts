import type { Place } from './place.ts'
import { type Language, type Wording, type Words, wordsIn } from './wording.ts'

/** The run can't go on. Thrown; worded like a finding; never a stack trace for the user. */
export class Failure extends Error {
  readonly code: string
  readonly words: Readonly<Record<Language, Words>>
  readonly place: Place | undefined

  constructor(
    code: string,
    words: Readonly<Record<Language, Words>>,
    options: { readonly place?: Place; readonly cause?: unknown } = {},
  ) {
    super(words.en.message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Failure'
    this.code = code
    this.words = words
    this.place = options.place
  }

  /** The same failure, told at the place in the writer's files that caused it. */
  at(place: Place): Failure {
    return new Failure(this.code, this.words, { place, cause: this })
  }
}

/** Makes a failure from a wording and its values. */
export function failure<Values>(
  code: string,
  words: Wording<Values>,
  values: Values,
  options: { readonly place?: Place; readonly cause?: unknown } = {},
): Failure {
  return new Failure(code, wordsIn(words, values), options)
}
