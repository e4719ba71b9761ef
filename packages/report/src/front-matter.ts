import { parseDocument as parseYaml } from 'yaml'
import { type Line, linesOf } from './parse/lines.ts'

/** What a chapter says of itself above its text. */
export interface FrontMatter {
  readonly title?: string
  readonly owner?: string
  readonly status?: string
  readonly numbering?: 'award' | 'standard'
  /** Keys nobody knows, or whose value nobody understands. */
  readonly unknown: readonly string[]
}

export interface ReadFrontMatter {
  readonly frontMatter: FrontMatter
  /** Offset where the text begins. */
  readonly end: number
  /** The YAML parser's complaint, with its offset. */
  readonly fault?: { readonly message: string; readonly offset: number }
}

const names: Readonly<Record<string, 'title' | 'owner' | 'status' | 'numbering'>> = {
  title: 'title',
  标题: 'title',
  owner: 'owner',
  负责人: 'owner',
  status: 'status',
  状态: 'status',
  numbering: 'numbering',
  编号: 'numbering',
}

/** No chapter says more of itself; further down, `---` is a rule. */
const longest = 60
const fence = /^---[ \t]*$/

/** Reads the YAML between two lines of `---` at the top; anything else there is text. */
export function readFrontMatter(text: string): ReadFrontMatter {
  const from = text.startsWith('\uFEFF') ? 1 : 0
  const lines = linesOf(text, from, text.length)
  const isFence = (line: Line): boolean => fence.test(text.slice(line.start, line.end))
  const opening = lines[0]
  const closing = lines.slice(1, longest).find(isFence)
  const none = { frontMatter: { unknown: [] }, end: from }
  if (opening === undefined || closing === undefined || !isFence(opening)) return none
  const yaml = halfWidth(text.slice(opening.next, closing.start))
  if (!/^[^\s:#]+\s*:/m.test(yaml)) return none
  const plain = plainEntries(yaml)
  if (plain !== undefined) return { frontMatter: interpret(plain), end: closing.next }
  try {
    const document = parseYaml(yaml, { schema: 'core', logLevel: 'silent' })
    const error = document.errors[0]
    if (error !== undefined) return faulty(error.message, opening.next + error.pos[0], closing)
    const value: unknown = document.toJS({ maxAliasCount: 10 })
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isMap ? { frontMatter: interpret(value), end: closing.next } : none
  } catch (cause) {
    // Too many aliases, too deep a nesting.
    return faulty(cause instanceof Error ? cause.message : 'YAML', opening.next, closing)
  }
}

/** Names and plain words only, as nearly everywhere: then the parser, slow to start, is not needed. */
function plainEntries(yaml: string): Readonly<Record<string, string>> | undefined {
  const entries = new Map<string, string>()
  for (const line of yaml.split('\n')) {
    if (line === '') continue
    const [, key, words] =
      /^(\p{L}+): ([\p{Script=Han}A-Za-z](?:[^:#\s]|:(?! |$)| (?=[^\s#]))*)$/u.exec(line) ?? []
    if (key === undefined || words === undefined || entries.has(key)) return undefined
    if (/^(?:true|false|null)$/i.test(words) || /[:\p{C}]$/u.test(words)) return undefined
    entries.set(key, words)
  }
  return Object.fromEntries(entries)
}

/** `负责人：张三`: a Chinese keyboard's colon behind a name we know. */
function halfWidth(yaml: string): string {
  return yaml.replace(/^([^\s:：#]+)：[ \t\u3000]?/gm, (typed: string, name: string) =>
    Object.hasOwn(names, name) ? `${name}: ` : typed,
  )
}

function faulty(message: string, offset: number, closing: Line): ReadFrontMatter {
  return { frontMatter: { unknown: [] }, end: closing.next, fault: { message, offset } }
}

function interpret(value: object): FrontMatter {
  const known: {
    title?: string
    owner?: string
    status?: string
    numbering?: 'award' | 'standard'
  } = {}
  const unknown: string[] = []
  for (const [key, raw] of Object.entries(value)) {
    const name = Object.hasOwn(names, key) ? names[key] : undefined
    const text = wordsOf(raw)
    if (name === undefined || text === undefined) unknown.push(key)
    else if (text === '') continue
    else if (name !== 'numbering') known[name] = text
    else if (text === 'award' || text === 'standard') known.numbering = text
    else unknown.push(key)
  }
  return { ...known, unknown }
}

/** One word, or several in a list; nothing where the writer left the place open. */
function wordsOf(raw: unknown): string | undefined {
  if (raw === null || raw === undefined) return ''
  if (Array.isArray(raw)) return raw.map(String).join('、')
  return typeof raw === 'object' ? undefined : String(raw)
}
