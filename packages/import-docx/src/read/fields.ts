/** A field of Word that is open: what it asks for, and whether its result has begun. */
interface OpenField {
  instruction: string
  isResult: boolean
}

/** What text within fields is. */
export interface FieldMeaning {
  /** Not text of the document: an instruction, or contents that are made anew. */
  readonly isDropped: boolean
  readonly isContents: boolean
  readonly link?: string
  readonly refers?: string
  readonly counts?: string
}

/** Fields begin and end anywhere, also paragraphs apart, and stand in one another. */
export class Fields {
  readonly #open: OpenField[] = []

  begin(): void {
    this.#open.push({ instruction: '', isResult: false })
  }

  instruct(text: string): void {
    const field = this.#open.at(-1)
    if (field !== undefined && !field.isResult) field.instruction += text
  }

  separate(): void {
    const field = this.#open.at(-1)
    if (field !== undefined) field.isResult = true
  }

  end(): void {
    this.#open.pop()
  }

  /** A field whose instruction is an attribute. */
  open(instruction: string): void {
    this.#open.push({ instruction, isResult: true })
  }

  get meaning(): FieldMeaning {
    let meaning: FieldMeaning = { isDropped: false, isContents: false }
    for (const { instruction, isResult } of this.#open) {
      if (!isResult) return { ...meaning, isDropped: true }
      meaning = { ...meaning, ...meaningOf(instruction) }
    }
    return meaning
  }
}

function meaningOf(instruction: string): Partial<FieldMeaning> {
  const [name = '', ...words] = instruction.trim().match(/"[^"]*"|\S+/g) ?? []
  const first = words[0]?.replaceAll('"', '')
  switch (name.toUpperCase()) {
    case 'TOC':
    case 'INDEX':
      return { isDropped: true, isContents: true }
    case 'SEQ':
      return first === undefined ? {} : { counts: first }
    case 'REF':
    case 'NOTEREF':
      return first === undefined ? {} : { refers: first }
    case 'HYPERLINK': {
      if (first === undefined) return {}
      const local = words[words.indexOf('\\l') + 1]?.replaceAll('"', '')
      return first === '\\l' ? { refers: local ?? '' } : { link: first }
    }
    default:
      return {}
  }
}
