/** There is something that only the parser can read. */
export class NotPlain extends Error {}

const number = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/
/** Everything else that the core schema takes for a number. */
const oddNumber =
  /^(?:[-+]?\d+|0o[0-7]+|0x[\da-f]+|[-+]?\.(?:inf|nan)|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?)$/i
const indicator = /^[-?:,[\]{}#&*!|>'"%@`]/

/** A word or number of one line, by the core schema of YAML 1.2. */
export function scalarOf(typed: string): string | number | boolean | null {
  const quoted = /^(["'])([^"'\\]*)\1$/.exec(typed)?.[2]
  if (quoted !== undefined) return quoted
  if (number.test(typed)) return Number(typed)
  if (typed === '' || indicator.test(typed) || /: |:$| #/.test(typed)) throw new NotPlain()
  if (typed === 'true' || typed === 'false') return typed === 'true'
  if (/^(?:~|null|true|false)$/i.test(typed)) throw new NotPlain()
  if (oddNumber.test(typed)) throw new NotPlain()
  return typed
}
