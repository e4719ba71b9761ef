import type { BookInline } from '@ziping/resolve'

type Choice = readonly BookInline[]

/** Of a longer label only the beginning stays with its box; the rest may be broken like any other text. */
const longest = 10

/** Each box to tick with its label, as one that no line's end may part: `□大型`, `是☑`. All else as it was. */
export function withChoices(inlines: readonly BookInline[]): readonly (BookInline | Choice)[] {
  if (!inlines.some(({ kind }) => kind === 'checkbox')) return inlines
  const made: (BookInline | Choice)[] = []
  let rest = [...inlines]
  for (let inline = rest.shift(); inline !== undefined; inline = rest.shift()) {
    if (inline.kind !== 'checkbox') {
      made.push(inline)
      continue
    }
    const [label, behind] = cut(rest[0], /^\S+/)
    if (label !== '') {
      made.push([inline, textOf(label)])
      rest = [...textsOf(behind), ...rest.slice(1)]
    } else made.push([...labelBefore(made), inline])
  }
  return made
}

/** `是☑`: takes the label from the text that was passed already. */
function labelBefore(made: (BookInline | Choice)[]): readonly BookInline[] {
  const last = made.at(-1)
  if (last === undefined || !('kind' in last) || last.kind !== 'text') return []
  const label = /\S{1,4}$/.exec(last.value)?.[0] ?? ''
  made.splice(-1, 1, ...textsOf(last.value.slice(0, last.value.length - label.length)))
  return textsOf(label)
}

/** What of a text stays with the box before it, and what comes behind that. */
function cut(inline: BookInline | undefined, label: RegExp): readonly [string, string] {
  if (inline?.kind !== 'text') return ['', '']
  const found = label.exec(inline.value)?.[0] ?? ''
  const kept = [...found].length > longest ? [...found].slice(0, 2).join('') : found
  return [kept, inline.value.slice(kept.length)]
}

function textOf(value: string): BookInline {
  return { kind: 'text', value }
}

function textsOf(value: string): readonly BookInline[] {
  return value === '' ? [] : [textOf(value)]
}
