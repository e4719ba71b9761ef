import { decode } from './part.ts'

interface Step {
  readonly printed: number
  readonly typed: number
}

/**
 * Whether a text can be followed through the source it was read from. Only what Markdown does not print may lie in
 * between: escapes, character references, spaces at the end of a line. What prints as typed, such as a tag, has none.
 */
export function canFollow(value: string, typed: string): boolean {
  const seen = new Set<string>()
  const open: Step[] = [{ printed: 0, typed: 0 }]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const here = at
    if (here.printed === value.length && typed.slice(here.typed).trim() === '') return true
    const key = `${here.printed} ${here.typed}`
    if (seen.has(key)) continue
    seen.add(key)
    for (const read of [asTyped, asEscape, asLineEnd]) {
      const step = read(value, here.printed, typed.slice(here.typed))
      if (step !== undefined)
        open.push({ printed: here.printed + step.printed, typed: here.typed + step.typed })
    }
  }
  return false
}

function asLineEnd(value: string, i: number, typed: string): Step | undefined {
  if (value[i] !== '\n') return undefined
  const end = /^[ \t]*(?:\r\n|\r|\n)/.exec(typed)?.[0]
  return end === undefined ? undefined : { printed: 1, typed: end.length }
}

function asEscape(value: string, i: number, typed: string): Step | undefined {
  const escaped = /^\\[!-/:-@[-`{-~]|^&#?\w+;/.exec(typed)?.[0]
  if (escaped === undefined) return undefined
  const meant = decode(escaped)
  if (meant !== escaped)
    return value.startsWith(meant, i) ? { printed: meant.length, typed: escaped.length } : undefined
  // One of the thousands of names: it stands for one character that is no ampersand.
  const unknown = /^&[A-Za-z]/.test(escaped) && value[i] !== '&'
  const printed = String.fromCodePoint(value.codePointAt(i) ?? 0).length
  return unknown ? { printed, typed: escaped.length } : undefined
}

function asTyped(value: string, i: number, typed: string): Step | undefined {
  return typed[0] === value[i] ? { printed: 1, typed: 1 } : undefined
}
