import type { KeptMarkup } from '../kept-markup.ts'
import type { Passage } from '../passage.ts'
import { type Almost, fixWith, type Try } from './almost.ts'
import { colonsOf, exampleOf, kindOf, nearName } from './directive-names.ts'
import { isClosing, lineOf } from './directives.ts'

const opening =
  /(?<=^|\n)([:：]+)([\p{L}-]{1,40})(?=[ \t\u3000]*([[【［{｛][^\n]*)?(?:\n|$)|[ \t\u3000]+([^\n]{1,40})(?:\n|$))/gu

export type UnknownMessage = 'colons' | 'name' | 'unknown'

export interface UnknownDirectives {
  readonly found: readonly Almost<UnknownMessage>[]
  /** Where closing lines stand that belong to containers nobody knows. */
  readonly closings: ReadonlySet<number>
}

/** Lines of text that begin like a directive: `:图表[…]`, `::指示表[…]`, `:::警告`. */
export function unknownDirectives(
  passages: readonly Passage[],
  kept: readonly KeptMarkup[],
  attempt: Try,
): UnknownDirectives {
  const closings = new Set<number>()
  const closingLines = kept.filter((item) => item.kind === 'directive' && isClosing(lineOf(item)))
  const found = passages.flatMap((passage) => {
    if (passage.part !== 'text' || !/[:：]/.test(passage.text)) return []
    return [...passage.text.matchAll(opening)].flatMap((match) => {
      const almost = judge(passage, match, attempt)
      const offset = passage.offset(match.index)
      if (almost === undefined || offset === undefined) return []
      if ((match[1] ?? '').length > 2) {
        const close = closingLines.findIndex(
          ({ source, start }) => source.file === passage.file && start > offset,
        )
        for (const { start } of closingLines.splice(Math.max(0, close), close < 0 ? 0 : 1))
          closings.add(start)
      }
      return [almost]
    })
  })
  return { found, closings }
}

function judge(
  passage: Passage,
  match: RegExpExecArray,
  attempt: Try,
): Almost<UnknownMessage> | undefined {
  const { index } = match
  const [, colons = '', name = '', rest, bare] = match
  // Words behind one or two colons are the author's: `:说明 如下`.
  if (!passage.startsLine(index) || (bare !== undefined && colons.length < 3)) return undefined
  const line = /^[^\n]*/.exec(passage.text.slice(index))?.[0].trimEnd() ?? ''
  const base = {
    place: passage.place(index, index + line.length),
    typed: line,
    block: passage.block,
  }
  const kind = kindOf(name)
  if (colons.length === 1) {
    if (kind === undefined || rest === undefined) return undefined
    const right = colonsOf[kind] + line.slice(1)
    const edit = kind === 'leaf' ? passage.edit(index, index + 1, colonsOf[kind]) : undefined
    const safe = edit !== undefined && attempt(right).clean
    return { ...base, message: 'colons', right, ...(safe ? fixWith(edit) : {}) }
  }
  // Known ones that could not be read are kept by the parser and judged there.
  if (kind !== undefined) return undefined
  const near = nearName(name)
  if (near !== undefined && (rest !== undefined || colons.length > 2 || name.length > 2)) {
    const whole = colonsOf[kindOf(near) ?? 'leaf'] + near
    const right =
      (bare === undefined ? undefined : exampleOf(near, bare)) ??
      whole.concat(line.slice(colons.length + name.length))
    return { ...base, message: 'name', right }
  }
  if (rest === undefined && colons.length === 2) return undefined
  return { ...base, message: 'unknown', right: line, severity: 'info' }
}
