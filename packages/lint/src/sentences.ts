/** A sentence of a passage, by its offsets. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A sentence ends at 。！？ and at ；, where a reader draws breath; closing quotation marks and brackets belong to it. */
const ending = /[。！？；!?;\n]+[”’」』）】)]*/g

/** Where grammar ends it: at ；, it goes on. */
const fullStop = /[。！？!?\n]+[”’」』）】)]*/g

/** Sentences to the full stop, however many semicolons they have. */
export function wholeSentencesOf(text: string): readonly Sentence[] {
  return split(text, fullStop)
}

export function sentencesOf(text: string): readonly Sentence[] {
  return split(text, ending)
}

function split(text: string, ending: RegExp): readonly Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const add = (end: number): void => {
    const part = text.slice(start, end)
    const lead = part.length - part.trimStart().length
    if (part.trim() !== '') sentences.push({ start: start + lead, end, text: part.trim() })
    start = end
  }
  for (const match of text.matchAll(ending)) {
    // A line broken in the middle of a sentence goes on.
    if (/^\n+$/.test(match[0])) continue
    add(match.index + match[0].length)
  }
  add(text.length)
  return sentences
}
