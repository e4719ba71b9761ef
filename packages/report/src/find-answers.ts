import { type Award, allClauses, type Clause, type Requirement } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import { type Inline, plainText } from './inline.ts'
import { leadingLabels } from './labels.ts'
import { normalizeTitle } from './normalize-title.ts'
import { readNote } from './notes.ts'
import type { Answer, UnknownMark } from './report.ts'
import { isHeading, type Unit } from './unit.ts'

interface Opening {
  readonly requirements: readonly Requirement[]
  readonly by: Answer['by']
  readonly skip: number
}

interface Open extends Opening {
  readonly place: Place
  /** A heading of this level or higher ends the answer. */
  readonly level: number
  readonly units: Unit[]
}

export interface FoundAnswers {
  readonly answers: readonly Answer[]
  readonly unknownMarks: readonly UnknownMark[]
}

/** Finds what answers each requirement of a clause, from its units in order. */
export function findAnswers(
  award: Award,
  clause: Clause,
  units: readonly Unit[],
  headingLevel: number,
): FoundAnswers {
  const finder = new AnswerFinder(award, clause, headingLevel)
  units.forEach((unit, index) => {
    finder.read(unit, units[index + 1])
  })
  return finder.finish()
}

class AnswerFinder {
  readonly #clause: Clause
  readonly #byId: ReadonlyMap<string, Requirement>
  readonly #answers: Answer[] = []
  readonly #unknownMarks: UnknownMark[] = []
  #open: Open | undefined
  #level: number
  #group: string | undefined
  /** A mark directly above a heading speaks of what stands under it. */
  #pending: Opening | undefined

  constructor(award: Award, clause: Clause, level: number) {
    this.#clause = clause
    this.#level = level
    this.#byId = requirementsOf(award)
  }

  read(unit: Unit, next: Unit | undefined): void {
    const { block } = unit
    const marked = this.#marked(unit)
    if (block.kind === 'note') {
      if (marked !== undefined && next !== undefined && isHeading(next)) this.#pending = marked
      else if (marked !== undefined) this.#start(marked, block.place, this.#level)
      return
    }
    if (block.kind === 'heading') {
      if (this.#open !== undefined && block.level <= this.#open.level) this.#close()
      this.#level = block.level
      const opening = this.#pending ?? this.#named(block.content, true)
      this.#pending = undefined
      if (opening !== undefined)
        this.#start(
          { ...opening, by: opening.by === 'mark' ? 'mark' : 'heading' },
          block.place,
          block.level,
        )
      return
    }
    const opening = marked ?? this.#fromUnit(unit)
    if (opening !== undefined) this.#start(opening, block.place, this.#level)
    this.#open?.units.push(unit)
  }

  finish(): FoundAnswers {
    this.#close()
    return { answers: this.#answers, unknownMarks: this.#unknownMarks }
  }

  #start(opening: Opening, place: Place, level: number): void {
    this.#close()
    this.#open = { ...opening, place, level, units: [] }
  }

