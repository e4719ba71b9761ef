import { type Inline, type Link, plainText, type Reference, type Span } from '../inline.ts'

/** Where a link leads, and how that was written. */
export interface LinkTarget {
  readonly url: string
  readonly title?: string
  readonly definition?: string
}

const words: Readonly<Record<string, Exclude<Reference['word'], undefined>>> = {
  '': '',
  表: '表',
  图: '图',
  条: '条',
  证: '证',
}

/** A link, or what a link to a label stands for: a reference, a value, a number tied to its source. */
export function convertLink(
  { url, ...described }: LinkTarget,
  children: readonly Inline[],
  span: Span,
): Inline {
  const target = /^[#＃](.+)$/su.exec(url)?.[1]
  if (target === undefined) return { kind: 'link', url, ...described, children, span }
  const typed = plainText(children).trim()
  const [, asked = '', page = ''] = /^(.?)([@＠]页)?$/su.exec(typed) ?? []
  const word = asked + page === typed ? words[asked] : undefined
  const targets = targetsOf(target)
  const [only, ...more] = targets
  if (only === undefined) return link(url, described, children, span)
  const isWord = word !== undefined && typed !== ''
  const value = isWord || more.length > 0 ? undefined : indicatorYear(only)
  if (value !== undefined && typed !== '')
    return { kind: 'tied-value', ...value, ...described, children, span }
  if (value !== undefined && children.length === 0 && described.definition === undefined) {
    const attributes = described.title === undefined ? {} : { title: described.title }
    return { kind: 'value', ...value, attributes, span }
  }
  const reference = {
    kind: 'reference' as const,
    withPage: false,
    ...described,
    children,
    targets,
    span,
  }
  return word === undefined ? reference : { ...reference, word, withPage: page !== '' }
}

function link(
  url: string,
  described: Omit<LinkTarget, 'url'>,
  children: readonly Inline[],
  span: Span,
): Link {
  return { kind: 'link', url, ...described, children, span }
}

/** `revenue.2019` */
function indicatorYear(target: string): { indicator: string; year: number } | undefined {
  const match = /^([^.]+)\.([12]\d{3})$/.exec(target)
  return match === null ? undefined : { indicator: match[1] ?? '', year: Number(match[2]) }
}

function targetsOf(target: string): readonly string[] {
  return target
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
