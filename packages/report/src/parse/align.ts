/**
 * Where each unit of a text stands in the line it was read from, as offsets into that line: `\*` and `&amp;` take more
 * room there. Undefined where they run in step.
 */
export function alignText(value: string, typed: string): readonly number[] | undefined {
  if (value.length === typed.length) return undefined
  const offsets: number[] = []
  let at = 0
  for (let i = 0; i < value.length; i++) {
    const reference = characterReference(value, i, typed, at)
    if (reference !== undefined) {
      for (let unit = 0; unit < reference.units; unit++) offsets.push(at)
      i += reference.units - 1
      at += reference.length
      continue
    }
    const escaped = typed[at] === '\\' && typed[at + 1] === value[i] && isAsciiPunctuation(value[i])
    offsets.push(Math.min(at, typed.length))
    at += escaped ? 2 : 1
  }
  return offsets
}

function characterReference(
  value: string,
  i: number,
  typed: string,
  at: number,
): { units: number; length: number } | undefined {
  if (typed[at] !== '&') return undefined
  const raw = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/.exec(
    typed.slice(at, at + 40),
  )?.[0]
  if (raw === undefined || value.startsWith(raw, i)) return undefined
  const high = value.charCodeAt(i)
  return { units: high >= 0xd800 && high < 0xdc00 ? 2 : 1, length: raw.length }
}

export function isAsciiPunctuation(character: string | undefined): boolean {
  return character !== undefined && /[!-/:-@[-`{-~]/.test(character)
}
