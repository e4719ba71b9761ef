/** A stretch of the original text that should read otherwise. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** One slip of the keyboard; a pair of brackets is one slip with two changes. */
export interface Slip<Kind extends string> {
  readonly kind: Kind
  readonly changes: readonly Change[]
}

interface Unit<Kind extends string> {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly slip?: { readonly kind: Kind }
}

/**
 * A text being put right step by step, each step seeing what the ones before have done, with every change traced back
 * to where it was typed. That makes the whole a fixed point: what comes out needs no second round.
 */
export class Rewriting<Kind extends string> {
  #units: readonly Unit<Kind>[]
  #text: string

  constructor(text: string) {
    this.#text = text
    this.#units = Array.from({ length: text.length }, (_, at) => ({
      text: text[at] ?? '',
      start: at,
      end: at + 1,
    }))
  }

  /** As it reads by now. */
  get text(): string {
    return this.#text
  }

  /** Replaces stretches of the text as it reads by now; of those that overlap the first one counts. */
  apply(kind: Kind, groups: readonly (readonly Change[])[]): boolean {
    const changes = groups
      .flatMap((group) => {
        const slip = { kind }
        return group.map((change) => ({ ...change, slip }))
      })
      .sort((a, b) => a.start - b.start)
    if (changes.length === 0) return false
    const units: Unit<Kind>[] = []
    let old: Unit<Kind>[] = []
    let next = 0
    let at = 0
    for (const unit of this.#units) {
      while ((changes[next]?.start ?? Infinity) < at && old.length === 0) next++
      const change = changes[next]
      const inside = change !== undefined && at >= change.start
      if (old.length === 0 && (!inside || unit.text === '')) units.push(unit)
      else old.push(unit)
      at += unit.text.length
      if (change === undefined || old.length === 0 || at < change.end) continue
      units.push(...replace(old, change.text, change.slip))
      old = []
      next++
    }
    this.#units = units
    this.#text = units.map((unit) => unit.text).join('')
    return true
  }

  slips(): readonly Slip<Kind>[] {
    const bySlip = new Map<{ readonly kind: Kind }, Change[]>()
    for (const { slip, start, end, text } of this.#units) {
      if (slip === undefined) continue
      const changes = bySlip.get(slip) ?? []
      const last = changes.at(-1)
      if (last !== undefined && last.end === start)
        changes[changes.length - 1] = { start: last.start, end, text: last.text + text }
      else changes.push({ start, end, text })
      bySlip.set(slip, changes)
    }
    return [...bySlip].map(([{ kind }, changes]) => ({ kind, changes }))
  }
}

/** The first character stands for everything that was there, the others for nothing more. */
function replace<Kind extends string>(
  old: readonly Unit<Kind>[],
  text: string,
  slip: { readonly kind: Kind },
): readonly Unit<Kind>[] {
  const start = old[0]?.start ?? 0
  const end = old.at(-1)?.end ?? start
  const earlier = old.find((unit) => unit.slip !== undefined)?.slip ?? slip
  const characters = text === '' ? [''] : [...text]
  return characters.map((character, index) => ({
    text: character,
    start: index === 0 ? start : end,
    end,
    slip: earlier,
  }))
}
