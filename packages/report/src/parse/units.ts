/**
 * Noncharacters, which no text may hold, stand for what CommonMark must not see. `reserved` finds them (and NUL) in
 * a text that holds them all the same.
 */
export const reserved: RegExp = /[\0\uFAFF\uFDD0-\uFDEF]/g

/**
 * The last, unassigned place among the compatibility ideographs. What stands for a stretch inside a line begins and ends with it, so
 * that emphasis beside it works as it does beside a Chinese character: `**增长12%**:指标[…]`.
 */
export const edge = '\uFAFF'
/** Follows the edge that begins a placeholder; begins what stands for whole lines; fills the rest of either. */
export const placeholder = '\uFDD0'
export const linePlaceholder = '\uFDD1'
export const filler = '\uFDD2'

/** A placeholder from end to end. */
export const placeholders: RegExp = /\uFAFF\uFDD0\uFDD2*\uFAFF|\uFDD1\uFDD2*/g

/** What covers a stretch of a length; no stretch that is ours is shorter than three. */
export function cover(length: number): string {
  return edge + placeholder + filler.repeat(length - 3) + edge
}

export function coverLines(length: number): string {
  return linePlaceholder + filler.repeat(length - 1)
}

/** A `[` that would begin a definition nobody cites, and begins a paragraph instead. */
export const plainBracket = '\uFDEF'

/** Marks that would be syntax but are the author's text: each has a noncharacter that stands for it. */
const shieldable = '*~>[]&-+.)_`"\uFEFF'
const firstShield = 0xfdd3

export function shield(characters: string): string {
  return characters.replace(/[\s\S]/g, (character) => {
    const index = shieldable.indexOf(character)
    return index < 0 ? character : String.fromCharCode(firstShield + index)
  })
}

export function unshield(text: string): string {
  return text.replace(/[\uFDD3-\uFDEF]/g, (unit) =>
    unit === plainBracket ? '[' : (shieldable[unit.charCodeAt(0) - firstShield] ?? unit),
  )
}
