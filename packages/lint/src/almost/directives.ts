import type { KeptMarkup } from '../kept-markup.ts'
import type { Almost, Try } from './almost.ts'
import { colonsOf, type DirectiveKind, exampleOf, kindOf } from './directive-names.ts'

export type DirectiveMessage =
  | 'colons'
  | 'broken'
  | 'unclosed'
  | 'unopened'
  | 'grid'
  | 'misplaced'
  | 'value'

/** Lines and values that bear the name of a directive and are none; `expected` are closing lines of unknown ones. */
export function* brokenDirectives(
  kept: readonly KeptMarkup[],
  expected: ReadonlySet<number>,
  attempt: Try,
): Generator<Almost<DirectiveMessage>> {
  const directives = kept.filter(({ kind }) => kind === 'directive')
  const closed = new Set(expected)
  for (const [index, item] of directives.entries()) {
    const line = lineOf(item)
    const next = directives[index + 1]
    const closes = next !== undefined && isClosing(lineOf(next))
    if (isClosing(line) && closed.has(item.start)) continue
    const found = judge(item, line, closes, attempt)
    if (closes && (found.message === 'grid' || found.message === 'colons') && isContainer(line))
      closed.add(next.start)
    yield { ...found, ...(item.block === undefined ? {} : { block: item.block }) }
  }
}

export function lineOf({ source, start }: KeptMarkup): string {
  return /^[^\r\n]*/.exec(source.text.slice(start, start + 2000))?.[0].trimEnd() ?? ''
}

export function isClosing(line: string): boolean {
  return /^[:：]{3,}$/.test(line)
}

function nameIn(line: string): string {
  return /^[:：]+([\p{L}-]*)/u.exec(line)?.[1] ?? ''
}

function isContainer(line: string): boolean {
  return kindOf(nameIn(line)) === 'container'
}

function judge(
  item: KeptMarkup,
  line: string,
  closes: boolean,
  attempt: Try,
): Almost<DirectiveMessage> {
  const isWhole = (text: string, of: DirectiveKind, boxed = true): boolean =>
    isDirective(text, of, boxed, attempt)
  const { place, source, start, text } = item
  const base = { place, typed: line, right: line }
  if (isClosing(line)) return { ...base, message: 'unopened' }
  if (/^[:：](?![:：])/.test(line)) return { ...base, message: 'value', typed: valueIn(line, text) }
  const colons = /^[:：]+/.exec(line)?.[0] ?? ''
  const name = nameIn(line)
  const kind = kindOf(name)
  if (kind === undefined) return { ...base, message: 'misplaced' }
  const fitting = kind === 'leaf' ? colons.length === 2 : colons.length > 2
  if (!fitting) {
    const right = colonsOf[kind] + line.slice(colons.length)
    const edit = { file: source.file, start, end: start + colons.length, text: colonsOf[kind] }
    const safe = kind === 'leaf' ? isWhole(right, kind) : closes && isWhole(right, kind)
    return { ...base, message: 'colons', right, ...(safe ? { fix: [edit] } : {}) }
  }
  if (isWhole(line, kind)) {
    if (kind === 'leaf') return { ...base, message: 'misplaced' }
    const grid = closes && isWhole(line, kind, false)
    return { ...base, message: grid ? 'grid' : 'unclosed' }
  }
  const right = `${line}}`
  if (!/[{｛][^{}｛｝]*$/.test(line) || kind === 'container' || !isWhole(right, kind))
    return { ...base, message: 'broken', right: bareExample(line, name) ?? line }
  const end = start + line.length
  const edit = { file: source.file, start: end - 1, end, text: `${line.at(-1) ?? ''}}` }
  return { ...base, message: 'broken', right, fix: [edit] }
}

/** `::图表 engagement`: a name with no bracket or brace at all. */
function bareExample(line: string, name: string): string | undefined {
  const behind = line.replace(/^[:：]+/, '').slice(name.length)
  return /[[\]【】［］{}｛｝]/.test(behind) ? undefined : exampleOf(name, behind)
}

/** Whether a line is a directive when it stands alone, or around a table (and only there) in the case of a grid; `boxed` lets other containers pass. */
function isDirective(line: string, kind: DirectiveKind, boxed: boolean, attempt: Try): boolean {
  if (kind === 'leaf') {
    const { blocks, clean } = attempt(line)
    const [block] = blocks
    return (
      clean &&
      (block?.kind === 'chart' || block?.kind === 'indicator-table' || block?.kind === 'page-break')
    )
  }
  const { blocks, clean } = attempt(`${line}\n\n| a |\n| - |\n| 1 |\n\n:::`)
  const [block] = blocks
  const grid = block?.kind === 'table' && block.grid
  return clean && (grid || (boxed && (block?.kind === 'box' || block?.kind === 'landscape')))
}

/** The value directive as typed: up to its closing bracket. */
function valueIn(line: string, mark: string): string {
  return /^[:：](?:指标|val)[[【［][^\]】］]*[\]】］]?/.exec(line)?.[0] ?? mark
}
