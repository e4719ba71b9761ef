/**
 * Noncharacters, which no text may hold, stand for what CommonMark must not see. `reserved` finds them (and NUL) in
 * a text that holds them all the same.
 */
export const reserved: RegExp = /[\0\uFDD0-\uFDEF]/g

/** Begins what stands for a stretch inside a line, for whole lines; fills the rest of either. */
export const placeholder = '\uFDD0'
export const linePlaceholder = '\uFDD1'
export const filler = '\uFDD2'

/** A placeholder with all that fills it. */
export const placeholders: RegExp = /[\uFDD0\uFDD1]\uFDD2*/g

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
