import { decode } from './part.ts'

/**
 * Follows a text through the source it was read from. Only what Markdown does not print may lie in between: escapes,
 * character references, spaces at the end of a line. Undefined where all went well, or what was found.
 */
export function followText(value: string, typed: string): string | undefined {
  // Labels that label nothing are text as typed: there a backslash is a backslash.
  const found = follow(value, typed, [asEscape, asTyped])
  return found === undefined ? undefined : (follow(value, typed, [asTyped, asEscape]) ?? undefined)
}

interface Step {
  readonly printed: number
  readonly typed: number
}

type Reading = (value: string, i: number, typed: string) => Step | undefined

function follow(value: string, typed: string, readings: readonly Reading[]): string | undefined {
  let at = 0
  for (let i = 0; i < value.length; ) {
    const rest = typed.slice(at)
    const step = [asLineEnd, ...readings]
      .map((read) => read(value, i, rest))
      .find((found) => found !== undefined)
    if (step === undefined)
      return `“${value.slice(i, i + 20)}” where “${rest.slice(0, 20)}” is typed`
    i += step.printed
    at += step.typed
  }
  return typed.slice(at).trim() === '' ? undefined : `“${typed.slice(at, at + 40)}” is left out`
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
  const isReserved = /[\0\uFDD0-\uFDEF]/.test(typed[0] ?? '') && value[i] === '\uFFFD'
  return typed[0] === value[i] || isReserved ? { printed: 1, typed: 1 } : undefined
}