  #close(): void {
    const open = this.#open
    this.#open = undefined
    if (open === undefined) return
    for (const requirement of open.requirements)
      this.#answers.push({
        requirement,
        by: open.by,
        place: open.place,
        units: open.units,
        skip: open.skip,
      })
  }

  #marked(unit: Unit): Opening | undefined {
    const { block } = unit
    const notes =
      block.kind === 'note'
        ? [block.value]
        : block.kind === 'paragraph'
          ? leadingNotes(block.content)
          : []
    for (const note of notes) {
      const meaning = readNote(note)
      if (meaning.kind !== 'mark') continue
      const requirements: Requirement[] = []
      for (const id of meaning.ids) {
        const requirement =
          this.#byId.get(id.toLowerCase()) ??
          this.#byId.get(`${this.#clause.id}.${id}`.toLowerCase())
        if (requirement === undefined) this.#unknownMarks.push({ id, place: block.place })
        else requirements.push(requirement)
      }
      return { requirements, by: 'mark', skip: 0 }
    }
    return undefined
  }

  #fromUnit(unit: Unit): Opening | undefined {
    if (unit.block.kind !== 'paragraph') return undefined
    const named = this.#named(unit.block.content, false)
    if (named !== undefined) return named
    if (unit.itemNumber === undefined) return undefined
    const requirements = this.#labelled([String(unit.itemNumber)])
    return requirements.length === 0 ? undefined : { requirements, by: 'label', skip: 0 }
  }

  /** What a heading or the start of a paragraph names: labels first, then topics and groups. */
  #named(content: readonly Inline[], heading: boolean): Opening | undefined {
    const text = plainText(content)
    const labels = leadingLabels(text)
    if (labels !== undefined) {
      const requirements = this.#labelled(labels.labels)
      if (requirements.length > 0) return { requirements, by: 'label', skip: labels.length }
    }
    const lead = heading ? { words: text, length: text.length } : leadWords(content, text)
    if (lead === undefined) return undefined
    const requirements = this.#topics(lead.words, heading)
    this.#enterGroup(lead.words)
    return requirements.length === 0
      ? undefined
      : { requirements, by: 'lead-in', skip: lead.length }
  }

  #labelled(labels: readonly string[]): readonly Requirement[] {
    const inGroup = this.#clause.requirements.filter(
      (requirement) => requirement.group === undefined || requirement.group === this.#group,
    )
    return labels.flatMap((label) => {
      const own = inGroup.filter((requirement) => requirement.label?.toLowerCase() === label)
      if (own.length > 0) return own
      const anywhere = this.#clause.requirements.filter(
        (requirement) => requirement.label?.toLowerCase() === label,
      )
      return this.#group === undefined && anywhere.length === 1 ? anywhere : []
    })
  }

  #topics(words: string, heading: boolean): readonly Requirement[] {
    const wanted = normalizeTitle(stripNumber(words))
    return this.#clause.requirements.filter((requirement) => {
      // “——” in front of every item is no label to tell them apart by: such items have names.
      if (requirement.label !== undefined && /\w/.test(requirement.label)) return false
      const names = [requirement.name ?? '', ...requirement.names]
        .map(normalizeTitle)
        .filter((name) => name !== '')
      return names.some(
        (name) => wanted === name || (heading && name.length > 1 && wanted.includes(name)),
      )
    })
  }

  #enterGroup(words: string): void {
    const wanted = normalizeTitle(stripNumber(words))
    const group = this.#clause.requirements.find(
      (requirement) =>
        requirement.group !== undefined && normalizeTitle(requirement.group) === wanted,
    )?.group
    if (group !== undefined) {
      this.#close()
      this.#group = group
    }
  }
}

const known = new WeakMap<Award, ReadonlyMap<string, Requirement>>()

function requirementsOf(award: Award): ReadonlyMap<string, Requirement> {
  const existing = known.get(award)
  if (existing !== undefined) return existing
  const requirements = new Map<string, Requirement>()
  for (const clause of allClauses(award.clauses))
    for (const requirement of clause.requirements)
      requirements.set(requirement.id.toLowerCase(), requirement)
  known.set(award, requirements)
  return requirements
}

function leadingNotes(content: readonly Inline[]): readonly string[] {
  const notes: string[] = []
  for (const inline of content) {
    if (inline.kind === 'note-text') notes.push(inline.value)
    else if (inline.kind !== 'text' || inline.value.trim() !== '') break
  }
  return notes
}

/** The words that lead a paragraph: `【确定方向】`, `**确定方向。**`, `确定方向：`. */
function leadWords(
  content: readonly Inline[],
  text: string,
): { words: string; length: number } | undefined {
  const bracketed = /^\s*[【[]([^】\]\n]{1,30})[】\]]/.exec(text)
  if (bracketed !== null) return { words: bracketed[1] ?? '', length: bracketed[0].length }
  const first = content.find((inline) => inline.kind !== 'note-text')
  if (first?.kind === 'strong') {
    const words = plainText(first.children)
    return words.length <= 30 ? { words, length: words.length } : undefined
  }
  const colon = /^\s*([^：:。，；\n]{1,30})[：:]/.exec(text)
  return colon === null ? undefined : { words: colon[1] ?? '', length: colon[0].length }
}

/** Drops `（1）`, `1.1.1`, `a)` in front of a topic's name. */
function stripNumber(words: string): string {
  return words.replace(
    /^\s*(?:[（(]?(?:\d+(?:[.．]\d+)*|[一二三四五六七八九十]+|[a-zA-Z])[)）.．、]?\s*)(?=\p{Script=Han})/u,
    '',
  )
}
