import { clauseHeading } from '@ziping/award'
import { type Inline, plainText, type Reference } from '@ziping/report'
import { resolveValue } from '../resolve-value.ts'
import { joinLines, type Target } from '../resolver.ts'
import type { BookContext } from './book-context.ts'
import type { BookInline } from './inline.ts'

/** Inlines with values, numbers and references filled in and soft line breaks joined. */
export function resolveInlines(
  inlines: readonly Inline[],
  context: BookContext,
  file: string,
): readonly BookInline[] {
  return joined(inlines.flatMap((inline) => resolveInline(inline, context, file)))
}

function resolveInline(inline: Inline, context: BookContext, file: string): readonly BookInline[] {
  const inside = (children: readonly Inline[]): readonly BookInline[] =>
    children.flatMap((child) => resolveInline(child, context, file))
  switch (inline.kind) {
    case 'text':
      return [{ kind: 'text', value: inline.value }]
    case 'code-text':
      return [{ kind: 'code', value: inline.value }]
    case 'line-break':
      return [{ kind: 'line-break' }]
    case 'value':
      return [
        { kind: 'text', value: resolveValue(inline, context.material.resolver.indicators).text },
      ]
    case 'tied-value':
      return inside(inline.children)
    case 'link':
      return [{ kind: 'link', url: inline.url, children: inside(inline.children) }]
    case 'reference':
      return resolveReference(inline, context, file)
    case 'image': {
      const found = context.material.pictures.find(inline.url, file)
      if (found === undefined) return [{ kind: 'text', value: inline.alt }]
      const { size } = context.layout.body
      const width = Math.round(((size * found.width) / found.height) * 20) / 20
      const image = { file: found.file, width, height: size, alt: inline.alt }
      return [{ kind: 'image', image }]
    }
    case 'footnote-reference':
      return [context.noteMark(inline.id, file)]
    case 'note-text':
    case 'label':
      return []
    default:
      return [{ kind: inline.kind, children: inside(inline.children) }]
  }
}

/** `[证](#iso9001,audit)` prints 证实性材料4、7, each number leading to its own place. */
function resolveReference(
  reference: Reference,
  context: BookContext,
  file: string,
): readonly BookInline[] {
  const { resolver } = context.material
  const found = reference.targets.map((id) => ({ id, target: resolver.target(id) }))
  const first = found[0]
  if (reference.word === undefined)
    return [
      {
        kind: 'reference',
        to: 'block',
        ...anchored(context, first?.target, file),
        text: joinLines(plainText(reference.children)),
      },
    ]
  const evidence = found.length > 0 && found.every(({ target }) => target?.kind === 'evidence')
  const parts = found.flatMap(({ id, target }, index): readonly BookInline[] => [
    ...(index === 0 ? [] : [{ kind: 'text', value: '、' } as const]),
    target === undefined
      ? { kind: 'text', value: `〔${id}〕` }
      : {
          kind: 'reference',
          to: target.kind,
          ...anchored(context, target, file),
          text: textOf(target),
        },
  ])
  const page = reference.withPage ? pageOf(context, first?.target, file) : []
  return [...(evidence ? [{ kind: 'text', value: '证实性材料' } as const] : []), ...parts, ...page]
}

function textOf(target: Target): string {
  if (target.kind === 'evidence') return String(target.number)
  return target.kind === 'clause' ? clauseHeading(target.clause) : target.number
}

function anchored(
  context: BookContext,
  target: Target | undefined,
  file: string,
): { readonly anchor?: string } {
  const anchor = target === undefined ? undefined : context.anchorOf(target, file)
  return anchor === undefined ? {} : { anchor }
}

/** `（第12页）`, where the page is in the same book. */
function pageOf(
  context: BookContext,
  target: Target | undefined,
  file: string,
): readonly BookInline[] {
  const { anchor } = anchored(context, target, file)
  if (anchor === undefined) return []
  return [
    { kind: 'text', value: '（第' },
    { kind: 'page-of', anchor },
    { kind: 'text', value: '页）' },
  ]
}

/**
 * Soft line breaks: none between two Chinese characters, a space elsewhere. The text on both sides may stand in different
 * inlines, so the whole line is joined first and then dealt out again.
 */
function joined(inlines: readonly BookInline[]): readonly BookInline[] {
  const text = flatten(inlines)
  if (!text.includes('\n')) return merged(inlines)
  return merged(dealOut(inlines, joinsIn(text)))
}

/** For every line end of a text: whether a space stands there. */
function joinsIn(text: string): readonly string[] {
  return [...text.matchAll(/\n/g)].map(({ index }) => {
    const before = /\S?[ \t]*$/u.exec(text.slice(0, index))?.[0]?.trim() ?? ''
    const after = /^\s*(\S?)/u.exec(text.slice(index + 1))?.[1] ?? ''
    if (before === '' || after === '') return ''
    return joinLines(`${before}\n${after}`).length > before.length + after.length ? ' ' : ''
  })
}

/** Texts and codes as they are; anything else that prints as a character that joins like Chinese or Latin. */
function flatten(inlines: readonly BookInline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.value
      if (inline.kind === 'code') return inline.value.replaceAll('\n', ' ')
      if (inline.kind === 'reference') return inline.text
      if (inline.kind === 'line-break') return '\u2028'
      return 'children' in inline ? flatten(inline.children) : ''
    })
    .join('')
}

function dealOut(inlines: readonly BookInline[], joins: readonly string[]): readonly BookInline[] {
  let next = 0
  const deal = (list: readonly BookInline[]): readonly BookInline[] =>
    list.map((inline) => {
      if (inline.kind === 'text')
        return {
          kind: 'text',
          value: inline.value.replace(/[ \t]*\n[ \t]*/g, () => joins[next++] ?? ''),
        }
      return 'children' in inline ? { ...inline, children: deal(inline.children) } : inline
    })
  return deal(inlines)
}

/** Neighbouring texts as one. */
function merged(inlines: readonly BookInline[]): readonly BookInline[] {
  const list: BookInline[] = []
  for (const inline of inlines) {
    const last = list.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text')
      list[list.length - 1] = { kind: 'text', value: last.value + inline.value }
    else if (inline.kind !== 'text' || inline.value !== '')
      list.push('children' in inline ? { ...inline, children: merged(inline.children) } : inline)
  }
  return list
}
