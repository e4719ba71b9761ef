import type { Inline, Reference, Value } from '@ziping/report'

/** What prints as something else than was typed: it depends on the data and on the other files. */
export type Decided = Value | Reference

/** Whether an inline prints as something else than was typed. */
export function isDecided(inline: Inline): inline is Decided {
  return inline.kind === 'value' || (inline.kind === 'reference' && inline.word !== undefined)
}

/** The text inlines print as, with `decided` for what is not simply what was typed. */
export function printInlines(
  inlines: readonly Inline[],
  decided: (inline: Decided) => string,
): string {
  const [only] = inlines
  if (inlines.length === 1 && only?.kind === 'text') return only.value
  let text = ''
  for (const inline of inlines) text += printInline(inline, decided)
  return text
}

function printInline(inline: Inline, decided: (inline: Decided) => string): string {
  if (isDecided(inline)) return decided(inline)
  switch (inline.kind) {
    case 'text':
    case 'code-text':
      return inline.value
    case 'line-break':
      return '\n'
    case 'image':
    case 'note-text':
    case 'label':
    case 'footnote-reference':
      return ''
    default:
      return printInlines(inline.children, decided)
  }
}
