import type { Bilingual } from '@ziping/diagnostics'
import type { SourceText, Span } from './source-text.ts'

/** A slip of the keyboard behind what the parser complains of, where it really stands. */
export interface YamlSlip {
  readonly span: Span
  readonly words: Bilingual
}

interface Line {
  readonly text: string
  readonly start: number
}

/** Looks for what people really did wrong in the lines that the parser's complaints are about. */
export function slipIn({ text }: SourceText, complaints: readonly Span[]): YamlSlip | undefined {
  const [first] = complaints
  if (first === undefined) return undefined
  const last = Math.max(
    ...complaints.filter(({ start }) => start === first.start).map(({ end }) => end),
  )
  const lines = linesFrom(text, first.start, last)
  for (const find of [fullWidthInBraces, fullWidthColon, noSpace])
    for (const line of lines) {
      const slip = find(line)
      if (slip !== undefined) return slip
    }
  return tooDeep(lines)
}

/** The lines that a stretch touches. */
function linesFrom(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = []
  let at = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1
  while (at <= Math.min(end, text.length) && lines.length < 20) {
    const next = text.indexOf('\n', at)
    const stop = next < 0 ? text.length : next
    lines.push({ text: text.slice(at, stop).replace(/\r$/, ''), start: at })
    at = stop + 1
  }
  return lines
}

/** `{ 2016：32150， 2017: 36240 }` */
function fullWidthInBraces({ text, start }: Line): YamlSlip | undefined {
  const braces = /[{[｛][^#]*[：，｛｝][^#]*/u.exec(text)
  if (braces === null || !/[{｛]/u.test(braces[0])) return undefined
  const at = start + braces.index
  return {
    span: { start: at, end: at + braces[0].trimEnd().length },
    words: {
      'zh-CN': `花括号里的冒号、逗号和括号要用半角：${halfWidth(braces[0].trim())}`,
      en: `Use half-width signs inside { }: ${halfWidth(braces[0].trim())}`,
    },
  }
}

/** `name：甲公司` */
function fullWidthColon({ text, start }: Line): YamlSlip | undefined {
  const [, before = '', key = '', value = ''] =
    /^(\s*(?:- +)*)([^\s:：#"']+)：\s*(.*)$/u.exec(text) ?? []
  if (key === '') return undefined
  const at = start + before.length
  return {
    span: { start: at, end: at + key.length + 1 },
    words: {
      'zh-CN': `“${key}”后面是全角冒号，改成半角冒号加一个空格：“${key}: ${value}”`.replace(
        /: ”$/u,
        ':”',
      ),
      en: `Behind “${key}” stands a full-width colon; write “${key}: ${value}”`,
    },
  }
}

/** `name:甲公司` */
function noSpace({ text, start }: Line): YamlSlip | undefined {
  const [, before = '', key = '', value = ''] =
    /^(\s*(?:- +)*)([\p{L}\w-]+):([^\s:/\\].*)$/u.exec(text) ?? []
  if (key === '') return undefined
  const at = start + before.length
  return {
    span: { start: at, end: at + key.length + 1 },
    words: {
      'zh-CN': `“${key}:”后面要空一格：“${key}: ${value}”`,
      en: `Put a space behind “${key}:”: “${key}: ${value}”`,
    },
  }
}

/** A line deeper than the one before it, which has its value already. */
function tooDeep(lines: readonly Line[]): YamlSlip | undefined {
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const above = keyOf(line)
    const below = next === undefined ? undefined : keyOf(next)
    if (next === undefined || above === undefined || below === undefined) continue
    const extra = below.column - above.column
    if (extra <= 0 || !above.hasValue) continue
    return {
      span: { start: next.start + below.column, end: next.start + below.column + below.key.length },
      words: {
        'zh-CN': `“${below.key}”前面多了 ${extra} 个空格：要与上一行的“${above.key}”对齐`,
        en: `“${below.key}” is indented by ${extra} too many spaces: align it with “${above.key}” above`,
      },
    }
  }
  return undefined
}

function keyOf({
  text,
}: Line):
  | { readonly key: string; readonly column: number; readonly hasValue: boolean }
  | undefined {
  const [, before = '', key = '', value = ''] =
    /^(\s*(?:- +)*)([^\s:#"'-][^:#]*):(?:\s+(.*))?$/u.exec(text) ?? []
  return key === ''
    ? undefined
    : { key, column: before.length, hasValue: value.replace(/#.*$/u, '').trim() !== '' }
}

/** Signs of a Chinese keyboard as YAML has them. */
export function halfWidth(text: string): string {
  return text
    .replace(/\s*：\s*/gu, ': ')
    .replace(/\s*，\s*/gu, ', ')
    .replaceAll('｛', '{')
    .replaceAll('｝', '}')
}
